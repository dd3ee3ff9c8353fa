import { useApi } from '@backstage/core-plugin-api';
import {
  isOpen,
  type IncidentResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';
import { usePolling } from './usePolling';

const goesOn = ({ status }: IncidentResponse) => isOpen(status);

/** One incident; read again every 15 s while it goes on, else every minute. */
export function useIncident(id: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getIncident(id, { signal }),
    [api, id],
  );
  return usePolling(useLoad(load, id), goesOn, id);
}

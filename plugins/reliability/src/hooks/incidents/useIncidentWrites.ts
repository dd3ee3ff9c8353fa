import { useApi } from '@backstage/core-plugin-api';
import type {
  CreateIncidentRequest,
  IncidentResponse,
  PatchIncidentRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useAction } from '../useAction';

type OnWritten = (written: IncidentResponse) => void;

/** Declares an incident here. */
export function useDeclareIncident(onWritten: OnWritten) {
  const api = useApi(reliabilityApiRef);
  const declare = useCallback(
    (request: CreateIncidentRequest) => api.createIncident(request),
    [api],
  );
  return useAction(declare, onWritten);
}

/** Corrects, enriches or resolves an incident. */
export function usePatchIncident(id: string, onWritten: OnWritten) {
  const api = useApi(reliabilityApiRef);
  const edit = useCallback(
    (request: PatchIncidentRequest) => api.patchIncident(id, request),
    [api, id],
  );
  return useAction(edit, onWritten);
}

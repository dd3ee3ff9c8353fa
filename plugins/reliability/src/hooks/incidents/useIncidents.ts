import { useApi } from '@backstage/core-plugin-api';
import type { ListIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import {
  formatIncidentParams,
  incidentQueryOf,
  parseIncidentParams,
  type IncidentParams,
} from '../../utils/incidents/incidentParams';
import { useListAddress, type ListAddress } from '../useListAddress';
import { useLoad } from '../useLoad';
import { usePolling } from './usePolling';

/** What the address says about the incidents of the company, and ways to change it. */
export type IncidentAddress = ListAddress<IncidentParams>;

const how = { parse: parseIncidentParams, format: formatIncidentParams };

/** Filters, order and page of the incidents of the company, as the address has them. */
export function useIncidentParams(): IncidentAddress {
  return useListAddress(how);
}

const goesOn = ({ counts }: ListIncidentsResponse) => counts.active > 0;

/** One page of incidents; read again every 15 s while any goes on, else every minute. */
export function useIncidents(params: IncidentParams) {
  const api = useApi(reliabilityApiRef);
  const key = formatIncidentParams({ ...params, around: [] }).toString();
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getIncidents(
        incidentQueryOf(parseIncidentParams(new URLSearchParams(key))),
        { signal },
      ),
    [api, key],
  );
  return usePolling(useLoad(load), goesOn);
}

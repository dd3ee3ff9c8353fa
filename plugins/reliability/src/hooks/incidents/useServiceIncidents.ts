import { useApi } from '@backstage/core-plugin-api';
import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import {
  formatServiceParams,
  parseServiceParams,
  serviceQueryOf,
  type ServiceIncidentParams,
} from '../../utils/incidents/serviceParams';
import { useListAddress, type ListAddress } from '../useListAddress';
import { useLoad } from '../useLoad';
import { usePolling } from './usePolling';

/** What the address says about the incidents of a service, and ways to change it. */
export type ServiceIncidentAddress = ListAddress<ServiceIncidentParams>;

const how = { parse: parseServiceParams, format: formatServiceParams };

/** Time, filters and page of the incidents of a service, as the address has them. */
export function useServiceIncidentParams(): ServiceIncidentAddress {
  return useListAddress(how);
}

const goesOn = ({ figures, timeline }: ServiceIncidentsResponse) =>
  figures.open > 0 || timeline.some(({ to }) => to === null);

/** The incidents of a service beside its budgets; read again every 15 s while one goes on, else every minute. */
export function useServiceIncidents(
  entityRef: string,
  params: ServiceIncidentParams,
) {
  const api = useApi(reliabilityApiRef);
  const key = formatServiceParams({ ...params, around: [] }).toString();
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getServiceIncidents(
        entityRef,
        serviceQueryOf(parseServiceParams(new URLSearchParams(key))),
        { signal },
      ),
    [api, entityRef, key],
  );
  return usePolling(useLoad(load, entityRef), goesOn, entityRef);
}

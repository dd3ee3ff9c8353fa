import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import {
  formatReadinessParams,
  parseReadinessParams,
  progressFilterOf,
  progressQueryOf,
  type ReadinessParams,
} from '../../utils/readiness/readinessParams';
import { useLoad } from '../useLoad';

/** One page of how far every service is with a checklist. */
export function useProgress(checklist: string, params: ReadinessParams) {
  const api = useApi(reliabilityApiRef);
  const key = formatReadinessParams(params).toString();
  return useLoad(
    useCallback(
      signal => {
        const query = parseReadinessParams(new URLSearchParams(key));
        return api.getProgress(checklist, progressQueryOf(query), { signal });
      },
      [api, checklist, key],
    ),
    checklist,
  );
}

/** Items by team, and sums over all services that match. */
export function useChecklistOverview(
  checklist: string,
  params: ReadinessParams,
) {
  const api = useApi(reliabilityApiRef);
  const key = JSON.stringify(progressFilterOf(params));
  return useLoad(
    useCallback(
      signal =>
        api.getChecklistOverview(checklist, JSON.parse(key), { signal }),
      [api, checklist, key],
    ),
    checklist,
  );
}

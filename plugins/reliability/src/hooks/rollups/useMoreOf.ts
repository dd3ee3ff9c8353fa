import { useApi } from '@backstage/core-plugin-api';
import type {
  ComparisonQuery,
  ComparisonResponse,
  MoversQuery,
  MoversResponse,
  RollupsQuery,
  RollupsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useMorePages } from '../useMorePages';

const LIMIT = 25;

/** Groups with their figures, a page at a time. */
export function useRollups(query: RollupsQuery, limit = LIMIT) {
  const api = useApi(reliabilityApiRef);
  const key = JSON.stringify({ ...query, limit });
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      api.call(
        'listRollups',
        { query: { ...(JSON.parse(key) as RollupsQuery), cursor } },
        { signal },
      ),
    [api, key],
  );
  return useMorePages<RollupsResponse['items'][number], RollupsResponse>(
    load,
    JSON.stringify([query.by, query.parent]),
  );
}

/** Groups compared over like services, a page at a time. */
export function useComparison(query: ComparisonQuery) {
  const api = useApi(reliabilityApiRef);
  const key = JSON.stringify({ ...query, limit: LIMIT });
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      api.call(
        'getComparison',
        { query: { ...(JSON.parse(key) as ComparisonQuery), cursor } },
        { signal },
      ),
    [api, key],
  );
  return useMorePages<ComparisonResponse['items'][number], ComparisonResponse>(
    load,
    String(query.by),
  );
}

/** Services whose score changed most, a page at a time. */
export function useMovers(query: MoversQuery) {
  const api = useApi(reliabilityApiRef);
  const key = JSON.stringify({ ...query, limit: 10 });
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      api.call(
        'listMovers',
        { query: { ...(JSON.parse(key) as MoversQuery), cursor } },
        { signal },
      ),
    [api, key],
  );
  return useMorePages<MoversResponse['items'][number], MoversResponse>(
    load,
    '',
  );
}

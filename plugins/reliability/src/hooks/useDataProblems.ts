import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { useLoad } from './useLoad';

/** One page of what the catalog says about services that could not be used. */
export function useDataProblems(page: { limit: number; cursor?: string }) {
  const api = useApi(reliabilityApiRef);
  const { limit, cursor } = page;
  return useLoad(
    useCallback(
      signal => api.getDataProblems({ limit, cursor }, { signal }),
      [api, limit, cursor],
    ),
  );
}

import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { useLoad } from './useLoad';

/** Everything about one service. */
export function useService(entityRef: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getService(entityRef, { signal }),
    [api, entityRef],
  );
  return useLoad(load, entityRef);
}

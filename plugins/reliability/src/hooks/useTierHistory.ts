import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { useLoad } from './useLoad';

/** Who set the tier of a service by hand, newest first. */
export function useTierHistory(entityRef: string, limit: number) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getTierHistory(entityRef, { limit }, { signal }),
    [api, entityRef, limit],
  );
  return useLoad(load, entityRef);
}

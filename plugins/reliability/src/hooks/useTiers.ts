import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { useLoad } from './useLoad';

/** The tiers in force. */
export function useTiers() {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getTiers({ signal }),
    [api],
  );
  return useLoad(load);
}

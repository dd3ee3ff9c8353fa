import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';

/** The SLOs of a service, and what is wrong with its documents. */
export function useServiceSlos(entityRef: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getServiceSlos(entityRef, { signal }),
    [api, entityRef],
  );
  return useLoad(load, entityRef);
}

import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';
import { useReloading } from './useReloading';

/** Who is on call for a service; read again while the page stays open. */
export function useServiceOncall(entityRef: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getServiceOncall(entityRef, { signal }),
    [api, entityRef],
  );
  return useReloading(useLoad(load, entityRef));
}

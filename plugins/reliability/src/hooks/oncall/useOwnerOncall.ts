import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';
import { useReloading } from './useReloading';

/** The rotations of the services of an owner, and who carries them. */
export function useOwnerOncall(ownerRef: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getOwnerOncall(ownerRef, { signal }),
    [api, ownerRef],
  );
  return useReloading(useLoad(load, ownerRef));
}

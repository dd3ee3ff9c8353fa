import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';
import { useReloading } from './useReloading';

/** What the signed-in person is on call for. */
export function useMyOncall() {
  const api = useApi(reliabilityApiRef);
  const identity = useApi(identityApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const { userEntityRef } = await identity.getBackstageIdentity();
      return api.getPersonOncall(userEntityRef, { signal });
    },
    [api, identity],
  );
  return useReloading(useLoad(load));
}

import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { useLoad } from './useLoad';

/** The users and groups that the signed-in person stands for. */
export function useMyOwnerRefs() {
  const identity = useApi(identityApiRef);
  const load = useCallback(
    async () => (await identity.getBackstageIdentity()).ownershipEntityRefs,
    [identity],
  );
  return useLoad(load);
}

import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { useLoad } from '../useLoad';

/** Entity reference of the reader's own user; undefined until it is known. */
export function useMe(): string | undefined {
  const identity = useApi(identityApiRef);
  const load = useCallback(
    async () => (await identity.getBackstageIdentity()).userEntityRef,
    [identity],
  );
  const state = useLoad(load);
  return state.kind === 'ready' ? state.value : undefined;
}

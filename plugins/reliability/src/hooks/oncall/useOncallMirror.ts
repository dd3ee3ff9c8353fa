import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';

/** Two accounts of a service side by side. */
export function useOncallMirror(
  entityRef: string,
  left: string,
  right: string,
) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getOncallMirror(entityRef, { left, right }, { signal }),
    [api, entityRef, left, right],
  );
  return useLoad(load, `${entityRef} ${left} ${right}`);
}

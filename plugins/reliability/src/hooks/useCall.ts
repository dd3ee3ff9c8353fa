import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef, type ReliabilityApi } from '../api';

/** Calls any route of the backend by its name; stays the same from one render to the next. */
export function useCall(): ReliabilityApi['call'] {
  const api = useApi(reliabilityApiRef);
  return useCallback<ReliabilityApi['call']>(
    (route, input, options) => api.call(route, input, options),
    [api],
  );
}

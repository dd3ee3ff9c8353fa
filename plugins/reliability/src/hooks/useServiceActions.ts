import { useApi } from '@backstage/core-plugin-api';
import type {
  OverrideTierRequest,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { useAction } from './useAction';

/** What takes the answer of a write: the service as it is now. */
type OnDone = (service: ServiceResponse) => void;

/** Reads the service from its sources again. */
export function useRefreshService(entityRef: string, onDone: OnDone) {
  const api = useApi(reliabilityApiRef);
  const refresh = useCallback(
    () => api.refreshService(entityRef),
    [api, entityRef],
  );
  return useAction(refresh, onDone);
}

/** Sets the tier of the service by hand. */
export function useOverrideTier(entityRef: string, onDone: OnDone) {
  const api = useApi(reliabilityApiRef);
  const override = useCallback(
    (request: OverrideTierRequest) => api.overrideTier(entityRef, request),
    [api, entityRef],
  );
  return useAction(override, onDone);
}

/** Takes a tier that was set by hand back. */
export function useRemoveTierOverride(entityRef: string, onDone: OnDone) {
  const api = useApi(reliabilityApiRef);
  const remove = useCallback(
    () => api.removeTierOverride(entityRef),
    [api, entityRef],
  );
  return useAction(remove, onDone);
}

import { useApi } from '@backstage/core-plugin-api';
import type {
  RouteInput,
  RouteName,
  RouteOutput,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { useLoad, type LoadState } from './useLoad';

/**
 * What a route answers to an input, loaded when it is first rendered and whenever the input is another.
 * `subject` as in `useLoad`: what the answer is about.
 */
export function useRoute<Name extends RouteName>(
  name: Name,
  input: RouteInput<Name>,
  subject?: string,
): LoadState<RouteOutput<Name>> {
  const api = useApi(reliabilityApiRef);
  const key = JSON.stringify(input);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.call(name, JSON.parse(key) as RouteInput<Name>, { signal }),
    [api, name, key],
  );
  return useLoad(load, subject);
}

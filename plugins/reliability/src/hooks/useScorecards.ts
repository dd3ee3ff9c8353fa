import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { useLoad } from './useLoad';

/** The scorecards in force, in brief. */
export function useScorecards() {
  const api = useApi(reliabilityApiRef);
  return useLoad(useCallback(signal => api.getScorecards({ signal }), [api]));
}

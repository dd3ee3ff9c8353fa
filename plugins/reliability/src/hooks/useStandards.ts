import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { useLoad } from './useLoad';

/** Every scorecard in force, in full. There are a few of them, so they come together. */
export function useScorecardDefinitions() {
  const api = useApi(reliabilityApiRef);
  return useLoad(
    useCallback(
      async signal => {
        const { items } = await api.getScorecards({ signal });
        const scorecards = await Promise.all(
          items.map(({ id }) => api.getScorecard(id, { signal })),
        );
        return scorecards.map(({ definition }) => definition);
      },
      [api],
    ),
  );
}

/** Every fact that a check may use. */
export function useFactCatalogue() {
  const api = useApi(reliabilityApiRef);
  return useLoad(
    useCallback(signal => api.getFactCatalogue({ signal }), [api]),
  );
}

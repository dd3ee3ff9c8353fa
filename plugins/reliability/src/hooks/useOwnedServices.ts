import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../api';
import { useLoad } from './useLoad';

const SHOWN = 5;

/** The lowest ranked services of some owners, and counts over all of theirs. */
export function useOwnedServices(owners: readonly string[]) {
  const api = useApi(reliabilityApiRef);
  // A list made anew with the same owners is the same list.
  const key = JSON.stringify(owners);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const owner: string[] = JSON.parse(key);
      const [services, summary] = await Promise.all([
        api.getServices(
          { owner, orderBy: 'rank', order: 'desc', limit: SHOWN },
          { signal },
        ),
        api.getSummary({ owner }, { signal }),
      ]);
      return { services, summary };
    },
    [api, key],
  );
  return useLoad(load, key);
}

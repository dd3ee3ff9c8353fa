import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';

/**
 * The closed days of one objective over its window.
 *
 * @param version - what the history depends on, for instance the corrections; a change loads it again
 */
export function useSloHistory(id: string, objective: string, version: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getSloHistory(id, { objective }, { signal }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- version stands for what the backend reads
    [api, id, objective, version],
  );
  return useLoad(load, `${id} ${objective}`);
}

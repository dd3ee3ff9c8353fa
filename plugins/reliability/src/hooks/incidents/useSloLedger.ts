import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';

/**
 * Where the error budget of an objective went.
 *
 * @param version - what the ledger depends on, for instance the corrections; a change loads it again
 */
export function useSloLedger(id: string, objective: string, version: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getSloLedger(id, { objective }, { signal }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- version stands for what the backend reads
    [api, id, objective, version],
  );
  return useLoad(load, `${id} ${objective}`);
}

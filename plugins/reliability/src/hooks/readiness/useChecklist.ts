import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';

/** The checklists in force. */
export function useChecklists() {
  const api = useApi(reliabilityApiRef);
  return useLoad(useCallback(signal => api.getChecklists({ signal }), [api]));
}

/** The checklists that apply to a service, with their progress. */
export function useServiceChecklists(entityRef: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getServiceChecklists(entityRef, { signal }),
    [api, entityRef],
  );
  return useLoad(load, entityRef);
}

/** One checklist of a service with every item. */
export function useChecklist(entityRef: string, checklist: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getChecklist({ entityRef, checklist }, { signal }),
    [api, entityRef, checklist],
  );
  return useLoad(load, `${entityRef} ${checklist}`);
}

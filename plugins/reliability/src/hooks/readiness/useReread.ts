import { useApi } from '@backstage/core-plugin-api';
import type { ChecklistResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useEffect } from 'react';
import { reliabilityApiRef, type ChecklistPlace } from '../../api';
import type { ActionState } from '../useAction';

/** Reads the checklist again when an action failed because somebody else was faster. */
export function useReread(
  { entityRef, checklist }: ChecklistPlace,
  state: ActionState<unknown>,
  onReread: (checklist: ChecklistResponse) => void,
) {
  const api = useApi(reliabilityApiRef);
  const error = state.kind === 'failed' ? state.error : undefined;
  const { statusCode, name } = (error ?? {}) as {
    statusCode?: number;
    name?: string;
  };
  const conflict = statusCode === 409 || name === 'ConflictError';
  useEffect(() => {
    if (!conflict) return;
    // Where this fails too, the refusal stands and the next attempt reads again.
    api.getChecklist({ entityRef, checklist }).then(onReread, () => {});
  }, [api, entityRef, checklist, conflict, error, onReread]);
}

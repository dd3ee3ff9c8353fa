import { useApi } from '@backstage/core-plugin-api';
import type {
  CorrectionRequest,
  SloWriteResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useAction } from '../useAction';

type OnWritten = (reply: SloWriteResponse) => void;

/** Takes a time out of the budget of an SLO. */
export function useAddCorrection(id: string, onWritten: OnWritten) {
  const api = useApi(reliabilityApiRef);
  const add = useCallback(
    (request: CorrectionRequest) => api.addCorrection(id, request),
    [api, id],
  );
  return useAction(add, onWritten);
}

/** Puts a time back into the budget of an SLO. */
export function useRemoveCorrection(id: string, onWritten: OnWritten) {
  const api = useApi(reliabilityApiRef);
  const remove = useCallback(
    (correction: string) => api.removeCorrection(id, correction),
    [api, id],
  );
  return useAction(remove, onWritten);
}

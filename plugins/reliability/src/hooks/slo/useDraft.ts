import { useApi } from '@backstage/core-plugin-api';
import type {
  DryRunRequest,
  ValidateSlosRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useAction } from '../useAction';

/** Asks what is wrong with a document. The answer keeps the text that it is about. */
export function useValidate() {
  const api = useApi(reliabilityApiRef);
  const validate = useCallback(
    async (request: ValidateSlosRequest) => ({
      document: request.document,
      reply: await api.validateSlos(request),
    }),
    [api],
  );
  return useAction(validate);
}

/** Asks how a draft would have done. The answer keeps what was asked. */
export function useDryRun() {
  const api = useApi(reliabilityApiRef);
  const dryRun = useCallback(
    async (request: DryRunRequest) => ({
      document: request.document,
      reply: await api.dryRunSlo(request),
    }),
    [api],
  );
  return useAction(dryRun);
}

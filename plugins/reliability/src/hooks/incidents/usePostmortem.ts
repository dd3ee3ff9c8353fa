import { useApi } from '@backstage/core-plugin-api';
import type {
  PostmortemResponse,
  PostmortemStatusRequest,
  PutPostmortemRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useAction } from '../useAction';
import { useLoad } from '../useLoad';

/** The postmortem of an incident, prefilled where nobody has begun. */
export function usePostmortem(incidentId: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getPostmortem(incidentId, { signal }),
    [api, incidentId],
  );
  return useLoad(load, incidentId);
}

/** Writes the draft, or links a postmortem that is kept elsewhere. */
export function usePutPostmortem(
  incidentId: string,
  onWritten: (written: PostmortemResponse) => void,
) {
  const api = useApi(reliabilityApiRef);
  const put = useCallback(
    (request: PutPostmortemRequest) => api.putPostmortem(incidentId, request),
    [api, incidentId],
  );
  return useAction(put, onWritten);
}

/** Sends a postmortem to review, publishes it or takes it back. */
export function useSetPostmortemStatus(
  incidentId: string,
  onWritten: (written: PostmortemResponse) => void,
) {
  const api = useApi(reliabilityApiRef);
  const set = useCallback(
    (request: PostmortemStatusRequest) =>
      api.setPostmortemStatus(incidentId, request),
    [api, incidentId],
  );
  return useAction(set, onWritten);
}

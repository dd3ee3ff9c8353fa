import { useApi } from '@backstage/core-plugin-api';
import {
  followUpStatuses,
  type CreateFollowUpRequest,
  type FollowUp,
  type ListFollowUpsQuery,
  type ListFollowUpsResponse,
  type PatchFollowUpRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import {
  followUpQueryOf,
  formatFollowUpParams,
  parseFollowUpParams,
  type FollowUpParams,
} from '../../utils/incidents/followUpParams';
import { useAction } from '../useAction';
import { useListAddress, type ListAddress } from '../useListAddress';
import { useLoad } from '../useLoad';

/** What the address says about the list of follow-ups, and ways to change it. */
export type FollowUpAddress = ListAddress<FollowUpParams>;

const how = { parse: parseFollowUpParams, format: formatFollowUpParams };

/** Filters, order and page of the follow-ups, as the address has them. */
export function useFollowUpParams(): FollowUpAddress {
  return useListAddress(how);
}

/** One page of follow-ups. */
export function useFollowUps(params: FollowUpParams) {
  const api = useApi(reliabilityApiRef);
  const key = formatFollowUpParams(params).toString();
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getFollowUps(
        followUpQueryOf(parseFollowUpParams(new URLSearchParams(key))),
        { signal },
      ),
    [api, key],
  );
  return useLoad(load);
}

/** The first follow-ups that answer a question, for a card. */
export function useFirstFollowUps(
  query: Pick<ListFollowUpsQuery, 'owner' | 'assignee'> | undefined,
  limit: number,
) {
  const api = useApi(reliabilityApiRef);
  const key = JSON.stringify(query ?? null);
  const load = useCallback(
    async (signal: AbortSignal): Promise<ListFollowUpsResponse> => {
      const asked: ListFollowUpsQuery | null = JSON.parse(key);
      // Until it is known whose they are, nothing is asked.
      if (asked === null) return new Promise(() => {});
      return api.getFollowUps({ ...asked, limit }, { signal });
    },
    [api, key, limit],
  );
  return useLoad(load, key);
}

/** More than one incident ever had. */
const OF_ONE_INCIDENT = 200;

/** The follow-ups of one incident, whatever became of them. */
export function useIncidentFollowUps(incidentId: string) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getFollowUps(
        {
          incident: [incidentId],
          status: [...followUpStatuses],
          limit: OF_ONE_INCIDENT,
        },
        { signal },
      ),
    [api, incidentId],
  );
  return useLoad(load, incidentId);
}

/** Adds a follow-up to an incident. */
export function useAddFollowUp(
  incidentId: string,
  onWritten: (written: FollowUp) => void,
) {
  const api = useApi(reliabilityApiRef);
  const add = useCallback(
    (request: CreateFollowUpRequest) => api.createFollowUp(incidentId, request),
    [api, incidentId],
  );
  return useAction(add, onWritten);
}

/** Changes a follow-up, or sets it done. */
export function useChangeFollowUp(
  id: string,
  onWritten: (written: FollowUp) => void,
) {
  const api = useApi(reliabilityApiRef);
  const change = useCallback(
    (request: PatchFollowUpRequest) => api.patchFollowUp(id, request),
    [api, id],
  );
  return useAction(change, onWritten);
}

import { useApi } from '@backstage/core-plugin-api';
import type {
  ReadinessWriteResponse,
  RequestReview,
  ReviewDecision,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import {
  reliabilityApiRef,
  type ChecklistPlace,
  type ItemPlace,
} from '../../api';
import { useAction } from '../useAction';

/** What takes the answer of a write: the checklist and the service as they are now. */
export type OnWritten = (reply: ReadinessWriteResponse) => void;

/** Says that the answer of an item does not hold. */
export function useContestItem(place: ItemPlace, onWritten: OnWritten) {
  const api = useApi(reliabilityApiRef);
  const { entityRef, checklist, item } = place;
  const contest = useCallback(
    (reason: string, version: number) =>
      api.contestItem({ entityRef, checklist, item }, { reason, version }),
    [api, entityRef, checklist, item],
  );
  return useAction(contest, onWritten);
}

/** Takes the doubt about an item back. */
export function useSettleItem(place: ItemPlace, onWritten: OnWritten) {
  const api = useApi(reliabilityApiRef);
  const { entityRef, checklist, item } = place;
  const settle = useCallback(
    (version: number) =>
      api.settleItem({ entityRef, checklist, item }, version),
    [api, entityRef, checklist, item],
  );
  return useAction(settle, onWritten);
}

/** Asks a second person to sign a phase off. */
export function useRequestReview(place: ChecklistPlace, onWritten: OnWritten) {
  const api = useApi(reliabilityApiRef);
  const { entityRef, checklist } = place;
  const request = useCallback(
    (body: RequestReview) => api.requestReview({ entityRef, checklist }, body),
    [api, entityRef, checklist],
  );
  return useAction(request, onWritten);
}

/** Approves, returns or withdraws a review. */
export function useDecideReview(id: string, onWritten: OnWritten) {
  const api = useApi(reliabilityApiRef);
  const decide = useCallback(
    (decision: ReviewDecision) => api.decideReview(id, decision),
    [api, id],
  );
  return useAction(decide, onWritten);
}

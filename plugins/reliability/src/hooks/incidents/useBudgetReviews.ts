import { useApi } from '@backstage/core-plugin-api';
import type {
  BudgetReview,
  ListBudgetReviewsResponse,
  SettleBudgetReviewRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useAction } from '../useAction';
import { useMorePages } from '../useMorePages';

export interface ReviewFilter {
  /** Absent: both. */
  kind?: BudgetReview['kind'];
  state: BudgetReview['state'];
}

/** Review items, a page at a time. */
export function useBudgetReviews({ kind, state }: ReviewFilter) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      api.getBudgetReviews(
        { state, ...(kind && { kind }), ...(cursor && { cursor }) },
        { signal },
      ),
    [api, kind, state],
  );
  return useMorePages<BudgetReview, ListBudgetReviewsResponse>(
    load,
    `${kind} ${state}`,
  );
}

/** Settles a review item, or opens it again. */
export function useSettleReview(
  id: string,
  onWritten: (written: BudgetReview) => void,
) {
  const api = useApi(reliabilityApiRef);
  const settle = useCallback(
    (request: SettleBudgetReviewRequest) => api.settleBudgetReview(id, request),
    [api, id],
  );
  return useAction(settle, onWritten);
}

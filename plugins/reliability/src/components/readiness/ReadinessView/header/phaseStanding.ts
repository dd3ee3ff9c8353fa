import type { PhaseState } from '@plimsoll/backstage-plugin-reliability-common';

/** Where a phase is on its way to a sign-off. */
export type PhaseStanding =
  | 'requested'
  | 'signedOff'
  | 'lapsed'
  | 'returned'
  | 'open'
  | 'ready';

/** What matters most about a phase now: an open review, then its sign-off, then what is missing. */
export function standingOf(phase: PhaseState): PhaseStanding {
  const { review, signOff, blocking } = phase;
  if (review?.state === 'requested') return 'requested';
  const returnedSince =
    review?.state === 'returned' &&
    (!signOff || Date.parse(review.requestedAt) > Date.parse(signOff.at));
  if (signOff?.valid && !returnedSince) return 'signedOff';
  if (returnedSince) return 'returned';
  if (signOff) return 'lapsed';
  return blocking.length > 0 ? 'open' : 'ready';
}

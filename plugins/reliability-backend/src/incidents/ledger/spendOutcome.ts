import {
  CountedEvents,
  CountsOfObjectives,
} from '../../maturity/measureEvents';
import { SloBudget } from '../../maturity/SloBudgets';
import { StoredSpend } from './SpendStore';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** While an incident goes on, and until its last samples have come. */
const AGAIN_AFTER = 5 * MINUTE;
/** Samples come late: what is over is measured to its end only after this time. */
const SETTLED_AFTER = 10 * MINUTE;
const RETRY_AFTER = 15 * MINUTE;
/** A source that keeps failing for this long has no answer. */
const GIVE_UP_AFTER = 7 * DAY;

/** Some push their samples once a night. */
const SAMPLES_ARE_LATE = 2 * DAY;
/** Of an SLO that has not counted anything yet: its past may still be on the way. Later nothing is measured. */
const PAST_MAY_COME = 90 * DAY;

/** A spend with the impact window that its incident has now. */
export interface DueSpend {
  readonly spend: StoredSpend;
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
}

/** What is kept where nothing is to be measured any more. */
export const finished = (
  spend: StoredSpend,
  count: CountedEvents,
  share: number | null,
  now: number,
): StoredSpend => ({
  ...spend,
  ...count,
  share,
  measuredAt: now,
  final: true,
  error: undefined,
  nextTryAt: undefined,
});

/** What is kept of a try that failed. */
export function failedSpend(
  { spend, from, to }: DueSpend,
  error: string,
  now: number,
): StoredSpend {
  const window = { ...spend, from, to };
  if (now - to > GIVE_UP_AFTER) {
    const { bad, total, share } = spend;
    return { ...finished(window, { bad, total }, share, now), error };
  }
  return { ...window, error, nextTryAt: now + RETRY_AFTER };
}

/** What is long over need not be asked for every quarter of an hour, for months. @param age - since its end */
const retryAfter = (age: number) =>
  Math.min(DAY, Math.max(RETRY_AFTER, age / 10));

/** How long after its end a spend waits for what it lacks; 0: it lacks nothing. */
function patienceFor(
  bad: number | null,
  share: number | null,
  allowed: number | null,
): number {
  if (share !== null) return 0;
  // Without a budget to set it against nothing is told for good.
  if (bad !== null) return GIVE_UP_AFTER;
  return allowed === null ? PAST_MAY_COME : SAMPLES_ARE_LATE;
}

/** What is kept of a try that was answered. */
export function measuredSpend(
  { spend, from, to, open }: DueSpend,
  budget: SloBudget,
  counts: CountsOfObjectives | undefined,
  now: number,
): StoredSpend {
  const count = counts?.get(spend.objectiveId)?.get(spend.incidentId) ?? {
    bad: null,
    total: null,
  };
  const { allowed = null } =
    budget.objectives.find(({ id }) => id === spend.objectiveId) ?? {};
  const share =
    count.bad === null || allowed === null || allowed <= 0
      ? null
      : count.bad / allowed;
  const window = { ...spend, from, to };
  const isSettled = !open && now - to >= SETTLED_AFTER;
  const waits = now - to < patienceFor(count.bad, share, allowed);
  if (isSettled && !waits) return finished(window, count, share, now);
  return {
    ...window,
    ...count,
    share,
    measuredAt: now,
    final: false,
    error: undefined,
    nextTryAt: now + (open || !isSettled ? AGAIN_AFTER : retryAfter(now - to)),
  };
}

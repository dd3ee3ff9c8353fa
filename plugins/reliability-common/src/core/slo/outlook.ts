import { isOverspent, ofBudget } from './budget';
import { ObjectiveEvaluation } from './evaluation';
import { SloWindow } from './slo';
import { dayRange, sloDayAt } from './window';

/** A closed day, as the outlook needs it. @public */
export interface OutlookDay {
  /** `YYYY-MM-DD` in the time zone of the SLO. */
  readonly day: string;
  readonly bad: number | null;
}

/** What becomes of a budget. @public */
export interface SloOutlook {
  /** The next day with errors to leave the window, and its share of the budget (0–1 and more). */
  readonly rollsOff: { readonly on: string; readonly share: number } | null;
  /** null: not overspent, or not within a period. */
  readonly backAboveZeroOn: string | null;
}

/** What an outlook rests on. @public */
export interface OutlookInput {
  /** Closed days of the window, in any order. */
  readonly days: readonly OutlookDay[];
  readonly objective: Pick<ObjectiveEvaluation, 'budget' | 'target'>;
  readonly window: SloWindow;
  /** Burn rate that goes on; null: none. */
  readonly burn: number | null;
  /** Of the evaluation; milliseconds since the epoch. */
  readonly at: number;
}

/** A day with errors. Times are when it begins and ends to leave the window. */
interface Leaving {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

function leavingOf(
  { days, objective, window }: OutlookInput,
  period: number,
): Leaving[] {
  const { total } = objective.budget;
  if (!total) return [];
  return days
    .flatMap(({ day, bad }) => {
      if (!bad) return [];
      const { from, to } = dayRange(window, day);
      const share = ofBudget(bad / total, objective.target);
      return [{ from: from + period, to: to + period, share }];
    })
    .sort((one, other) => one.from - other.from);
}

/** The share of a day that has left the window, as if its errors were spread evenly. */
const gone = ({ from, to }: Leaving, at: number) =>
  Math.min(Math.max((at - from) / (to - from), 0), 1);

function rollsOff(leaving: readonly Leaving[], { window, at }: OutlookInput) {
  const next = leaving.find(day => gone(day, at) < 1);
  return next
    ? {
        on: sloDayAt(window, Math.max(next.from, at)),
        share: next.share * (1 - gone(next, at)),
      }
    : null;
}

/** remaining(t + x) = 1 - [consumed - what rolls off in x + burn · x ÷ period], at the end of each day to come. */
function backAboveZero(
  leaving: readonly Leaving[],
  { window, at, burn, objective }: OutlookInput,
  period: number,
): string | null {
  const consumed = objective.budget.consumed ?? 0;
  let time = at;
  while (time < at + period) {
    time = dayRange(window, sloDayAt(window, time)).to;
    const until = Math.min(time, at + period);
    const left = leaving.reduce(
      (sum, day) => sum + day.share * (gone(day, until) - gone(day, at)),
      0,
    );
    const added = ((burn ?? 0) * (until - at)) / period;
    if (1 - (consumed - Math.min(left, consumed) + added) >= 0) {
      return sloDayAt(window, until - 1);
    }
  }
  return null;
}

/**
 * What rolls off a budget next, and when it is back above zero if errors go on at a burn rate. A calendar budget
 * is back with the next period.
 *
 * @public
 */
export function sloOutlook(input: OutlookInput): SloOutlook {
  const { objective, window } = input;
  const { remaining } = objective.budget;
  const overspent = remaining !== null && isOverspent(remaining);
  if (window.kind === 'calendar') {
    const { to } = objective.budget.window;
    return {
      rollsOff: null,
      backAboveZeroOn: overspent ? sloDayAt(window, to) : null,
    };
  }
  const leaving = leavingOf(input, window.ms);
  return {
    rollsOff: rollsOff(leaving, input),
    backAboveZeroOn: overspent
      ? backAboveZero(leaving, input, window.ms)
      : null,
  };
}

import ICAL from 'ical.js';
import { DAY_MS, Wall } from './zone';

/** How many steps rules may still take. */
export interface Budget {
  left: number;
}

/** A rule that repeats too often, or looks for days that never come. */
export class EndlessRule extends Error {}

/** Between which clock times a rule is followed; `to` is not in it. */
export interface WallSpan {
  readonly from: Wall;
  readonly to: Wall;
}

const budgets = new WeakMap<ICAL.Recur, Budget>();

/**
 * The library looks for the next time in loops of its own, also in its constructor, and some rules keep it there
 * for ever: the 30th of February, the fifth Monday of February every 48 months. These are the steps of its loops.
 */
class CountedIterator extends ICAL.RecurIterator {
  override check_contracting_rules(): boolean {
    this.spend();
    return super.check_contracting_rules();
  }

  override increment_month(): void {
    this.spend();
    super.increment_month();
  }

  override increment_year(inc: unknown): void {
    this.spend();
    super.increment_year(inc);
  }

  private spend() {
    const budget = budgets.get(this.rule);
    if (!budget) return;
    budget.left -= 1;
    if (budget.left < 0) throw new EndlessRule();
  }
}

/** The clock time of a value, whatever its zone. */
export const wallOf = (time: ICAL.Time): Wall =>
  Date.UTC(
    time.year,
    time.month - 1,
    time.day,
    time.hour ?? 0,
    time.minute ?? 0,
    time.second ?? 0,
  );

export const timeOf = (wall: Wall): ICAL.Time => {
  const date = new Date(wall);
  return ICAL.Time.fromData({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    isDate: false,
  });
};

const PERIOD_MS: Readonly<Record<string, number>> = {
  SECONDLY: 1000,
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: DAY_MS,
  WEEKLY: 7 * DAY_MS,
};

/** Whole periods ahead, as far as nothing before `from` matters: a rule of many years costs what one month does. */
function nearer(rule: ICAL.Recur, start: Wall, from: Wall): Wall {
  const period = PERIOD_MS[rule.freq];
  if (!period || rule.count || rule.getComponent('BYWEEKNO').length > 0) {
    return start;
  }
  const step = period * rule.interval;
  return start + step * Math.max(0, Math.floor((from - start) / step) - 1);
}

/**
 * The clock times at which a rule repeats within a span, in order.
 *
 * @param until - clock time of the rule's own end, which is in it; undefined: it has none
 * @throws EndlessRule when the budget is used up
 */
export function* repeats(
  recur: ICAL.Recur,
  start: Wall,
  until: Wall | undefined,
  span: WallSpan,
  budget: Budget,
): Generator<Wall> {
  if (until !== undefined && until < span.from) return;
  const rule = recur.clone();
  // Compared by us: the library compares clock time with UTC.
  rule.until = null as unknown as ICAL.Time;
  budgets.set(rule, budget);
  const dtstart = timeOf(nearer(rule, start, span.from));
  const iterator = new CountedIterator({ rule, dtstart });
  const last = Math.min(span.to - 1, until ?? Infinity);
  for (let next = iterator.next(); next; next = iterator.next()) {
    const wall = wallOf(next);
    if (wall > last) return;
    if (wall >= span.from) yield wall;
  }
}

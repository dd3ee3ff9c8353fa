import { InputError } from '@backstage/errors';
import { CLOCK_SKEW_MS } from '@plimsoll/backstage-plugin-reliability-common';
import { dayOf } from '../../database/dates';

/** A time from one moment on and before another; milliseconds since the epoch. */
export interface KpiSpan {
  readonly from: number;
  readonly to: number;
  /** UTC; the last is that at whose end what has no duration is read. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Its length, a part of a day too. */
  readonly days: number;
}

export interface KpiPeriod {
  readonly now: KpiSpan;
  /** As long, and directly before. */
  readonly before: KpiSpan;
  /** Whether the last day is today, so that the present is read. */
  readonly isCurrent: boolean;
}

const DAY = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 30;
const MAX_DAYS = 366;

const span = (from: number, to: number): KpiSpan => ({
  from,
  to,
  firstDay: dayOf(from),
  lastDay: dayOf(to - 1),
  days: (to - from) / DAY,
});

/**
 * The period that a request asks for. Of a day that goes on only what is over counts, in the period before as well, so
 * that the two are as long.
 *
 * @param asked - UTC days, both of them within
 * @throws InputError where it ends in the future, before it begins, or is too long
 */
export function kpiPeriod(
  asked: { readonly from?: string; readonly to?: string },
  now: number,
): KpiPeriod {
  const today = dayOf(now);
  const { to: lastDay = today } = asked;
  if (lastDay > today) {
    throw new InputError(`to: expected a day up to today, ${today} in UTC`);
  }
  const last = Date.parse(lastDay);
  const from = asked.from
    ? Date.parse(asked.from)
    : last - (DEFAULT_DAYS - 1) * DAY;
  if (from > last) throw new InputError('from: expected a day up to to');
  if (last - from >= MAX_DAYS * DAY) {
    throw new InputError(`from: expected a period of at most ${MAX_DAYS} days`);
  }
  const isCurrent = lastDay === today;
  const end = isCurrent ? now : last + DAY;
  const found = span(from, Math.max(end, from + 1));
  return {
    // Clocks differ: what begins a little ahead of ours has begun.
    now: isCurrent ? { ...found, to: now + CLOCK_SKEW_MS, lastDay } : found,
    before: span(from - (end - from), from),
    isCurrent,
  };
}

/** Days of a period from the first to the last, so many at most, evenly apart. */
export function kpiDays({ firstDay, lastDay }: KpiSpan, most: number) {
  const first = Date.parse(firstDay);
  const count = (Date.parse(lastDay) - first) / DAY;
  const steps = Math.min(count, most - 1);
  const days = Array.from({ length: steps + 1 }, (_, index) =>
    dayOf(
      first + (steps === 0 ? 0 : Math.round((index * count) / steps)) * DAY,
    ),
  );
  return days;
}

import { OncallCoverage } from '../tier';
import { OncallWindow } from './oncall';
import { clip, union } from './spans';
import { wallClock, weeklyTimes } from './wallClock';

/** When the tier coverage `business-hours` wants somebody on call. @public */
export interface BusinessHours {
  /** IANA name. */
  readonly timeZone: string;
  /** 1 is Monday, 7 Sunday. */
  readonly days: readonly number[];
  /** `HH:mm` */
  readonly from: string;
  /** `HH:mm`, up to `24:00`; not later than `from`: on the next day. */
  readonly to: string;
}

const DAY = 24 * 3_600_000;

/** Gaps are told for 14 days from any time of the first. */
const KEPT = 15 * DAY;

const timesOf = (hours: BusinessHours, window: OncallWindow): OncallWindow[] =>
  union(weeklyTimes(wallClock(hours.timeZone), hours, window));

interface KeptTimes {
  readonly window: OncallWindow;
  readonly times: readonly OncallWindow[];
}

/** Thousands of services ask the same of the same days, and clocks on the wall are slow to read. */
const kept = new WeakMap<BusinessHours, KeptTimes>();

/** The same times whether they are kept or not: business hours begin and end at whole minutes. */
function businessTimes(
  hours: BusinessHours,
  window: OncallWindow,
): OncallWindow[] {
  const from = Math.floor(window.from / DAY) * DAY;
  const whole = { from, to: from + KEPT };
  if (window.to > whole.to) return timesOf(hours, window);
  let known = kept.get(hours);
  if (known?.window.from !== from) {
    known = { window: whole, times: timesOf(hours, whole) };
    kept.set(hours, known);
  }
  return clip(known.times, window);
}

/**
 * The times of a window in which a tier wants somebody on call, in order: all of it, its business hours by the
 * clock on the wall, or none where cover is best effort or nothing is said.
 *
 * @throws RangeError for business hours in an unknown time zone
 * @public
 */
export function requiredTimes(
  coverage: OncallCoverage | undefined,
  window: OncallWindow,
  hours: BusinessHours,
): OncallWindow[] {
  if (window.to <= window.from) return [];
  if (coverage === '24x7') return [window];
  if (coverage !== 'business-hours') return [];
  return businessTimes(hours, window);
}

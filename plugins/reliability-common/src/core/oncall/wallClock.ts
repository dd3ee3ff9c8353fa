import { IANAZone } from 'luxon';
import { OncallWindow } from './oncall';

/** A time by the clock on the wall: milliseconds since 1970-01-01T00:00 as that clock shows it. */
export type WallTime = number;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The clocks of one time zone. */
export interface WallClock {
  toWall(at: number): WallTime;
  /**
   * A time that the clock shows twice is the first of the two; one that it skips is read with the offset from
   * before the change (RFC 5545, section 3.3.5).
   */
  fromWall(wall: WallTime): number;
}

/** @throws RangeError for a zone that nobody knows */
export function wallClock(timeZone: string): WallClock {
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new RangeError(`unknown time zone ${timeZone}`);
  const offset = (at: number) => zone.offset(at) * MINUTE;
  return {
    toWall: at => at + offset(at),
    fromWall: wall => {
      // Offsets are less than a day, so that the two stand before and after any change near the time.
      const before = offset(wall - DAY);
      const after = offset(wall + DAY);
      const first = wall - before;
      if (before === after || offset(first) === before) return first;
      const second = wall - after;
      return offset(second) === after ? second : first;
    },
  };
}

/** Providers also name zones as nobody else does; then the clock is that of UTC. */
export const wallClockOrUtc = (timeZone: string | undefined): WallClock =>
  wallClock(
    timeZone !== undefined && IANAZone.isValidZone(timeZone) ? timeZone : 'UTC',
  );

/** Minutes since midnight of `HH:mm`. */
function minutesOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `HH:mm` as milliseconds since midnight. */
export const timeOfDay = (text: string): number => minutesOf(text) * MINUTE;

/** Hours of some days of the week by the clock on the wall; 1 is Monday. `to` not after `from`: on the next day. */
export interface WeeklyHours {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** 1970-01-01 was a Thursday. */
const weekdayOf = (midnight: WallTime) =>
  ((((midnight / DAY + 3) % 7) + 7) % 7) + 1;

/** The weekly hours within a window, in order. */
export function weeklyTimes(
  clock: WallClock,
  { days, from, to }: WeeklyHours,
  window: OncallWindow,
): OncallWindow[] {
  const start = timeOfDay(from);
  const end = timeOfDay(to) > start ? timeOfDay(to) : timeOfDay(to) + DAY;
  const times: OncallWindow[] = [];
  const last = clock.toWall(window.to);
  let midnight = Math.floor(clock.toWall(window.from) / DAY - 1) * DAY;
  for (; midnight <= last; midnight += DAY) {
    if (days.includes(weekdayOf(midnight))) {
      const begins = Math.max(clock.fromWall(midnight + start), window.from);
      const ends = Math.min(clock.fromWall(midnight + end), window.to);
      if (begins < ends) times.push({ from: begins, to: ends });
    }
  }
  return times;
}

import { DateTime, DurationLikeObject } from 'luxon';
import { SloDuration, SloWindow } from './slo';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Some time; milliseconds since the epoch. `to` is not in it. @public */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** Rolling months, quarters and years are 30, 90 and 365 days (the rule of the OpenSLO SDK). */
const LENGTHS: Record<SloDuration['unit'], number> = {
  m: MINUTE,
  h: HOUR,
  d: DAY,
  w: 7 * DAY,
  M: 30 * DAY,
  Q: 90 * DAY,
  Y: 365 * DAY,
};

/** A duration in milliseconds; months, quarters and years are 30, 90 and 365 days. @public */
export const durationMs = ({ count, unit }: SloDuration): number =>
  count * LENGTHS[unit];

/** A duration as OpenSLO writes it: `30d`. @public */
export const durationText = ({ count, unit }: SloDuration): string =>
  `${count}${unit}`;

/** Length of a window in milliseconds; of a calendar window the usual one, so that it is the same in every month. @public */
export const usualLength = (window: SloWindow): number =>
  window.kind === 'rolling' ? window.ms : durationMs(window.duration);

type Calendar = Extract<SloWindow, { kind: 'calendar' }>;

function after({ count, unit }: SloDuration, n: number): DurationLikeObject {
  const times = count * n;
  switch (unit) {
    case 'm':
      return { minutes: times };
    case 'h':
      return { hours: times };
    case 'd':
      return { days: times };
    case 'w':
      return { weeks: times };
    case 'M':
      return { months: times };
    case 'Q':
      return { months: 3 * times };
    default:
      return { years: times };
  }
}

/**
 * When the n-th period begins. Counted from the anchor, never from the period before: from the 31st a chain of
 * months would stay on the 28th. Counted on the wall, then read by the zone's rules of that day: a month with a
 * change of clocks is an hour longer or shorter.
 */
function boundary(window: Calendar, n: number): number {
  const wall = DateTime.fromFormat(window.startTime, 'yyyy-MM-dd HH:mm:ss', {
    zone: 'utc',
  });
  return wall
    .plus(after(window.duration, n))
    .setZone(window.timeZone, { keepLocalTime: true })
    .toMillis();
}

/** The period that holds a time; a boundary belongs to the period that it ends, as windows are `(from, to]`. */
function periodAt(window: Calendar, at: number): TimeRange {
  const usual = durationMs(window.duration);
  let n = Math.floor((at - boundary(window, 0)) / usual);
  while (boundary(window, n) >= at) n -= 1;
  while (boundary(window, n + 1) < at) n += 1;
  return { from: boundary(window, n), to: boundary(window, n + 1) };
}

/**
 * The window in force at a time. `to` is that time, `end` the end of the calendar period, of a rolling window
 * the same as `to`. At the very end of a period the window is still that period. Times are milliseconds.
 *
 * @public
 */
export function windowAt(
  window: SloWindow,
  at: number,
): { from: number; to: number; end: number } {
  if (window.kind === 'rolling') {
    return { from: at - window.ms, to: at, end: at };
  }
  const period = periodAt(window, at);
  return { from: period.from, to: at, end: period.to };
}

/** A Monday, and the first day of a month, a quarter and a year. */
const ANCHOR = '2001-01-01 00:00:00';

/** The calendar period that people compare a rolling window of a length with. */
function calendarLike(ms: number): SloDuration {
  if (ms <= 3 * DAY) return { count: 1, unit: 'd' };
  if (ms <= 21 * DAY) return { count: 1, unit: 'w' };
  if (ms <= 60 * DAY) return { count: 1, unit: 'M' };
  if (ms <= 180 * DAY) return { count: 1, unit: 'Q' };
  return { count: 1, unit: 'Y' };
}

/**
 * What is shown beside a window: the calendar day, week, month, quarter or year (UTC) beside a rolling window of
 * about that length, a rolling window of the usual length beside a calendar one.
 *
 * @public
 */
export function companionOf(window: SloWindow): SloWindow {
  if (window.kind === 'rolling') {
    return {
      kind: 'calendar',
      duration: calendarLike(window.ms),
      startTime: ANCHOR,
      timeZone: 'UTC',
    };
  }
  const ms = durationMs(window.duration);
  const days: SloDuration = { count: ms / DAY, unit: 'd' };
  return {
    kind: 'rolling',
    duration: Number.isInteger(days.count) ? days : window.duration,
    ms,
  };
}

const zoneOf = (window: SloWindow) =>
  window.kind === 'calendar' ? window.timeZone : 'utc';

/** The day in which a time falls, in the time zone of the SLO (UTC where it has none); `YYYY-MM-DD`. @public */
export function sloDayAt(window: SloWindow, at: number): string {
  return DateTime.fromMillis(at, { zone: zoneOf(window) }).toFormat(
    'yyyy-MM-dd',
  );
}

/** When a day begins and ends in the time zone of the SLO; 23 or 25 hours where clocks change. @public */
export function dayRange(window: SloWindow, day: string): TimeRange {
  const start = DateTime.fromISO(day, { zone: zoneOf(window) });
  return {
    from: start.toMillis(),
    to: start.plus({ days: 1 }).startOf('day').toMillis(),
  };
}

import { DateTime } from 'luxon';

const HOUR = 3_600_000;
const DAY = 'ccc d LLL';
const CLOCK = 'HH:mm';

/** A time as one says it of a plan, in the reader's zone: `Sat 28 Nov 09:00`. */
export function momentText(iso: string): string {
  return DateTime.fromISO(iso).toFormat(`${DAY} ${CLOCK}`);
}

/** A stretch of time; the day is said once where both ends are on it: `Sat 28 Nov 09:00–17:00`. */
export function stretchText(from: string, to: string): string {
  const [start, end] = [DateTime.fromISO(from), DateTime.fromISO(to)];
  // Midnight ends a day and does not begin the next one.
  const last = end.minus({ milliseconds: 1 });
  if (!start.hasSame(last, 'day')) {
    return `${momentText(from)} – ${momentText(to)}`;
  }
  const clock = end.hasSame(start, 'day') ? end.toFormat(CLOCK) : '24:00';
  return `${momentText(from)}–${clock}`;
}

/** Hours as people say them: `8 h`, `7.5 h`, and minutes below one: `20 min`. */
export function hoursText(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.round(hours * 10) / 10} h`;
}

/** The hours between two times. */
export function hoursBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / HOUR;
}

/** How far a time is from another one, or from now, in words: `in 2 days`. */
export function relativeTo(iso: string, base?: string): string {
  const words = DateTime.fromISO(iso).toRelative({
    base: base ? DateTime.fromISO(base) : undefined,
    style: 'long',
  });
  return words ?? iso;
}

/** The zone in which times are shown. */
export const readersZone = (): string => DateTime.local().zoneName;

const DAY = 24 * 60 * 60 * 1000;

/** The UTC day of a time, as YYYY-MM-DD. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The UTC day so many days before a time. */
export function dayBefore(time: number, days: number): string {
  return dayOf(time - days * DAY);
}

/** RFC 3339 in UTC. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}

/** The same for a time that may be missing. */
export const isoOrNull = (time: number | null | undefined): string | null =>
  time === null || time === undefined ? null : isoTime(time);

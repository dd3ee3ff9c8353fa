import { DateTime, Duration } from 'luxon';

/** A date as people write it, for instance `3 May 2026`; the text itself where it is none. */
export function dayText(iso: string): string {
  const time = DateTime.fromISO(iso);
  return time.isValid ? time.toLocaleString(DateTime.DATE_MED) : iso;
}

/** A length of time in its largest whole unit: `7 days`, `12 hours`. */
export function durationText(milliseconds: number): string {
  const duration = Duration.fromMillis(milliseconds);
  for (const unit of ['days', 'hours', 'minutes'] as const) {
    const count = Math.floor(duration.as(unit));
    if (count >= 1) return Duration.fromObject({ [unit]: count }).toHuman();
  }
  return Duration.fromObject({ minutes: 1 }).toHuman();
}

/** How far away a time is, in words: `in 12 days`, `2 days ago`. */
export function relativeText(iso: string): string {
  return DateTime.fromISO(iso).toRelative({ style: 'long' }) ?? iso;
}

import { DateTime, Interval } from 'luxon';

/** Two times of the reader's zone, with the date once where both are of one day. */
export function rangeText(from: string, to: string): string {
  return Interval.fromDateTimes(
    DateTime.fromISO(from),
    DateTime.fromISO(to),
  ).toLocaleString(DateTime.DATETIME_MED);
}

/** What a field of type `datetime-local` holds, as RFC 3339; undefined where it holds nothing. */
export function localToIso(value: string): string | undefined {
  const time = DateTime.fromISO(value);
  return value && time.isValid
    ? time.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined
    : undefined;
}

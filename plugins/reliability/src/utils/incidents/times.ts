import { DateTime } from 'luxon';

const MINUTE_FIELD = "yyyy-LL-dd'T'HH:mm";
const SAID = 'd LLL yyyy, HH:mm';

/** A time as a field of type `datetime-local` holds it, in the reader's zone; empty where there is none. */
export function localField(iso: string | null | undefined): string {
  const time = DateTime.fromISO(iso ?? '');
  return time.isValid ? time.toFormat(MINUTE_FIELD) : '';
}

/** The day of a time as a field of type `date` holds it, in the reader's zone; empty where there is none. */
export function dayField(iso: string | null | undefined): string {
  return localField(iso).slice(0, 10);
}

/** The last second of the day that a field of type `date` holds, as RFC 3339; null where it holds none. */
export function endOfDay(field: string): string | null {
  const day = DateTime.fromFormat(field, 'yyyy-LL-dd');
  return day.isValid
    ? day.endOf('day').toUTC().startOf('second').toISO({
        suppressMilliseconds: true,
      })
    : null;
}

/** A time as one says it, in the reader's zone: `21 Nov 2026, 15:05`. */
export function timeText(iso: string): string {
  return DateTime.fromISO(iso).toFormat(SAID);
}

/** The same time in UTC, for people of one incident who sit in many zones: `21 Nov 2026, 14:05 UTC`. */
export function utcText(iso: string): string {
  return `${DateTime.fromISO(iso, { zone: 'utc' }).toFormat(SAID)} UTC`;
}

import { DateTime } from 'luxon';

/** A UTC day as people write it, whatever the zone of the reader; the text itself where it is none. */
export function utcDayText(day: string): string {
  const time = DateTime.fromISO(day, { zone: 'utc' });
  return time.isValid ? time.toLocaleString(DateTime.DATE_MED) : day;
}

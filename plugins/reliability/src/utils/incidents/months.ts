import { DateTime } from 'luxon';

/** A month such as `2026-11` as people say it: `Nov 2026`; the text itself where it is none. */
export function monthText(key: string): string {
  const month = DateTime.fromFormat(key, 'yyyy-LL');
  return month.isValid ? month.toFormat('LLL yyyy') : key;
}

import { InputError } from '@backstage/errors';
import {
  IncidentStatsQuery,
  Severity,
  severityName,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime, IANAZone } from 'luxon';

/** What incidents are grouped by. */
export type GroupedBy = NonNullable<IncidentStatsQuery['by']>;

/** A calendar month. */
export interface Month {
  /** Such as `2026-11`. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly from: number;
}

/** More months are not shown. */
const MAX_MONTHS = 100;

/**
 * The months that a period touches, in their order; of more than a hundred the last.
 *
 * @throws InputError where there is no such time zone
 */
export function monthsOf(
  { from, to }: { readonly from: number; readonly to: number },
  zone: string,
): Month[] {
  if (!IANAZone.isValidZone(zone)) {
    throw new InputError(
      `timeZone: expected a name such as Europe/Berlin, not "${zone}"`,
    );
  }
  const months: Month[] = [];
  let month = DateTime.fromMillis(Math.max(from, to - 1), { zone }).startOf(
    'month',
  );
  const first = DateTime.fromMillis(from, { zone }).startOf('month');
  while (month >= first && months.length < MAX_MONTHS) {
    months.push({ key: month.toFormat('yyyy-MM'), from: month.toMillis() });
    month = month.minus({ months: 1 });
  }
  return months.reverse();
}

/** The month that holds a time; undefined: none of them. */
export function monthAt(
  months: readonly Month[],
  at: number,
): string | undefined {
  let low = 0;
  let high = months.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (months[middle].from <= at) low = middle + 1;
    else high = middle;
  }
  return months[low - 1]?.key;
}

/** The key of a severity in a reply. */
export const severityKey = (level: Severity | null): string =>
  level === null ? 'none' : String(level);

/** What a severity is called, by its key. */
export const severityTitle = (key: string, names: readonly string[]): string =>
  severityName(key === 'none' ? null : Number(key), names);

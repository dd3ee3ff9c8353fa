import { IANAZone } from 'luxon';

/**
 * Time on the clock of a zone, written as the milliseconds since the epoch at which a clock in UTC shows the
 * same.
 */
export type Wall = number;

/** Turns clock time into time and back; times are milliseconds since the epoch. */
export interface Zone {
  /** Equal for zones that are the same. */
  readonly id: string;
  /** Only of zones that the time-zone database knows. */
  readonly iana?: string;
  toInstant(wall: Wall): number;
  toWall(instant: number): Wall;
}

export const DAY_MS = 24 * 3_600_000;

export const UTC: Zone = {
  id: 'UTC',
  iana: 'UTC',
  toInstant: wall => wall,
  toWall: instant => instant,
};

/**
 * A zone of which the offsets are known. Clock time that there is twice is the first, and clock time that is
 * skipped counts with the offset before it (RFC 5545, section 3.3.5); luxon would choose by today's offset.
 *
 * @param offset - milliseconds ahead of UTC at a time
 */
export const zoneWith = (
  id: string,
  offset: (instant: number) => number,
): Zone => ({
  id,
  toWall: instant => instant + offset(instant),
  toInstant: wall => {
    const before = offset(wall - DAY_MS);
    const after = offset(wall + DAY_MS);
    const fitting = [before, after]
      .map(each => wall - each)
      .filter(instant => instant + offset(instant) === wall);
    return fitting.length > 0 ? Math.min(...fitting) : wall - before;
  },
});

const WEEK_MS = 7 * DAY_MS;

/**
 * Remembers offsets by weeks in which they do not change: to look one up takes longer than all else that is done
 * with an event. No zone changes twice in a week.
 */
function remembered(offset: (instant: number) => number) {
  const weeks = new Map<number, number | null>();
  return (instant: number): number => {
    const week = Math.floor(instant / WEEK_MS);
    let known = weeks.get(week);
    if (known === undefined) {
      const first = offset(week * WEEK_MS);
      known = first === offset((week + 1) * WEEK_MS) ? first : null;
      weeks.set(week, known);
    }
    return known ?? offset(instant);
  };
}

/**
 * A zone of the time-zone database.
 *
 * @returns undefined when there is none of that name
 */
export function ianaZone(name: string): Zone | undefined {
  if (!IANAZone.isValidZone(name)) return undefined;
  const zone = IANAZone.create(name);
  return {
    ...zoneWith(
      name,
      remembered(instant => zone.offset(instant) * 60_000),
    ),
    iana: name,
  };
}

import { OncallPerson, OncallWindow, personKey, Rotation } from './oncall';
import { planned } from './planned';
import { distinctPeople, hoursOf, intersect, union } from './spans';
import { wallClockOrUtc, WeeklyHours, weeklyTimes } from './wallClock';

/** What one person carries in a period. @public */
export interface OncallLoad {
  readonly person: OncallPerson;
  /** Shifts of one rotation that touch or overlap are one. */
  readonly shifts: number;
  /** Overlapping shifts count once. */
  readonly hours: number;
  /** 22:00–08:00 in the rotation's time zone. */
  readonly nightHours: number;
  /** Saturday and Sunday in the rotation's time zone. */
  readonly weekendHours: number;
  /** The longest time without an hour off. */
  readonly longestHours: number;
  /** Of the hours of all; 0–1. */
  readonly share: number;
}

const NIGHTS: WeeklyHours = {
  days: [1, 2, 3, 4, 5, 6, 7],
  from: '22:00',
  to: '08:00',
};
const WEEKENDS: WeeklyHours = { days: [6, 7], from: '00:00', to: '24:00' };

interface Burden {
  readonly people: OncallPerson[];
  readonly times: OncallWindow[];
  readonly nights: OncallWindow[];
  readonly weekends: OncallWindow[];
  shifts: number;
}

/** Nights and weekends of a period in a zone, found once for all rotations of the zone. */
function calendarOf(period: OncallWindow) {
  const zones = new Map<
    string | undefined,
    { nights: OncallWindow[]; weekends: OncallWindow[] }
  >();
  return (timeZone: string | undefined) => {
    const known = zones.get(timeZone);
    if (known) return known;
    const clock = wallClockOrUtc(timeZone);
    const found = {
      nights: union(weeklyTimes(clock, NIGHTS, period)),
      weekends: union(weeklyTimes(clock, WEEKENDS, period)),
    };
    zones.set(timeZone, found);
    return found;
  };
}

/** The times of each person of a rotation; members of a team carry nothing that was planned. */
function timesOf(rotation: Rotation, period: OncallWindow) {
  const times = new Map<
    string,
    { person: OncallPerson; windows: OncallWindow[] }
  >();
  for (const shift of planned(rotation, period)) {
    const { person, shadow, source, start, end } = shift;
    if (person && !shadow && source !== 'members') {
      const key = personKey(person);
      const entry = times.get(key) ?? { person, windows: [] };
      entry.windows.push({ from: start, to: end });
      times.set(key, entry);
    }
  }
  return times;
}

/** The longest time in which no hour is free. */
function longestHours(times: readonly OncallWindow[]): number {
  const HOUR = 3_600_000;
  let longest = 0;
  let begin = times[0]?.from ?? 0;
  times.forEach(({ from, to }, index) => {
    if (index > 0 && from - times[index - 1].to >= HOUR) begin = from;
    longest = Math.max(longest, to - begin);
  });
  return longest / HOUR;
}

/**
 * Who carries rotations in a period, the most hours first. Shadows, slots that nobody fills and members of a team
 * carry nothing; permanent shifts count for the whole period. A rotation without a known time zone is in UTC.
 *
 * @public
 */
export function oncallLoad(
  rotations: readonly Rotation[],
  period: OncallWindow,
): OncallLoad[] {
  const calendar = calendarOf(period);
  const burdens = new Map<string, Burden>();
  for (const rotation of rotations) {
    const { nights, weekends } = calendar(rotation.timeZone);
    for (const [key, { person, windows }] of timesOf(rotation, period)) {
      const times = union(windows);
      const burden = burdens.get(key) ?? {
        people: [],
        times: [],
        nights: [],
        weekends: [],
        shifts: 0,
      };
      burden.people.push(person);
      burden.times.push(...times);
      burden.nights.push(...intersect(times, nights));
      burden.weekends.push(...intersect(times, weekends));
      burden.shifts += times.length;
      burdens.set(key, burden);
    }
  }
  const loads = [...burdens.values()].map(burden => ({
    person: distinctPeople(burden.people)[0],
    shifts: burden.shifts,
    hours: hoursOf(union(burden.times)),
    nightHours: hoursOf(union(burden.nights)),
    weekendHours: hoursOf(union(burden.weekends)),
    longestHours: longestHours(union(burden.times)),
  }));
  const all = loads.reduce((sum, { hours }) => sum + hours, 0);
  const people = distinctPeople(loads.map(({ person }) => person));
  const place = new Map(people.map((person, index) => [person, index]));
  return loads
    .map(load => ({ ...load, share: all > 0 ? load.hours / all : 0 }))
    .sort(
      (a, b) =>
        b.hours - a.hours || place.get(a.person)! - place.get(b.person)!,
    );
}

import { OncallPerson, Rotation } from './oncall';
import type { Overview } from './overview';
import { planned, PlannedShift } from './planned';
import { distinctPeople } from './spans';

/** Who shares a level. */
export interface Sharers {
  readonly level: number | null;
  readonly people: OncallPerson[];
  readonly basis: 'roster' | 'window';
}

/** The first level first; null, where there are no levels, last. */
export const byLevel = (a: number | null, b: number | null) =>
  (a ?? Infinity) === (b ?? Infinity) ? 0 : (a ?? Infinity) - (b ?? Infinity);

/**
 * The levels of a rotation: of its shifts and of its roster. A roster without levels names no level of its own
 * where the shifts have some.
 */
function levelsOf({
  shifts,
  roster = [],
}: Pick<Rotation, 'shifts' | 'roster'>): (number | null)[] {
  const ofShifts = new Set(shifts.map(({ level }) => level));
  const ofRoster = roster
    .map(({ level }) => level)
    .filter(level => level !== null || ofShifts.size === 0);
  return [...new Set([...ofShifts, ...ofRoster])].sort(byLevel);
}

/** Everybody who has a shift, at a level if one is given, and does not only shadow. */
function peopleOn(
  shifts: readonly PlannedShift[],
  level?: number | null,
): OncallPerson[] {
  const found = new Set<OncallPerson>();
  for (const shift of shifts) {
    const there = level === undefined || shift.level === level;
    if (there && shift.person && !shift.shadow) found.add(shift.person);
  }
  return distinctPeople([...found]);
}

function sharersOf(
  { roster = [] }: Rotation,
  levels: readonly (number | null)[],
  shifts: readonly PlannedShift[],
): Sharers[] {
  return levels.map(level => {
    const named = roster
      .filter(entry => entry.level === level)
      .flatMap(({ people }) => people);
    return named.length > 0
      ? { level, people: distinctPeople(named), basis: 'roster' }
      : {
          level,
          people: peopleOn(shifts, level),
          basis: 'window',
        };
  });
}

/** What a rotation says whatever the time is, and what was computed of it last. */
export interface Standing {
  readonly levels: readonly (number | null)[];
  /** Who shares each level: by the roster where it names somebody, else whoever has a shift in the window. */
  readonly sharers: readonly Sharers[];
  /** Everybody who has a shift in the window and does not only shadow. */
  readonly people: readonly OncallPerson[];
  /** What it came to the last time, with the others of a service: services of different tiers share rotations. */
  joined?: {
    /** This one is the first. */
    readonly rotations: readonly Rotation[];
    readonly at: number;
    readonly view: Overview;
  };
}

/** Services share rotations. A rotation never changes after it was read, so that what it says can be kept. */
const standings = new WeakMap<Rotation, Standing>();

/** What a rotation says whatever the time is; computed once for each rotation object. */
export function standingOf(rotation: Rotation): Standing {
  const known = standings.get(rotation);
  if (known) return known;
  const shifts = planned(rotation);
  const levels = levelsOf(rotation);
  const standing: Standing = {
    levels,
    sharers: sharersOf(rotation, levels, shifts),
    people: peopleOn(shifts),
  };
  standings.set(rotation, standing);
  return standing;
}

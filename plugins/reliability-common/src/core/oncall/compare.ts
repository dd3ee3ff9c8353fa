import { OncallPerson, OncallWindow, Rotation } from './oncall';
import { planned, PlannedShift } from './planned';
import { Segment, segmentsOf } from './segments';
import { byLevel } from './sharers';
import { hoursOf, intersect, subtract, TOLERANCE_MS, union } from './spans';

/** A time in which two accounts have other people on call. @public */
export interface OncallDifference {
  readonly from: number;
  readonly to: number;
  /** null: neither account has levels. */
  readonly level: number | null;
  readonly kind: 'other-people' | 'only-left' | 'only-right';
  readonly left: OncallPerson[];
  readonly right: OncallPerson[];
}

/** What two accounts agree on. @public */
export interface OncallComparison {
  /** Hours in which either has somebody, and every level has the same people on both. */
  readonly sameHours: number;
  /** Hours in which either has somebody on call. */
  readonly comparedHours: number;
  /** The soonest first. */
  readonly differences: OncallDifference[];
}

/** Gives everybody whom both accounts know one id: by user of the catalog, or by e-mail address. */
function identities(shifts: readonly PlannedShift[]) {
  const names = new Map<string, string>();
  const idOf = (person: OncallPerson) => {
    const marks = [person.entityRef, person.email].flatMap(mark => mark ?? []);
    const known = marks.map(mark => names.get(mark)).find(id => id);
    const id = known ?? marks[0] ?? person.id;
    for (const mark of marks) if (!names.has(mark)) names.set(mark, id);
    return id;
  };
  // Whoever has both marks joins those who have one, so they go first.
  const people = shifts.flatMap(({ person }) => person ?? []);
  for (const person of people) {
    if (person.entityRef && person.email) idOf(person);
  }
  return idOf;
}

function shiftsOf(rotations: readonly Rotation[], window: OncallWindow) {
  return rotations.flatMap(rotation => planned(rotation, window));
}

/** What both sides know: nobody is compared beyond it. */
function knownTime(
  rotations: readonly Rotation[],
  window: OncallWindow,
): OncallWindow {
  const windows = rotations.map(each => each.window);
  return {
    from: window.from,
    to: Math.min(window.to, ...windows.map(({ to }) => to)),
  };
}

function differencesAt(
  level: number | null,
  left: readonly Segment[],
  right: readonly Segment[],
  sameKey: (a: Segment, b: Segment) => boolean,
): OncallDifference[] {
  const found: OncallDifference[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [a, b] = [left[i], right[j]];
    const from = Math.max(a.from, b.from);
    const to = Math.min(a.to, b.to);
    if (to - from > TOLERANCE_MS && !sameKey(a, b)) {
      const only = a.people.length === 0 ? 'only-right' : 'only-left';
      const both = a.people.length > 0 && b.people.length > 0;
      found.push({
        from,
        to,
        level,
        kind: both ? 'other-people' : only,
        left: a.people,
        right: b.people,
      });
    }
    if (a.to <= b.to) i += 1;
    if (b.to <= a.to) j += 1;
  }
  return found;
}

const busy = (segments: readonly Segment[]): OncallWindow[] =>
  segments.filter(({ people }) => people.length > 0);

/**
 * Two accounts side by side, as far as both are known. What has no levels is compared as level 1. People are the
 * same by their user in the catalog or their e-mail address.
 *
 * @public
 */
export function compareAccounts(
  left: readonly Rotation[],
  right: readonly Rotation[],
  window: OncallWindow,
): OncallComparison {
  const time = knownTime([...left, ...right], window);
  if (time.to <= time.from) {
    return { sameHours: 0, comparedHours: 0, differences: [] };
  }
  const sides = [shiftsOf(left, time), shiftsOf(right, time)] as const;
  const idOf = identities(sides.flat());
  const idsOf = ({ people }: Segment) => people.map(idOf).sort().join('\n');
  const numbered = sides.flat().some(({ level }) => level !== null);
  const levels = [...new Set(sides.flat().map(({ level }) => level ?? 1))];
  const differences = levels.sort(byLevel).flatMap(level => {
    const [a, b] = sides.map(shifts =>
      segmentsOf(
        shifts.filter(shift => (shift.level ?? 1) === level),
        time,
      ),
    );
    return differencesAt(
      numbered ? level : null,
      a,
      b,
      (one, other) => idsOf(one) === idsOf(other),
    );
  });
  const compared = union(sides.flatMap(each => busy(segmentsOf(each, time))));
  const same = subtract(compared, union(differences));
  return {
    sameHours: hoursOf(intersect(same, compared)),
    comparedHours: hoursOf(compared),
    differences: differences.sort(
      (a, b) => a.from - b.from || byLevel(a.level, b.level),
    ),
  };
}

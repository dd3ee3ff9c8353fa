import { OncallPerson, OncallWindow, personKey } from './oncall';
import { PlannedShift } from './planned';
import { changesOf, Segment, segmentsBetween } from './segments';
import { byLevel } from './sharers';
import { clip, hoursOf, subtract, TOLERANCE_MS } from './spans';
import type { CoverageGap, Handover, LevelNow } from './status';

interface OverviewInput {
  /** Of one rotation or of several. */
  readonly shifts: readonly PlannedShift[];
  readonly levels: readonly (number | null)[];
  /** From the time that is asked for to the end of what is known. */
  readonly window: OncallWindow;
  /** For how long from its beginning gaps and handovers are told. */
  readonly horizonMs: number;
}

export interface Overview {
  readonly levels: LevelNow[];
  readonly gaps: CoverageGap[];
  /** Times at no level, in order. */
  readonly uncovered: OncallWindow[];
  readonly gapHours: number;
  readonly handovers: Handover[];
}

interface LevelTimeline {
  readonly level: number | null;
  readonly segments: Segment[];
}

const emptyTimes = (segments: readonly Segment[]): OncallWindow[] =>
  segments
    .filter(({ people }) => people.length === 0)
    .map(({ from, to }) => ({ from, to }));

function levelNow({ level, segments }: LevelTimeline): LevelNow {
  const [now, next] = segments;
  return {
    level,
    people: now.people,
    until: next ? next.from : null,
    next: next ? { at: next.from, people: next.people } : null,
  };
}

function missingFrom(
  people: readonly OncallPerson[],
  others: readonly OncallPerson[],
): OncallPerson[] {
  if (people.length === 0 || others.length === 0) return [...people];
  const keys = others.map(personKey);
  return people.filter(person => !keys.includes(personKey(person)));
}

const handoversOf = (
  { level, segments }: LevelTimeline,
  { to }: OncallWindow,
): Handover[] =>
  segments
    .slice(1)
    .filter(({ from }) => from < to)
    .map((next, index) => ({
      at: next.from,
      level,
      out: missingFrom(segments[index].people, next.people),
      in: missingFrom(next.people, segments[index].people),
    }));

/** Level by level, what is empty there although somebody is at another; levels that have no number cannot be. */
function levelGaps(
  timelines: readonly LevelTimeline[],
  uncovered: readonly OncallWindow[],
  horizon: OncallWindow,
): CoverageGap[] {
  return timelines.flatMap(({ level, segments }) =>
    level === null
      ? []
      : subtract(clip(emptyTimes(segments), horizon), uncovered)
          .filter(({ from, to }) => to - from > TOLERANCE_MS)
          .map(gap => ({ ...gap, level })),
  );
}

const bySoonest = (
  a: { from: number; level: number | null },
  b: { from: number; level: number | null },
) => a.from - b.from || byLevel(a.level, b.level);

/** Who is on call at the beginning of the window and what comes then. */
export function overview(input: OverviewInput): Overview {
  const { shifts, levels, window, horizonMs } = input;
  if (window.to <= window.from) {
    return { levels: [], gaps: [], uncovered: [], gapHours: 0, handovers: [] };
  }
  const horizon = {
    from: window.from,
    to: Math.min(window.to, window.from + horizonMs),
  };
  const changes = changesOf(shifts);
  const atAnyLevel = segmentsBetween(changes, window, horizon.to);
  const timelines = levels.map(level => {
    const own = changes.filter(change => change.level === level);
    const segments =
      own.length === changes.length
        ? atAnyLevel
        : segmentsBetween(own, window, horizon.to);
    return { level, segments };
  });
  const uncovered = clip(emptyTimes(atAnyLevel), horizon);
  const atNoLevel = uncovered.map(gap => ({ ...gap, level: null }));
  return {
    levels: timelines.map(levelNow),
    gaps: [...atNoLevel, ...levelGaps(timelines, uncovered, horizon)].sort(
      bySoonest,
    ),
    uncovered,
    gapHours: hoursOf(uncovered),
    handovers: timelines
      .flatMap(timeline => handoversOf(timeline, horizon))
      .sort((a, b) => a.at - b.at || byLevel(a.level, b.level)),
  };
}

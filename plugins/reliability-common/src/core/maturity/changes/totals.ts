import { ChangeCause } from '../history';
import { NetFlip, PointsByCause, StateComparison } from './comparison';
import { CHANGE_CAUSES } from './split';

/** How many levels were moved by each cause. @public */
export interface MovesByCause extends PointsByCause {
  readonly total: number;
}

/** How often a check flipped, and why. @public */
export interface CheckFlipCount {
  readonly check: string;
  readonly flips: number;
  /** Services for which it passes now and did not. */
  readonly gained: number;
  /** Services for which it passed and does not now. */
  readonly lost: number;
  readonly causes: Readonly<Record<ChangeCause, number>>;
}

/** Many comparisons added up. @public */
export interface ChangeTotals {
  /** Per mille, added up over the services. */
  readonly points: PointsByCause;
  readonly gained: MovesByCause;
  readonly lost: MovesByCause;
  /** Most flips first, then by name. */
  readonly checks: readonly CheckFlipCount[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const noPoints = () => ({ service: 0, rule: 0, data: 0, unexplained: 0 });

class FlipCounts {
  private readonly counts = new Map<string, Mutable<CheckFlipCount>>();

  add({ check, from, to, cause }: NetFlip): void {
    let count = this.counts.get(check);
    if (!count) {
      const causes = { service: 0, rule: 0, data: 0 };
      count = { check, flips: 0, gained: 0, lost: 0, causes };
      this.counts.set(check, count);
    }
    count.flips += 1;
    if (to === 'pass' && from !== 'pass') count.gained += 1;
    if (from === 'pass' && to !== 'pass') count.lost += 1;
    (count.causes as Record<ChangeCause, number>)[cause] += 1;
  }

  sorted(): CheckFlipCount[] {
    return [...this.counts.values()].sort(
      (a, b) => b.flips - a.flips || (a.check < b.check ? -1 : 1),
    );
  }
}

/** Adds comparisons of services up. @public */
export function changeTotals(
  comparisons: Iterable<StateComparison>,
): ChangeTotals {
  const points = noPoints();
  const gained = { total: 0, ...noPoints() };
  const lost = { total: 0, ...noPoints() };
  const flips = new FlipCounts();
  for (const comparison of comparisons) {
    for (const cause of [...CHANGE_CAUSES, 'unexplained'] as const) {
      points[cause] += comparison.points[cause];
    }
    const { direction, cause = 'unexplained' } = comparison.level;
    if (direction !== 'same') {
      const moves = direction === 'up' ? gained : lost;
      moves.total += 1;
      moves[cause] += 1;
    }
    comparison.flips.forEach(flip => flips.add(flip));
  }
  return { points, gained, lost, checks: flips.sorted() };
}

/**
 * The cause that moved most of a score; where no score moved, that of the level. The service's own change wins a
 * draw, then the rule. Undefined where the records tell of none, or of less than they leave open.
 *
 * @public
 */
export function mainCauseOf({
  points,
  level,
}: StateComparison): ChangeCause | undefined {
  const size = (cause: ChangeCause) => Math.abs(points[cause]);
  const best = CHANGE_CAUSES.reduce((winner, cause) =>
    size(cause) > size(winner) ? cause : winner,
  );
  if (Math.abs(points.unexplained) > size(best)) return undefined;
  return size(best) > 0 ? best : level.cause;
}

/**
 * The flip that says most: of the main cause first, one that goes the way of the score, the heaviest.
 *
 * @public
 */
export function mainFlipOf(comparison: StateComparison): NetFlip | undefined {
  const cause = mainCauseOf(comparison);
  const fell =
    comparison.delta < 0 ||
    (comparison.delta === 0 && comparison.level.direction === 'down');
  const value = (flip: NetFlip) =>
    (flip.cause === cause ? 4 : 0) +
    ((fell ? flip.from === 'pass' || flip.to === 'fail' : flip.to === 'pass')
      ? 2
      : 0);
  return [...comparison.flips].sort(
    (a, b) => value(b) - value(a) || b.weight - a.weight,
  )[0];
}

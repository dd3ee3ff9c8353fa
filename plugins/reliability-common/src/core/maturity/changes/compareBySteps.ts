import { ChangeCause, Flip } from '../history';
import { directionOf, NetFlip, StateComparison } from './comparison';
import { PastReport, PastStep } from './pastReport';

/** The first outcome and the last of each check that the steps tell of. */
function flipsOf(steps: readonly PastStep[]): NetFlip[] {
  const flips = new Map<string, NetFlip>();
  for (const step of steps) {
    for (const flip of step.flips) {
      const first = flips.get(flip.check);
      flips.set(flip.check, {
        ...flip,
        from: first ? first.from : flip.from,
        weight: 0,
        at: step.at,
        by: step.by,
      });
    }
  }
  const isNet = ({ from, to }: Pick<Flip, 'from' | 'to'>) => from !== to;
  return [...flips.values()].filter(isNet);
}

/**
 * The same as `compareStates` where a day did not keep its outcomes: every step moves the score by its own cause. What
 * the steps do not tell stays unexplained.
 */
export function compareBySteps(
  before: PastReport,
  after: PastReport,
  steps: readonly PastStep[],
): StateComparison {
  const delta = after.score - before.score;
  const points = { service: 0, rule: 0, data: 0 };
  let levelCause: ChangeCause | undefined;
  for (const { from, to, cause } of steps) {
    if (!from || !cause) continue;
    points[cause] += to.score - from.score;
    if (from.levelId !== to.levelId) levelCause = cause;
  }
  const direction = directionOf(before, after);
  return {
    delta,
    points: {
      ...points,
      unexplained: delta - points.service - points.rule - points.data,
    },
    level: {
      direction,
      cause: direction === 'same' ? undefined : levelCause,
    },
    flips: flipsOf(steps),
  };
}

import { Outcome } from '../assess';
import { ChangeCause, Flip } from '../history';
import { directionOf, NetFlip, StateComparison } from './comparison';
import {
  PastReport,
  PastStep,
  stoodReport,
  StoodCheck,
  StoodReport,
} from './pastReport';
import { compareBySteps } from './compareBySteps';
import { CHANGE_CAUSES, Shares, splitByCause, wholeShares } from './split';

/** Of more checks one is nearly always told of. */
const FEW = 6;

const saysNothing = ({ mentions }: PastStep, checks: ReadonlySet<string>) =>
  mentions !== undefined && ![...checks].some(mentions);

/** The last step that made each of some checks come out differently; reads no older steps than it needs. */
function lastFlips(steps: readonly PastStep[], wanted: ReadonlySet<string>) {
  const last = new Map<string, { step: PastStep; flip: Flip }>();
  const missing = new Set(wanted);
  for (let place = steps.length - 1; place >= 0; place--) {
    if (missing.size === 0) break;
    const step = steps[place];
    if (missing.size <= FEW && saysNothing(step, missing)) continue;
    for (const flip of step.flips) {
      if (flip.from !== flip.to && missing.delete(flip.check)) {
        last.set(flip.check, { step, flip });
      }
    }
  }
  return last;
}

/** Where no step tells: by what the two days say themselves. */
function causeWithoutStep(from: StoodCheck, to: StoodCheck): ChangeCause {
  if (from.rule !== to.rule || from.enforced !== to.enforced) return 'rule';
  const either = (outcome: Outcome) =>
    from.outcome === outcome || to.outcome === outcome;
  if (either('exempt')) return 'rule';
  return either('unknown') ? 'data' : 'service';
}

function netFlips(
  before: StoodReport,
  after: StoodReport,
  steps: readonly PastStep[],
): NetFlip[] {
  const differs = (check: string) => {
    const from = before.checks.get(check);
    const to = after.checks.get(check);
    return from?.outcome !== to?.outcome || from?.enforced !== to?.enforced;
  };
  const all = new Set([...before.checks.keys(), ...after.checks.keys()]);
  const ids = new Set([...all].filter(differs));
  const last = lastFlips(steps, ids);
  const flips: NetFlip[] = [];
  for (const check of ids) {
    const from = before.checks.get(check);
    const to = after.checks.get(check);
    const same = from?.outcome === to?.outcome;
    const told = last.get(check);
    let cause: ChangeCause = 'rule';
    if (from && to && !same) {
      cause = told?.flip.cause ?? causeWithoutStep(from, to);
    }
    const weightOf = (side: StoodCheck | undefined) =>
      side?.enforced ? side.weight : 0;
    flips.push({
      check,
      from: from?.outcome,
      to: to?.outcome,
      cause,
      weight: Math.max(weightOf(from), weightOf(to)),
      at: told?.step.at,
      by: told?.step.by,
      facts: told?.flip.facts ?? [],
    });
  }
  return flips;
}

/** Whether the rules alone could move level or score: a weight, a level, a start, a check that came or went. */
function rulesDiffer(before: StoodReport, after: StoodReport): boolean {
  const shape = ({ levels }: StoodReport) =>
    JSON.stringify(levels.map(({ id, minScore }) => [id, minScore]));
  return (
    before.checks.size !== after.checks.size ||
    (before.levels !== after.levels && shape(before) !== shape(after)) ||
    [...after.checks.values()].some(now => {
      const old = before.checks.get(now.id);
      return (
        old === undefined ||
        old.weight !== now.weight ||
        old.levelIndex !== now.levelIndex ||
        old.enforced !== now.enforced
      );
    })
  );
}

function largest(shares: Shares, sign: number): ChangeCause | undefined {
  const best = CHANGE_CAUSES.reduce((winner, cause) =>
    sign * shares[cause] > sign * shares[winner] ? cause : winner,
  );
  return sign * shares[best] > 0 ? best : undefined;
}

const allOf = (cause: ChangeCause, amount: number): Shares => ({
  service: 0,
  rule: 0,
  data: 0,
  [cause]: amount,
});

function splitOf(
  before: StoodReport,
  after: StoodReport,
  flips: readonly NetFlip[],
  delta: { score: number; level: number },
): { score: Shares; level: Shares } {
  const moved = flips.filter(({ from, to }) => from && to && from !== to);
  const causes = new Map(moved.map(({ check, cause }) => [check, cause]));
  const atWork = new Set(causes.values());
  if (rulesDiffer(before, after)) atWork.add('rule');
  if (atWork.size === 1) {
    const [cause] = atWork;
    return {
      score: allOf(cause, delta.score),
      level: allOf(cause, delta.level),
    };
  }
  return splitByCause({ before, after, causes, atWork });
}

/**
 * What differs between two days of one service, and why. A check that came out differently has the cause of the last
 * step that made it so; one that no step tells of is judged by the rules and outcomes of both days, and one that is
 * new, gone or only now counts was moved by a rule. The points of the causes and `unexplained` add up to the
 * difference of the stored scores exactly.
 *
 * @param steps - those after the first state and up to the second, oldest first
 *
 * @public
 */
export function compareStates(
  before: PastReport,
  after: PastReport,
  steps: readonly PastStep[],
): StateComparison {
  const old = stoodReport(before);
  const now = stoodReport(after);
  if (!old || !now) return compareBySteps(before, after, steps);
  const delta = after.score - before.score;
  const flips = netFlips(old, now, steps);
  const split = splitOf(old, now, flips, {
    score: delta,
    level: after.level - before.level,
  });
  const points = wholeShares(split.score);
  const direction = directionOf(before, after);
  const explained = points.service + points.rule + points.data;
  return {
    delta,
    points: { ...points, unexplained: delta - explained },
    level: {
      direction,
      cause:
        direction === 'same'
          ? undefined
          : largest(split.level, direction === 'up' ? 1 : -1),
    },
    flips,
  };
}

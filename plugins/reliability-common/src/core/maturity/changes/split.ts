import { JudgedCheck } from '../assess';
import { ChangeCause } from '../history';
import { attainedLevel } from '../ladder';
import { scoreOf } from '../score';
import { StoodCheck, StoodReport } from './pastReport';

/** Every cause, in the order in which a draw is decided. @public */
export const CHANGE_CAUSES = [
  'service',
  'rule',
  'data',
] as const satisfies readonly ChangeCause[];

/** An amount for each cause. */
export type Shares = Record<ChangeCause, number>;

/** What each cause did to level (rungs) and score (per mille); fractions of both, that add up to the whole. */
export interface Split {
  readonly score: Shares;
  readonly level: Shares;
}

/** Two days, and what made each outcome differ. */
export interface Transition {
  readonly before: StoodReport;
  readonly after: StoodReport;
  /** By check, where the outcome differs. */
  readonly causes: ReadonlyMap<string, ChangeCause>;
  /** Those of `causes`, and the rules where they differ: no other moved anything. */
  readonly atWork: ReadonlySet<ChangeCause>;
}

const judged = (
  frame: StoodCheck,
  outcome: StoodCheck['outcome'],
): JudgedCheck => ({
  check: { definition: frame.definition, levelIndex: frame.levelIndex },
  result: {
    id: frame.id,
    outcome,
    enforcement: frame.enforced ? 'enforced' : 'scheduled',
  },
});

/** Level and score had only some of the causes been at work. */
function between(
  { before, after, causes }: Transition,
  working: ReadonlySet<ChangeCause>,
) {
  const frames = working.has('rule') ? after : before;
  const checks = [...frames.checks.values()].map(frame => {
    const old = before.checks.get(frame.id);
    const now = after.checks.get(frame.id);
    const cause = causes.get(frame.id);
    const moved = cause === undefined || working.has(cause);
    return judged(frame, ((moved ? now : old) ?? frame).outcome);
  });
  const { score } = scoreOf(checks);
  return { score, level: attainedLevel(frames.levels, checks, score) };
}

const ORDERS: readonly (readonly ChangeCause[])[] = [
  ['service', 'rule', 'data'],
  ['service', 'data', 'rule'],
  ['rule', 'service', 'data'],
  ['rule', 'data', 'service'],
  ['data', 'service', 'rule'],
  ['data', 'rule', 'service'],
];

/**
 * What each cause did. One cause after the other is put to work, and what that changes is its own; as the order would
 * decide who gets what two causes did together, the mean of all orders counts (the Shapley value: L. S. Shapley,
 * "A Value for n-Person Games", 1953). So the shares add up to the difference exactly.
 */
export function splitByCause(transition: Transition): Split {
  const active = CHANGE_CAUSES.filter(cause => transition.atWork.has(cause));
  const known = new Map<string, ReturnType<typeof between>>();
  const at = (working: ReadonlySet<ChangeCause>) => {
    const key = active.filter(cause => working.has(cause)).join();
    const found = known.get(key) ?? between(transition, working);
    known.set(key, found);
    return found;
  };
  const score: Shares = { service: 0, rule: 0, data: 0 };
  const level: Shares = { service: 0, rule: 0, data: 0 };
  for (const order of ORDERS) {
    const working = new Set<ChangeCause>();
    let last = at(working);
    for (const cause of order) {
      working.add(cause);
      const next = at(working);
      score[cause] += next.score - last.score;
      level[cause] += next.level - last.level;
      last = next;
    }
  }
  // Sixths are made at the end, so that no rounding of a fraction spoils the sum.
  for (const cause of CHANGE_CAUSES) {
    score[cause] /= ORDERS.length;
    level[cause] /= ORDERS.length;
  }
  return { score, level };
}

/**
 * Whole numbers that add up to the sum of the shares: each is rounded down, and what is left goes to the largest
 * remainders.
 */
export function wholeShares(shares: Shares): Shares {
  const sum = Math.round(shares.service + shares.rule + shares.data);
  const whole: Shares = { service: 0, rule: 0, data: 0 };
  for (const cause of CHANGE_CAUSES) {
    whole[cause] = Math.floor(shares[cause] + 1e-9);
  }
  let left = sum - whole.service - whole.rule - whole.data;
  const remainder = (cause: ChangeCause) => shares[cause] - whole[cause];
  const largestFirst = [...CHANGE_CAUSES].sort(
    (a, b) => remainder(b) - remainder(a),
  );
  for (const cause of largestFirst) {
    if (left <= 0) break;
    whole[cause] += 1;
    left -= 1;
  }
  return whole;
}

import type { CheckResult, Enforcement, Outcome } from './assess';
import { Rating, ratingOf } from './rating';
import { DimensionScore, scoresByDimension } from './score';
import { CompiledScorecard } from './scorecard';

/** What the results of all checks of a scorecard come to, whatever the service and its facts. */
export interface Attainment extends Rating {
  readonly dimensions: Readonly<Record<string, DimensionScore>>;
  /** In the order of the scorecard's checks. */
  readonly outcomes: readonly Outcome[];
}

type Attainments = Map<string, Attainment>;

/** By the outcome and enforcement of each check, for every scorecard that is in use. */
const known = new WeakMap<CompiledScorecard, Attainments>();

/** An attainment takes a kilobyte; of ten thousand services a few hundred have different ones. */
const MOST_KNOWN = 2000;

const letters: Record<Outcome, Record<Enforcement, string>> = {
  pass: { enforced: 'p', scheduled: 'q', planned: 'r' },
  fail: { enforced: 'f', scheduled: 'g', planned: 'h' },
  unknown: { enforced: 'u', scheduled: 'v', planned: 'w' },
  'not-applicable': { enforced: 'n', scheduled: 'o', planned: 'm' },
  exempt: { enforced: 'e', scheduled: 'd', planned: 'c' },
};

function keyOf(results: readonly CheckResult[]): string {
  let key = '';
  for (const { outcome, enforcement } of results) {
    key += letters[outcome][enforcement];
  }
  return key;
}

function workOut(
  { checks, definition: { levels } }: CompiledScorecard,
  results: readonly CheckResult[],
): Attainment {
  const judged = checks.map((check, index) => ({
    check,
    result: results[index],
  }));
  return {
    ...ratingOf(levels, judged),
    dimensions: scoresByDimension(judged),
    outcomes: results.map(({ outcome }) => outcome),
  };
}

/**
 * Score, level and what is missing for the next. Services with the same results get the very same object, which
 * must not change: most of a fleet differs in few checks.
 *
 * @param results - in the order of the scorecard's checks
 */
export function attainmentOf(
  scorecard: CompiledScorecard,
  results: readonly CheckResult[],
): Attainment {
  let attainments = known.get(scorecard);
  if (!attainments || attainments.size >= MOST_KNOWN) {
    attainments = new Map();
    known.set(scorecard, attainments);
  }
  const key = keyOf(results);
  let attainment = attainments.get(key);
  if (!attainment) {
    attainment = workOut(scorecard, results);
    attainments.set(key, attainment);
  }
  return attainment;
}

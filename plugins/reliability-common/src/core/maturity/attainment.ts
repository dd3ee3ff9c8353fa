import type { CheckResult, Enforcement, Outcome } from './assess';
import { Rating, ratingOf } from './rating';
import { DimensionScore, scoresByDimension } from './score';
import { CompiledScorecard } from './scorecard';

/** What the results of all checks of a scorecard come to, whatever the service and its facts. */
export interface Attainment extends Rating {
  readonly dimensions: Readonly<Record<string, DimensionScore>>;
  /** In the order of the scorecard's checks. */
  readonly outcomes: readonly Outcome[];
  /** Of the service that was first with these outcomes. */
  readonly results: readonly CheckResult[];
}

type Attainments = Map<string, Attainment>;

/** By the outcome and enforcement of each check, for every scorecard that is in use. */
const known = new WeakMap<CompiledScorecard, Attainments>();

/** An attainment takes a kilobyte; of ten thousand services a few hundred have different ones. */
const MOST_KNOWN = 2000;

const codes: Record<Outcome, Record<Enforcement, number>> = {
  pass: { enforced: 1, scheduled: 2, planned: 3 },
  fail: { enforced: 4, scheduled: 5, planned: 6 },
  unknown: { enforced: 7, scheduled: 8, planned: 9 },
  'not-applicable': { enforced: 10, scheduled: 11, planned: 12 },
  exempt: { enforced: 13, scheduled: 14, planned: 15 },
};

/** One character for each result. */
const keyOf = (results: readonly CheckResult[]): string =>
  String.fromCharCode(
    ...results.map(({ outcome, enforcement }) => codes[outcome][enforcement]),
  );

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
    results,
  };
}

/**
 * Score, level and what is missing for the next. Services with the same outcomes get the very same object, which
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

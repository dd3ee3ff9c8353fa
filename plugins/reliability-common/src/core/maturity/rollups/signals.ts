import { RatedService } from './rollUp';

/** A reason to look twice at a number before anybody is praised for it. Shares in per mille. @public */
export type ComparisonSignal =
  | {
      readonly kind: 'many-excused';
      readonly share: number;
      /** Of the other groups. */
      readonly median: number;
    }
  | {
      readonly kind: 'coverage-fell';
      readonly coverageThen: number;
      readonly coverage: number;
      readonly scoreDelta: number;
    };

/** So many groups beside it say what is usual. */
const MIN_OTHERS = 3;
/** Far above the others: twice their median and a tenth of all checks more. */
const FACTOR = 2;
const MARGIN = 100;
/** Per mille of coverage that must be lost to be worth a word. */
const MIN_FALL = 50;

/** The share of enforced checks that are not applicable or exempt, in per mille. @public */
export function excusedShare(services: readonly RatedService[]): number {
  let excused = 0;
  let checks = 0;
  for (const service of services) {
    excused += service.excused;
    checks += service.checks;
  }
  return checks === 0 ? 0 : Math.floor((1000 * excused) / checks);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 0
    ? Math.floor((sorted[middle - 1] + sorted[middle]) / 2)
    : sorted[Math.floor(middle)];
}

/**
 * Whether a group excuses far more than the others do: its share of checks that are not applicable or exempt is
 * at least twice their median, and at least ten points above it.
 *
 * @param others - the shares of the other groups; with fewer than three nothing is usual
 *
 * @public
 */
export function excusedSignal(
  share: number,
  others: readonly number[],
): ComparisonSignal | undefined {
  if (others.length < MIN_OTHERS) return undefined;
  const median = medianOf(others);
  return share >= FACTOR * median && share >= median + MARGIN
    ? { kind: 'many-excused', share, median }
    : undefined;
}

/**
 * Whether less is known than before and the score rose all the same: means over the services that were there
 * then and whose coverage was recorded.
 *
 * @public
 */
export function coverageSignal(
  services: readonly RatedService[],
): ComparisonSignal | undefined {
  const sums = { count: 0, score: 0, then: 0, coverage: 0, scoreThen: 0 };
  for (const { score, coverage, then } of services) {
    if (then?.coverage === undefined) continue;
    sums.count += 1;
    sums.score += score;
    sums.scoreThen += then.score;
    sums.coverage += coverage;
    sums.then += then.coverage;
  }
  if (sums.count === 0) return undefined;
  const mean = (sum: number) => Math.floor(sum / sums.count);
  const [coverageThen, coverage] = [mean(sums.then), mean(sums.coverage)];
  const scoreDelta = mean(sums.score) - mean(sums.scoreThen);
  return scoreDelta > 0 && coverage <= coverageThen - MIN_FALL
    ? { kind: 'coverage-fell', coverageThen, coverage, scoreDelta }
    : undefined;
}

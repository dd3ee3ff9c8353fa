import type { JudgedCheck } from './assess';

/** Score of one dimension, both in per mille, with the checks that keep it down. @public */
export interface DimensionScore {
  readonly score: number;
  readonly coverage: number;
  readonly failing: number;
  readonly unknown: number;
}

/** Rounds down, so that 1000 means all of it; the epsilon is for weights like 0.1. */
const perMille = (part: number, whole: number) =>
  whole === 0 ? 0 : Math.floor((1000 * part) / whole + 1e-9);

/** Whether a check is part of the score: enforced, applicable, not exempt. */
function counts({ result }: JudgedCheck): boolean {
  return (
    result.enforcement === 'enforced' &&
    result.outcome !== 'not-applicable' &&
    result.outcome !== 'exempt'
  );
}

/** Weights and numbers of checks, added up. */
class Tally {
  private whole = 0;
  private passed = 0;
  private known = 0;
  private failing = 0;
  private unknown = 0;

  add({ check, result }: JudgedCheck): void {
    const { weight } = check.definition;
    this.whole += weight;
    if (result.outcome === 'unknown') {
      this.unknown += 1;
      return;
    }
    this.known += weight;
    if (result.outcome === 'pass') this.passed += weight;
    else this.failing += 1;
  }

  total(): DimensionScore {
    return {
      score: perMille(this.passed, this.whole),
      coverage: perMille(this.known, this.whole),
      failing: this.failing,
      unknown: this.unknown,
    };
  }
}

/**
 * score = 1000 × weight of the passed checks ÷ weight of the counted ones; coverage = weight of those
 * with a known outcome ÷ the same. Both are 0 where nothing counts.
 *
 * @public
 */
export function scoreOf(judged: readonly JudgedCheck[]): DimensionScore {
  const tally = new Tally();
  for (const entry of judged) if (counts(entry)) tally.add(entry);
  return tally.total();
}

/** The same per dimension; a dimension of which nothing counts is left out. @public */
export function scoresByDimension(
  judged: readonly JudgedCheck[],
): Record<string, DimensionScore> {
  const tallies = new Map<string, Tally>();
  for (const entry of judged) {
    if (counts(entry)) {
      const { dimension } = entry.check.definition;
      let tally = tallies.get(dimension);
      if (!tally) {
        tally = new Tally();
        tallies.set(dimension, tally);
      }
      tally.add(entry);
    }
  }
  return Object.fromEntries(
    [...tallies].map(([name, tally]) => [name, tally.total()]),
  );
}

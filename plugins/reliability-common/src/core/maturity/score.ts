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

const sumOfWeights = (judged: readonly JudgedCheck[]) =>
  judged.reduce((sum, { check }) => sum + check.definition.weight, 0);

/** The checks that the score is made of: enforced, applicable, not exempt. */
export function counted(judged: readonly JudgedCheck[]): JudgedCheck[] {
  return judged.filter(
    ({ result }) =>
      result.enforcement === 'enforced' &&
      result.outcome !== 'not-applicable' &&
      result.outcome !== 'exempt',
  );
}

/**
 * score = 1000 × weight of the passed checks ÷ weight of the counted ones; coverage = weight of those
 * with a known outcome ÷ the same. Both are 0 where nothing counts.
 */
export function scoreOf(judged: readonly JudgedCheck[]): {
  score: number;
  coverage: number;
} {
  const inScore = counted(judged);
  const whole = sumOfWeights(inScore);
  const passed = inScore.filter(({ result }) => result.outcome === 'pass');
  const known = inScore.filter(({ result }) => result.outcome !== 'unknown');
  return {
    score: perMille(sumOfWeights(passed), whole),
    coverage: perMille(sumOfWeights(known), whole),
  };
}

/** The same per dimension; a dimension of which nothing counts is left out. */
export function scoresByDimension(
  judged: readonly JudgedCheck[],
): Record<string, DimensionScore> {
  const groups = new Map<string, JudgedCheck[]>();
  for (const entry of counted(judged)) {
    const { dimension } = entry.check.definition;
    const group = groups.get(dimension);
    if (group) group.push(entry);
    else groups.set(dimension, [entry]);
  }
  const count = (group: JudgedCheck[], outcome: string) =>
    group.filter(({ result }) => result.outcome === outcome).length;
  return Object.fromEntries(
    [...groups].map(([dimension, group]) => [
      dimension,
      {
        ...scoreOf(group),
        failing: count(group, 'fail'),
        unknown: count(group, 'unknown'),
      },
    ]),
  );
}

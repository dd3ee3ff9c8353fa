import {
  CheckDefinition,
  CompiledScorecard,
  CompileOptions,
  compileScorecard,
  defaultTiers,
  DefinitionProblem,
  Exemption,
  LevelDefinition,
  ScorecardDefinition,
} from '../core';

/** Bronze, silver and gold, without a demand on the score. */
export const medals: readonly LevelDefinition[] = [
  { id: 'bronze', name: 'Bronze' },
  { id: 'silver', name: 'Silver' },
  { id: 'gold', name: 'Gold' },
];

/** A check that everybody passes, with some of it changed. */
export function checkOf(
  changed: Partial<CheckDefinition> = {},
): CheckDefinition {
  return {
    id: 'check',
    title: 'Check',
    level: 'bronze',
    dimension: 'general',
    weight: 1,
    pass: 'true',
    ...changed,
  };
}

/** A definition; only those of the medals that have checks unless levels are given. */
export function definitionOf(
  checks: readonly CheckDefinition[],
  levels: readonly LevelDefinition[] = medals.filter(({ id }) =>
    checks.some(check => check.level === id),
  ),
): ScorecardDefinition {
  return { id: 'test', title: 'Test', levels, checks };
}

/** Compiles, and throws every problem where there are any. */
export function compiled(
  definition: ScorecardDefinition,
  options: Partial<CompileOptions> = {},
): CompiledScorecard {
  const result = compileScorecard(definition, {
    tiers: defaultTiers,
    ...options,
  });
  if (result.kind === 'ok') return result.scorecard;
  throw new Error(
    result.problems.map(({ path, message }) => `${path}: ${message}`).join(),
  );
}

/** The problems of a definition, as `path: message`. */
export function problemsOf(
  definition: ScorecardDefinition,
  options: Partial<CompileOptions> = {},
): string[] {
  const result = compileScorecard(definition, {
    tiers: defaultTiers,
    ...options,
  });
  const print = ({ path, message }: DefinitionProblem) => `${path}: ${message}`;
  return result.kind === 'ok' ? [] : result.problems.map(print);
}

/** An exemption of one check that has not ended yet. */
export function exemptionOf(changed: Partial<Exemption> = {}): Exemption {
  return {
    scorecard: 'test',
    check: 'check',
    entityRef: 'component:default/pay',
    reason: 'Is rewritten',
    approvedBy: 'user:default/ada',
    until: '2027-01-01',
    ...changed,
  };
}

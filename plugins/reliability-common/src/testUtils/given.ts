import {
  assess,
  Assessment,
  CheckDefinition,
  LevelDefinition,
  Outcome,
} from '../core';
import { NOW } from './facts';
import { checkOf, compiled, definitionOf, exemptionOf } from './scorecards';

/** A check that comes to a given outcome for every service. */
export type Given = Partial<Omit<CheckDefinition, 'pass' | 'when'>> & {
  readonly outcome: Outcome;
};

const rules: Record<Outcome, Pick<CheckDefinition, 'pass' | 'when'>> = {
  pass: { pass: 'true' },
  fail: { pass: 'false' },
  unknown: { pass: 'facts["ci/never-pushed"] == true' },
  'not-applicable': { pass: 'true', when: 'false' },
  exempt: { pass: 'false' },
};

/** Assesses a service whose checks come to the given outcomes; ids are `check-0`, `check-1` … */
export function assessGiven(
  given: readonly Given[],
  levels?: readonly LevelDefinition[],
  now: number = NOW,
): Assessment {
  const checks = given.map(({ outcome, ...definition }, index) =>
    checkOf({ id: `check-${index}`, ...definition, ...rules[outcome] }),
  );
  const exemptions = checks
    .filter((_, index) => given[index].outcome === 'exempt')
    .map(({ id }) => exemptionOf({ check: id }));
  return assess([], compiled(definitionOf(checks, levels)), now, exemptions);
}

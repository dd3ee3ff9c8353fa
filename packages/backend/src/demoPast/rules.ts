import {
  fingerprint,
  ScorecardDefinition,
} from '@plimsoll/backstage-plugin-reliability-common';

/** A version of a scorecard as the table `reliability_scorecard_versions` keeps it. */
export interface Rules {
  readonly hash: string;
  readonly definition: ScorecardDefinition;
  readonly rules: Readonly<Record<string, string>>;
  readonly paths: Readonly<Record<string, readonly string[]>>;
  readonly facts: readonly string[];
}

/** What the scorecards of the demo were like before somebody changed them: checks that came later, and old weights. */
const EARLIER: Readonly<
  Record<
    string,
    { without: readonly string[]; weights: Record<string, number> }
  >
> = {
  reliability: { without: ['logs'], weights: { runbook: 1, docs: 2 } },
  delivery: { without: ['few-failures'], weights: { 'quick-rollback': 1 } },
};

/** The rules as they were before; undefined where nothing is told of them. */
export function earlierRules(now: Rules): Rules | undefined {
  const told = EARLIER[now.definition.id];
  if (!told) return undefined;
  const definition: ScorecardDefinition = {
    ...now.definition,
    checks: now.definition.checks
      .filter(({ id }) => !told.without.includes(id))
      .map(check => ({
        ...check,
        weight: told.weights[check.id] ?? check.weight,
      })),
  };
  const kept = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(definition.checks.map(({ id }) => [id, all[id]]));
  return {
    ...now,
    definition,
    rules: kept(now.rules),
    paths: kept(now.paths),
    hash: fingerprint(['before', definition]),
  };
}

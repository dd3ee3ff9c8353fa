import {
  assess,
  changeBetween,
  CheckDefinition,
  Exemption,
  FactGroup,
  Facts,
  RuledAssessment,
} from '../core';
import { ciFacts, DAY, entityFacts, factsOfTier, NOW, tier1 } from './facts';
import { checkOf, compiled, definitionOf, medals } from './scorecards';

/** Everything that an assessment rests on. */
export interface World {
  readonly entity: FactGroup;
  readonly tier: FactGroup;
  readonly pushed: Facts;
  readonly checks: readonly CheckDefinition[];
  readonly exemptions: readonly Exemption[];
  readonly now: number;
}

/** How many people share the pager, as pushed. */
export const responders = (count: number, expiresAt = NOW + DAY) =>
  ciFacts({ responders: count }, expiresAt);

export const runbook = checkOf({
  id: 'runbook',
  pass: 'entity.links.runbook > 0',
});
const modern = checkOf({
  id: 'modern',
  pass: '!("legacy" in entity.annotations)',
});
const enough = checkOf({
  id: 'enough',
  level: 'silver',
  pass: 'facts["ci/responders"] >= tier.contract.oncall.minResponders',
});
export const logs = checkOf({
  id: 'logs',
  level: 'gold',
  when: 'tier.rank <= 1',
  pass: 'entity.links.logs > 3',
});
export const checks = [runbook, modern, enough, logs];

const usual: World = {
  entity: entityFacts(),
  tier: factsOfTier(tier1),
  pushed: responders(4),
  checks,
  exemptions: [],
  now: NOW,
};

const byId = <T>(entries: [string, T][]) => Object.fromEntries(entries);

/** The usual world with something changed, assessed. */
export function assessed(changed: Partial<World>): RuledAssessment {
  const world = { ...usual, ...changed };
  const scorecard = compiled(
    definitionOf(
      world.checks,
      medals.map(level => ({ ...level, minScore: 0 })),
    ),
  );
  const facts = [world.entity, world.tier, ...world.pushed];
  const rules = scorecard.checks;
  return {
    ...assess(facts, scorecard, world.now, world.exemptions),
    rules: byId(rules.map(rule => [rule.definition.id, rule.ruleHash])),
    paths: byId(
      rules.map(({ definition, when, pass }) => [
        definition.id,
        [...(when?.paths ?? []), ...pass.paths].map(({ text }) => text),
      ]),
    ),
  };
}

/** What changed between two worlds. */
export const change = (before: Partial<World>, after: Partial<World>) =>
  changeBetween(assessed(before), assessed(after));

/** The cause, and every flip as `check from→to`. */
export function summary(before: Partial<World>, after: Partial<World>) {
  const { cause, flips } = change(before, after)!;
  return [
    cause,
    ...flips.map(flip => `${flip.check} ${flip.from}→${flip.to} ${flip.cause}`),
  ];
}

/** The checks with one of them changed. */
export const replaced = (
  check: CheckDefinition,
  changed: Partial<CheckDefinition>,
) => checks.map(each => (each === check ? { ...each, ...changed } : each));

export const withLinks = (links: Record<string, number>) =>
  entityFacts({ links: { runbook: 1, logs: 1, ...links } });

/** Tier 1 with a contract that demands so many responders, and nothing else. */
export const contractOf = (minResponders: number) =>
  factsOfTier({ ...tier1, contract: { oncall: { minResponders } } });

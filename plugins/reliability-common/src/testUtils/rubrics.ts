import { assess, Exemption, Facts, ScorecardDefinition } from '../core';
import { scorecardDefinitionSchema } from '../contract';
import { NOW } from './facts';
import { compiled } from './scorecards';

/** A definition as somebody would write it in the configuration: data, read by the schema. */
const written = (definition: unknown): ScorecardDefinition =>
  scorecardDefinitionSchema.parse(definition);

const gitlabCriterion = (
  level: number,
  id: string,
  title: string,
  changed: object = {},
) => ({
  id,
  title,
  level: `level-${level}`,
  // Skipped, with the reason as the value of the annotation.
  when: `!("maturity.example/skip-${id}" in entity.annotations)`,
  // The value is the evidence: a link, or an empty text where there is none.
  pass: `facts["metrics-catalog/${id}"] != ""`,
  ...changed,
});

const unimplemented = { planned: true };

/** Five levels, every criterion met by a link that proves it, skipped with a reason, or not implemented yet. */
export const gitlabLike = written({
  id: 'service-maturity',
  title: 'Service maturity model',
  levels: [1, 2, 3, 4, 5].map(number => ({
    id: `level-${number}`,
    name: `Level ${number}`,
  })),
  checks: [
    gitlabCriterion(1, 'service-catalog', 'Exists in the service catalog'),
    gitlabCriterion(1, 'structured-logs', 'Structured logs in Kibana'),
    gitlabCriterion(2, 'apdex', 'SLO monitoring: apdex'),
    gitlabCriterion(2, 'error-rate', 'SLO monitoring: error rate'),
    gitlabCriterion(3, 'health-dashboard', 'Service health dashboard'),
    gitlabCriterion(3, 'sla', 'SLA driven by SLOs', unimplemented),
    gitlabCriterion(4, 'kibana', 'Prepared Kibana dashboards'),
    gitlabCriterion(5, 'forecast', 'Long-term forecast', unimplemented),
  ],
});

const cortexRules = [
  {
    id: 'owner',
    title: 'Has an owner',
    weight: 10,
    pass: 'entity.ownerExists',
  },
  {
    id: 'runbook',
    title: 'Runbook linked',
    weight: 25,
    pass: 'entity.links.runbook > 0',
  },
  {
    id: 'oncall',
    title: 'On-call set up',
    weight: 25,
    pass: 'entity.links.alerts > 0',
  },
  {
    id: 'coverage',
    title: 'Tests cover 80 %',
    weight: 40,
    pass: 'facts["ci/coverage"] >= 80',
  },
];

/**
 * Points: the levels are thresholds and any rule may fail. A check must be on some level, so they all are on
 * one above the thresholds, which needs every point.
 */
export const cortexPoints = written({
  id: 'points',
  title: 'Production readiness',
  levels: [
    { id: 'bronze', name: 'Bronze', minScore: 30 },
    { id: 'silver', name: 'Silver', minScore: 60 },
    { id: 'gold', name: 'Gold', minScore: 75 },
    { id: 'all-points', name: 'All points' },
  ],
  checks: cortexRules.map(rule => ({ ...rule, level: 'all-points' })),
});

const rungs: Record<string, string> = {
  owner: 'bronze',
  runbook: 'silver',
  oncall: 'silver',
  coverage: 'gold',
};

/** Ladder: the same rules, each on its rung; on-call only for critical services. */
export const cortexLadder = written({
  id: 'ladder',
  title: 'Production readiness',
  levels: ['bronze', 'silver', 'gold'].map(id => ({ id, name: id })),
  checks: cortexRules.map(rule => ({
    ...rule,
    level: rungs[rule.id],
    ...(rule.id === 'oncall' && { when: 'tier.rank <= 1' }),
  })),
});

const cell = (dimension: string, level: string, id: string, changed = {}) => ({
  id,
  title: id,
  dimension,
  level,
  pass: `facts["opslevel/${id}"]`,
  ...changed,
});

/** Categories in rows, levels in columns; not every cell has checks. */
export const opslevelLike = written({
  id: 'rubric',
  title: 'Rubric',
  levels: ['bronze', 'silver', 'gold'].map(id => ({ id, name: id })),
  checks: [
    cell('ownership', 'bronze', 'has-owner'),
    cell('ownership', 'gold', 'owner-reviewed'),
    cell('reliability', 'bronze', 'has-pager'),
    cell('reliability', 'silver', 'has-slo'),
    cell('reliability', 'gold', 'slo-met'),
    cell('security', 'silver', 'no-critical-cves'),
    cell('security', 'gold', 'signed-builds'),
    cell('security', 'gold', 'secrets-scanned', {
      enforceFrom: '2027-01-01',
    }),
  ],
});

/** One row of a rubric as a scorecard of its own: where it has no checks, a level asks for nothing. */
export function rowOf(
  rubric: ScorecardDefinition,
  dimension: string,
): ScorecardDefinition {
  const checks = rubric.checks.filter(check => check.dimension === dimension);
  return written({
    ...rubric,
    id: `${rubric.id}-${dimension}`,
    levels: rubric.levels.map(level => ({
      ...level,
      ...(!checks.some(check => check.level === level.id) && { minScore: 0 }),
    })),
    checks,
  });
}

/** Assesses a service by a rubric. */
export const assessOn = (
  rubric: ScorecardDefinition,
  facts: Facts,
  exemptions: readonly Exemption[] = [],
) => assess(facts, compiled(rubric), NOW, exemptions);

/** The id of the level that a service attains by a rubric. */
export const levelOn = (...given: Parameters<typeof assessOn>) =>
  given[0].levels[assessOn(...given).level]?.id ?? 'none';

import {
  CompiledGatePolicy,
  compileGatePolicy,
  decideGate,
  defaultGatePolicies,
  defaultTiers,
  FactGroup,
  FactValue,
  GateContext,
  GateDecision,
  GateFactInput,
  gateFacts,
  GatePolicy,
  GateRule,
  Tier,
} from '../core';
import { DAY, factsOfTier, HOUR, NOW, OBSERVED, tier1 } from './facts';

type Values = Readonly<Record<string, FactValue>>;

const group = (
  root: string,
  values: Values,
  parts: Partial<FactGroup> = {},
): FactGroup => ({ root, source: root, at: OBSERVED, values, ...parts });

/** What a service says of itself at the gate. */
export interface GateWorld {
  readonly tier?: Tier | null;
  /** Definitions and evaluations of SLOs; null: never evaluated. */
  readonly slo?: Values | null;
  readonly oncall?: Values;
  /** null: nobody would know of an incident. */
  readonly incidents?: Values | null;
  readonly readiness?: Values;
  readonly input?: Partial<GateFactInput>;
  /** When SLOs and incidents go stale. */
  readonly expiresAt?: number;
}

/** A budget of which so much is left; 1 is all of it. */
export const gateBudget = (
  left: number,
  ...spends: GateFactInput['budgets'][number]['spends']
): GateFactInput['budgets'][number] => ({
  sloId: 'availability',
  sloTitle: 'Availability',
  objectiveId: 'main',
  left,
  spends,
});

const healthySlos: Values = {
  withData: 1,
  burning: 0,
  worstRemaining: 80,
};

/** Facts of a service at which nothing is wrong, with some of it changed. */
export function gateWorld(world: GateWorld = {}): FactGroup[] {
  const { slo = {}, oncall = {}, incidents = {}, readiness = {} } = world;
  const expiresAt = world.expiresAt ?? NOW + HOUR;
  const { count = 1, ...evaluated } = slo ?? {};
  const facts: FactGroup[] = [
    factsOfTier(world.tier === null ? undefined : world.tier ?? tier1),
    group('slo', { count }),
    ...(slo === null
      ? []
      : [group('slo', { ...healthySlos, ...evaluated }, { expiresAt })]),
    group('oncall', { rotations: 1 }),
    group('oncall', { now: 2, ...oncall }, { expiresAt: NOW + DAY }),
    group('incidents', { known: incidents !== null }),
    ...(incidents === null
      ? []
      : [
          group(
            'incidents',
            { open: 0, postmortemsOverdue: 0, ...incidents },
            { expiresAt },
          ),
        ]),
    group('readiness', {
      launch: {
        applies: true,
        requiredTotal: 4,
        requiredMissing: 0,
        contested: 0,
        ...readiness,
      },
    }),
  ];
  return [
    ...facts,
    ...gateFacts({
      facts,
      budgets: [gateBudget(0.8)],
      exemptCauses: [],
      openSeverities: [],
      pages7d: 0,
      assessed: true,
      assessment: { level: 0, at: OBSERVED },
      exemptions: 0,
      now: NOW,
      ...world.input,
    }),
  ];
}

/** What an incident took of a budget. */
export const gateSpend = (
  incidentId: string,
  share: number,
  cause: string | null = null,
  postmortemPublished = true,
) => ({
  incidentId,
  incidentTitle: `Incident ${incidentId}`,
  cause,
  share,
  postmortemPublished,
});

/** A rule that holds while it speaks, with some of it changed. */
export const gateRuleOf = (changed: Partial<GateRule> = {}): GateRule => ({
  id: 'rule',
  title: 'Rule',
  noun: 'slo',
  when: 'slo.burning > 0',
  decision: 'hold',
  reason: 'Burning: {slo.burning}',
  demands: ['Stop'],
  ...changed,
});

/** A policy of these rules for every tier. */
export const gatePolicyOf = (
  rules: readonly GateRule[],
  changed: Partial<GatePolicy> = {},
): GatePolicy => ({
  id: 'policy',
  tiers: [...defaultTiers.map(({ id }) => id), 'untiered'],
  rules,
  onUnknown: 'warn',
  exemptChanges: ['rollback'],
  exemptCauses: [],
  waiver: { maxDuration: 'P7D' },
  ...changed,
});

/** Compiles, and throws every problem where there are any. */
export function compiledGatePolicy(policy: GatePolicy): CompiledGatePolicy {
  const result = compileGatePolicy(policy, { tiers: defaultTiers });
  if (result.kind === 'ok') return result.policy;
  throw new Error(
    result.problems.map(({ path, message }) => `${path}: ${message}`).join(),
  );
}

/** The shipped policy with an id. */
export const shippedGatePolicy = (id: string): CompiledGatePolicy =>
  compiledGatePolicy(
    defaultGatePolicies(defaultTiers).find(policy => policy.id === id)!,
  );

/** What a policy says of a service. */
export const decided = (
  policy: CompiledGatePolicy,
  world: GateWorld = {},
  context: Partial<GateContext> = {},
): GateDecision =>
  decideGate(policy, gateWorld(world), { waivers: [], now: NOW, ...context });

import {
  CompiledGatePolicy,
  compileGatePolicy,
  defaultGatePolicies,
  GatePolicy,
  gatePolicySchema,
  Tier,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Duration } from 'luxon';
import { z } from 'zod';
import { durationBetween } from './durations';
import { KEY, Problems, repeated } from './problems';

/** The section `reliability.gate`. */
export const gateSchema = z.strictObject({
  timeout: durationBetween('PT0.1S', 'PT30S').default('PT3S'),
  policies: z.array(gatePolicySchema).default([]),
  disabledPolicies: z.array(z.string()).default([]),
});

/** How the load line is drawn. */
export interface GateConfig {
  /** An answer never takes longer; milliseconds. */
  readonly timeoutMs: number;
  /** In the order in which they are shown. */
  readonly policies: readonly CompiledGatePolicy[];
  /** Ids of policies in force that came with the plugin. */
  readonly shipped: ReadonlySet<string>;
}

type Gate = z.output<typeof gateSchema>;

const AT = `${KEY}.gate`;

/** A tier that a policy of the configuration names is not one of a shipped policy any more. */
function shippedPolicies(gate: Gate, tiers: readonly Tier[]): GatePolicy[] {
  const replaced = [
    ...gate.policies.map(({ id }) => id),
    ...gate.disabledPolicies,
  ];
  const taken = new Set(gate.policies.flatMap(policy => policy.tiers));
  return defaultGatePolicies(tiers)
    .filter(({ id }) => !replaced.includes(id))
    .map(policy => ({
      ...policy,
      tiers: policy.tiers.filter(id => !taken.has(id)),
    }))
    .filter(policy => policy.tiers.length > 0);
}

function nameProblems(gate: Gate, tiers: readonly Tier[]): Problems {
  const ids = gate.policies.map(({ id }) => id);
  const shipped = defaultGatePolicies(tiers).map(({ id }) => id);
  const tierNames = gate.policies.flatMap((policy, index) =>
    policy.tiers.map((tier, place) => ({ tier, index, place })),
  );
  return [
    ...repeated(ids, index => `${AT}.policies[${index}].id`),
    ...gate.disabledPolicies.flatMap((id, index) =>
      shipped.includes(id)
        ? []
        : [
            `${AT}.disabledPolicies[${index}]: no policy "${id}" ships, only ${shipped.join(
              ', ',
            )}`,
          ],
    ),
    ...tierNames.flatMap(({ tier, index, place }) => {
      const first = tierNames.find(other => other.tier === tier)!;
      return first.index === index
        ? []
        : [
            `${AT}.policies[${index}].tiers[${place}]: "${tier}" has the policy "${
              ids[first.index]
            }" already`,
          ];
    }),
  ];
}

/** A tier without a policy would be held or let go by nobody's decision. */
function uncovered(
  policies: readonly GatePolicy[],
  tiers: readonly Tier[],
): Problems {
  const covered = new Set(policies.flatMap(policy => policy.tiers));
  return [...tiers.map(({ id }) => id), UNTIERED]
    .filter(id => !covered.has(id))
    .map(
      id =>
        `${AT}.policies: no policy is for "${id}"; write one with an empty list of rules where nothing shall hold it`,
    );
}

/** Reads `reliability.gate`. */
export function readGate(
  gate: Gate,
  options: {
    readonly tiers: readonly Tier[];
    readonly checklistIds: readonly string[];
  },
  problems: Problems,
): GateConfig {
  const shipped = shippedPolicies(gate, options.tiers);
  const all = [...shipped, ...gate.policies];
  problems.push(
    ...nameProblems(gate, options.tiers),
    ...uncovered(all, options.tiers),
  );
  const policies = all.flatMap(policy => {
    const result = compileGatePolicy(policy, options);
    if (result.kind === 'ok') return [result.policy];
    const index = gate.policies.findIndex(own => own === policy);
    problems.push(
      ...result.problems.map(
        ({ path, message }) => `${AT}.policies[${index}].${path}: ${message}`,
      ),
    );
    return [];
  });
  const rank = ({ definition }: CompiledGatePolicy) => {
    const first = options.tiers.findIndex(({ id }) =>
      definition.tiers.includes(id),
    );
    return first < 0 ? options.tiers.length : first;
  };
  return {
    timeoutMs: Duration.fromISO(gate.timeout).toMillis(),
    policies: policies.sort((a, b) => rank(a) - rank(b)),
    shipped: new Set(shipped.map(({ id }) => id)),
  };
}

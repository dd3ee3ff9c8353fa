import {
  CompiledGatePolicy,
  gateFactCatalogue,
  GatePoliciesResponse,
  resolveTier,
  Tier,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Duration } from 'luxon';
import { ServiceRecord } from '../../catalog/ServiceStore';
import { ReliabilityConfig } from '../../config/config';
import { Db } from '../../database/sql';
import { Stores } from '../../database/stores';

/** The policies in force, and which one is for a service. */
export class GatePolicies {
  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly stores: Stores;
    },
  ) {}

  /** The tier of a service, and the policy of that tier; the configuration has one for each. */
  async ofService(
    db: Db,
    { entityRef, declaredTier }: ServiceRecord,
  ): Promise<{ tier: Tier | undefined; policy: CompiledGatePolicy }> {
    const { stores, config } = this.options;
    const overrides = await stores.tiers.overrides(db, [entityRef]);
    const { tier } = resolveTier(
      declaredTier,
      overrides.get(entityRef),
      config.tiers,
    );
    const id = tier?.id ?? UNTIERED;
    const policy = config.gate.policies.find(({ definition }) =>
      definition.tiers.includes(id),
    )!;
    return { tier, policy };
  }

  list(): GatePoliciesResponse {
    const { gate, tiers } = this.options.config;
    const nameOf = (id: string) =>
      tiers.find(tier => tier.id === id)?.name ?? 'Untiered';
    return {
      items: gate.policies.map(({ definition }) => ({
        id: definition.id,
        title: definition.title ?? definition.id,
        shipped: gate.shipped.has(definition.id),
        tiers: definition.tiers.map(id => ({ id, name: nameOf(id) })),
        rules: definition.rules.map(rule => ({
          ...rule,
          demands: [...rule.demands],
        })),
        onUnknown: definition.onUnknown,
        exemptChanges: [...definition.exemptChanges],
        exemptCauses: [...definition.exemptCauses],
        waiver: definition.waiver,
      })),
      facts: gateFactCatalogue.map(fact => ({ ...fact })),
      timeout: Duration.fromMillis(gate.timeoutMs).rescale().toISO()!,
    };
  }
}

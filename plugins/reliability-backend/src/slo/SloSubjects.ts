import {
  resolveTier,
  SloPolicy,
  sloPolicyOf,
  TierResolution,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { parseEntityRef } from '@backstage/catalog-model';
import { ReliabilityConfig } from '../config/config';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
import { LoadedSlo } from './loadedSlo';

/** An SLO with what its service and tier make of it. */
export interface SloSubject {
  readonly loaded: LoadedSlo;
  readonly tier: TierResolution;
  readonly policy: SloPolicy;
  /** What a source needs to write rules. */
  readonly rules: RuleSubject;
}

/** Finds the services and tiers of SLOs, for many at once. */
export class SloSubjects {
  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly stores: Stores;
    },
  ) {}

  /** By id of the SLO; those of services that left are not in the answer. */
  async of(
    db: Db,
    slos: readonly LoadedSlo[],
  ): Promise<Map<string, SloSubject>> {
    const { config, stores } = this.options;
    const refs = [...new Set(slos.map(({ entityRef }) => entityRef))];
    const services = await stores.services.briefs(db, refs);
    const overrides = await stores.tiers.overrides(db, refs);
    return new Map(
      slos.flatMap((loaded): [string, SloSubject][] => {
        const { id, entityRef, slo } = loaded;
        const service = services.get(entityRef);
        if (!service) return [];
        const tier = resolveTier(
          service.declaredTier,
          overrides.get(entityRef),
          config.tiers,
        );
        const policy = sloPolicyOf(
          tier.tier?.contract,
          config.slo.provisionalBelow,
        );
        const rules: RuleSubject = {
          id,
          slo,
          entityRef,
          serviceTitle: service.title,
          tier: tier.tier?.id ?? UNTIERED,
          owner: service.owner,
          severities: policy.severities,
          portalUrl: this.portalUrl(entityRef, slo.name),
        };
        return [[id, { loaded, tier, policy, rules }]];
      }),
    );
  }

  /** The SLO on the tab of its service, where the catalog of Backstage has it. */
  private portalUrl(entityRef: string, slo: string): string {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    const search = new URLSearchParams({ view: 'slos', slo });
    return `${this.options.config.slo.portalUrl}/catalog/${path}/reliability?${search}`;
  }
}

import {
  FACT_ROOTS,
  resolveTier,
  Tier,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '../config/config';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
import { IncidentProviderKind } from '../incidents/IncidentFactReader';
import { ReadinessAssessor } from '../readiness/ReadinessAssessor';
import { Subject } from './buildReport';
import { factsOf } from './factsOf';
import { SourcedFacts } from './SourcedFacts';

/** Everything that is known about services, as a reassessment would see it now; nothing is written. */
export class ServiceFacts {
  private readonly readiness: ReadinessAssessor;
  private readonly sources: SourcedFacts;

  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly stores: Stores;
      readonly incidentProviders?: readonly IncidentProviderKind[];
    },
  ) {
    this.readiness = new ReadinessAssessor(options);
    this.sources = new SourcedFacts(options);
  }

  /**
   * Services of the catalog with their tiers and facts, in the order in which they are stored.
   *
   * @param refs - at most a few hundred; what is no current service is left out
   * @param now - milliseconds since the epoch
   * @param options - `tiers`: instead of those in force, to try others. `roots`: of the facts that are read; others
   * may be left out
   */
  async of(
    db: Db,
    refs: readonly string[],
    now: number,
    options: { tiers?: readonly Tier[]; roots?: ReadonlySet<string> } = {},
  ): Promise<Subject[]> {
    const { config, stores } = this.options;
    const { tiers = config.tiers } = options;
    const reads = readerOf(options.roots);
    const services = await stores.services.current(db, refs);
    const overrides = await stores.tiers.overrides(db, refs);
    const pushed = reads(FACT_ROOTS.pushed)
      ? await stores.facts.of(db, refs)
      : undefined;
    const sweep = await stores.sweeps.last(db, 'catalog');
    const readiness = reads(FACT_ROOTS.readiness)
      ? await this.readiness.known(db, refs)
      : undefined;
    const sources = await this.sources.of(db, services, now, { reads });
    return services.map(service => {
      const { entityRef } = service;
      const override = overrides.get(entityRef);
      const tier = resolveTier(service.declaredTier, override, tiers);
      const found = {
        override,
        pushed: pushed?.get(entityRef) ?? [],
        confirmedAt: sweep?.completedAt ?? service.changedAt,
      };
      const sourced = sources.factsOf(service, tier, now);
      const base = {
        service,
        tier,
        facts: [...factsOf(service, tier, found), ...sourced.facts],
        nextChangeAt: sourced.nextChangeAt,
      };
      if (!readiness) return base;
      const facts = this.readiness.facts(base, readiness, now);
      return { ...base, facts: [...base.facts, ...facts] };
    });
  }
}

/** Whether facts below a root are read; items of checklists have rules over all others. */
function readerOf(roots: ReadonlySet<string> | undefined) {
  const all = !roots || roots.has(FACT_ROOTS.readiness);
  return (root: string) => all || roots.has(root);
}

import {
  FACT_ROOTS,
  FactGroup,
  TierResolution,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ServiceRecord } from '../catalog/ServiceStore';
import { ReliabilityConfig } from '../config/config';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
import {
  IncidentFactReader,
  IncidentProviderKind,
} from '../incidents/IncidentFactReader';
import { OncallFactReader } from '../oncall/OncallFactReader';
import { OncallServiceWrite } from '../oncall/OncallServiceStore';
import { SloFactReader } from '../slo/SloFactReader';

/** What sources and providers said last of services. */
export interface KnownSources {
  /** The facts of one of the services with its tier, and when time alone changes one next. */
  factsOf(
    service: Pick<ServiceRecord, 'entityRef' | 'changedAt' | 'owner'>,
    tier: TierResolution,
    now: number,
  ): { readonly facts: FactGroup[]; readonly nextChangeAt?: number };
  /** Writes what was found beside the facts of those that were asked for. */
  keep(tx: Knex.Transaction, now: number): Promise<void>;
}

const earlier = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined
    ? one ?? other
    : Math.min(one, other);

/** The facts that come from SLOs, rotations and incidents, with one statement a table for any number of services. */
export class SourcedFacts {
  private readonly slos: SloFactReader;
  private readonly oncall: OncallFactReader;
  private readonly incidents: IncidentFactReader;

  constructor(
    private readonly options: {
      readonly config: Pick<ReliabilityConfig, 'oncall' | 'incidents'>;
      readonly stores: Stores;
      readonly incidentProviders?: readonly IncidentProviderKind[];
    },
  ) {
    this.slos = new SloFactReader(options.stores);
    this.oncall = new OncallFactReader(options);
    this.incidents = new IncidentFactReader(options);
  }

  /**
   * Reads what is stored, for times from `now` on.
   *
   * @param reads - whether the facts below a root are wanted; what is left out is not kept either
   */
  async of(
    db: Db,
    services: readonly Pick<ServiceRecord, 'entityRef'>[],
    now: number,
    reads: (root: string) => boolean = () => true,
  ): Promise<KnownSources> {
    const { stores } = this.options;
    const sloFactsOf =
      reads(FACT_ROOTS.slo) && (await this.slos.of(db, services));
    const oncall =
      reads(FACT_ROOTS.oncall) && (await this.oncall.of(db, services));
    const incidentsOf =
      reads(FACT_ROOTS.incidents) &&
      (await this.incidents.of(db, services, now));
    const found: OncallServiceWrite[] = [];
    return {
      factsOf: (service, tier, at) => {
        const cover = oncall && oncall.assess(service, tier, at);
        const incidents = incidentsOf && incidentsOf(service, at);
        if (cover) found.push(cover.write);
        return {
          facts: [
            ...(sloFactsOf ? sloFactsOf(service, tier, at) : []),
            ...(cover ? cover.facts : []),
            ...(incidents ? incidents.facts : []),
          ],
          nextChangeAt: earlier(
            cover ? cover.nextChangeAt : undefined,
            incidents ? incidents.nextChangeAt : undefined,
          ),
        };
      },
      keep: async (tx, at) => {
        if (oncall)
          await stores.oncallServices.save(tx, found, oncall.known, at);
      },
    };
  }
}

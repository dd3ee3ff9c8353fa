import {
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

  /** Reads what is stored, for times from `now` on. */
  async of(
    db: Db,
    services: readonly Pick<ServiceRecord, 'entityRef'>[],
    now: number,
  ): Promise<KnownSources> {
    const { stores } = this.options;
    const sloFactsOf = await this.slos.of(db, services);
    const oncall = await this.oncall.of(db, services);
    const incidentsOf = await this.incidents.of(db, services, now);
    const found: OncallServiceWrite[] = [];
    return {
      factsOf: (service, tier, at) => {
        const cover = oncall.assess(service, tier, at);
        const incidents = incidentsOf(service, at);
        found.push(cover.write);
        return {
          facts: [
            ...sloFactsOf(service, tier, at),
            ...cover.facts,
            ...incidents.facts,
          ],
          nextChangeAt: earlier(cover.nextChangeAt, incidents.nextChangeAt),
        };
      },
      keep: async (tx, at) => {
        await stores.oncallServices.save(tx, found, oncall.known, at);
      },
    };
  }
}

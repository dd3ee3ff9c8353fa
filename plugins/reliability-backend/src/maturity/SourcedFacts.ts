import {
  FactGroup,
  TierResolution,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ServiceRecord } from '../catalog/ServiceStore';
import { ReliabilityConfig } from '../config/config';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
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

/** The facts that come from SLOs and rotations, with one statement a table for any number of services. */
export class SourcedFacts {
  private readonly slos: SloFactReader;
  private readonly oncall: OncallFactReader;

  constructor(
    private readonly options: {
      readonly config: Pick<ReliabilityConfig, 'oncall'>;
      readonly stores: Stores;
    },
  ) {
    this.slos = new SloFactReader(options.stores);
    this.oncall = new OncallFactReader(options);
  }

  async of(
    db: Db,
    services: readonly Pick<
      ServiceRecord,
      'entityRef' | 'changedAt' | 'owner'
    >[],
  ): Promise<KnownSources> {
    const { stores } = this.options;
    const sloFactsOf = await this.slos.of(db, services);
    const oncall = await this.oncall.of(db, services);
    const found: OncallServiceWrite[] = [];
    return {
      factsOf: (service, tier, now) => {
        const { facts, nextChangeAt, write } = oncall.assess(
          service,
          tier,
          now,
        );
        found.push(write);
        return {
          facts: [...sloFactsOf(service, tier, now), ...facts],
          nextChangeAt,
        };
      },
      keep: async (tx, now) => {
        await stores.oncallServices.save(tx, found, oncall.known, now);
      },
    };
  }
}

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  IncidentProvider,
  OncallProvider,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { readReliabilityConfig } from '../config/config';
import { createServices } from '../createServices';
import { openDatabase } from '../database/database';
import { OwnershipOf } from '../readiness/TaskService';
import { AnySliSource } from '../slo/SliSources';
import { SloDocuments } from '../slo/SloFileReader';
import { createTestCatalog, TestCatalog } from './catalog';
import { TestPolicy } from './policy';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The time at which the tests begin. */
export const NOW = Date.parse('2026-11-20T12:00:00Z');

/** A time that only a test moves. */
export class TestClock {
  constructor(public now: number = NOW) {}

  advance(milliseconds: number): number {
    this.now += milliseconds;
    return this.now;
  }
}

/** Everything between the router and the database, on a real database and with everything else in the hands of the test. */
export interface Harness {
  readonly knex: Knex;
  readonly clock: TestClock;
  readonly catalog: TestCatalog;
  readonly policy: TestPolicy;
  readonly logger: ReturnType<typeof mockServices.logger.mock>;
  readonly services: ReturnType<typeof createServices>;
  readonly stores: ReturnType<typeof createServices>['stores'];
  readonly config: ReturnType<typeof configOf>;
  /** The same portal after a restart with another configuration, or a second replica. */
  restart(reliability?: JsonObject): Promise<Harness>;
}

/** The section `reliability`, read. */
export const configOf = (reliability: JsonObject = {}) =>
  readReliabilityConfig(new ConfigReader({ reliability }));

export interface HarnessOptions {
  readonly knex: Knex;
  readonly reliability?: JsonObject;
  readonly entities?: readonly Entity[];
  /** Whose services somebody answers for. */
  readonly ownershipOf?: OwnershipOf;
  readonly sliSources?: readonly AnySliSource[];
  readonly sloDocuments?: SloDocuments;
  readonly oncallProviders?: readonly OncallProvider[];
  readonly incidentProviders?: readonly IncidentProvider[];
}

/** Migrates the database and puts the services together, as the plugin does when it starts. */
export async function createHarness(options: HarnessOptions): Promise<Harness> {
  const knex = await openDatabase(
    mockServices.database({ knex: options.knex }),
  );
  const clock = new TestClock();
  const policy = new TestPolicy();
  const catalog = createTestCatalog(options.entities ?? [], ref =>
    policy.canSee(ref),
  );
  const logger = mockServices.logger.mock();
  const start = async (reliability: JsonObject = {}): Promise<Harness> => {
    const config = configOf(reliability);
    const services = createServices({
      config,
      knex,
      auth: mockServices.auth({ pluginId: 'reliability' }),
      catalog: catalog.service,
      logger,
      permissions: policy.service,
      ownershipOf: options.ownershipOf,
      sliSources: options.sliSources,
      sloDocuments: options.sloDocuments,
      oncallProviders: options.oncallProviders,
      incidentProviders: options.incidentProviders,
      now: () => clock.now,
    });
    await services.start();
    return {
      knex,
      clock,
      catalog,
      policy,
      logger,
      services,
      stores: services.stores,
      config,
      restart: (changed = reliability) => start(changed),
    };
  };
  return start(options.reliability);
}

import {
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { Access } from './access/Access';
import { CatalogSync } from './catalog/CatalogSync';
import { ReliabilityConfig } from './config/config';
import { createStores } from './database/stores';
import { FactsService } from './maturity/FactsService';
import { MaturityService } from './maturity/MaturityService';
import { RankingService } from './maturity/RankingService';
import { Reassessor } from './maturity/Reassessor';
import { StandardsService } from './maturity/StandardsService';
import { Tasks } from './tasks/tasks';
import { TierService } from './tier/TierService';

/** What the services need from outside. */
export interface ServicesOptions {
  readonly config: ReliabilityConfig;
  readonly knex: Knex;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Everything between the router and the database, put together. */
export function createServices(options: ServicesOptions) {
  const { config, knex, now } = options;
  const stores = createStores();
  const access = new Access({
    ...options,
    servicesFilter: config.servicesFilter,
  });
  const base = { ...options, stores, access };
  const reassessor = new Reassessor(base);
  const ranking = new RankingService(base);
  const sync = new CatalogSync({ ...base, reassessor });
  const maturity = new MaturityService({ ...base, ranking, sync });
  const shared = { ...base, reassessor, ranking, sync, maturity };
  return {
    stores,
    reassessor,
    ranking,
    sync,
    maturity,
    facts: new FactsService(shared),
    tiers: new TierService(shared),
    standards: new StandardsService(base),
    tasks: new Tasks(shared),
    /** Keeps the versions of the scorecards in force, and forgets reports of those that are not. */
    async start(): Promise<void> {
      await stores.versions.keep(knex, config.scorecards, now());
      await stores.reports.removeOtherScorecards(knex, config.scorecardIds);
    },
  };
}

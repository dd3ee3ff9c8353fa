import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  readReliabilityConfig,
  ReliabilityConfig,
} from '@plimsoll/backstage-plugin-reliability-backend/src/config/config';
import { createServices } from '@plimsoll/backstage-plugin-reliability-backend/src/createServices';
import { createIncidentProviders } from '@plimsoll/backstage-plugin-reliability-backend/src/config/createIncidentProviders';
import { createOncallProviders } from '@plimsoll/backstage-plugin-reliability-backend/src/config/createOncallProviders';
import { createSliSources } from '@plimsoll/backstage-plugin-reliability-backend/src/config/createSliSources';
import { genericIncidentFactory } from '@plimsoll/backstage-plugin-reliability-backend/src/incidents/generic/genericIncidentFactory';
import { createSloDocuments } from '@plimsoll/backstage-plugin-reliability-backend/src/slo/documents';
import { createPrometheusSource } from '@plimsoll/backstage-plugin-reliability-backend-module-prometheus/src/createPrometheusSource';
import { opsgenieProviderFactory } from '@plimsoll/backstage-plugin-reliability-backend-module-atlassian/src/factories';
import { incidentIoProviderFactory } from '@plimsoll/backstage-plugin-reliability-backend-module-incident-io/src/incidentIoProviderFactory';
import { pagerdutyIncidentProviderFactory } from '@plimsoll/backstage-plugin-reliability-backend-module-pagerduty/src/incidents/pagerdutyIncidentProviderFactory';
import { pagerdutyProviderFactory } from '@plimsoll/backstage-plugin-reliability-backend-module-pagerduty/src/pagerdutyProviderFactory';
import { sleep } from '@plimsoll/backstage-plugin-reliability-backend/src/tasks/sleep';
import { benchScorecard, fleet } from './fleet';
import {
  eventually,
  fleetModule,
  noScheduler,
  Parts,
  plainPlugin,
} from './portalParts';
import os from 'node:os';

export type Engine = 'sqlite' | 'postgres';

/** What a machine shows that pushes facts or samples. */
export const MACHINE_TOKEN = 'bench-bench-bench';

/** What the measurements use of a running portal. */
export interface Portal {
  readonly engine: Engine;
  readonly url: string;
  readonly userToken: string;
  readonly catalog: CatalogService;
  /** The plugin's own services, on its own database. */
  readonly services: ReturnType<typeof createServices>;
  readonly config: ReliabilityConfig;
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly credentials: BackstageCredentials;
  stop(): Promise<void>;
}

function databaseConfig(engine: Engine, directory: string) {
  if (engine === 'sqlite') {
    return { client: 'better-sqlite3', connection: { directory } };
  }
  const server = new URL(
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING ?? '',
  );
  return {
    client: 'pg',
    prefix: `bench_${process.pid}_`,
    connection: {
      host: server.hostname,
      port: Number(server.port),
      user: server.username,
      password: server.password,
    },
  };
}

/** The configuration of the figures about scores: one scorecard, no checklists. */
const scoresOnly = (): JsonObject => ({
  disabledScorecards: ['reliability'],
  disabledChecklists: ['production-readiness'],
  scorecards: [benchScorecard() as unknown as JsonObject],
});

const rootConfig = (
  engine: Engine,
  directory: string,
  port: number,
  reliability: JsonObject,
): JsonObject => ({
  app: { baseUrl: 'http://localhost:3999' },
  backend: {
    baseUrl: `http://localhost:${port}`,
    listen: { host: '127.0.0.1', port },
    database: databaseConfig(engine, directory),
    auth: {
      externalAccess: [
        { type: 'static', options: { token: MACHINE_TOKEN, subject: 'bench' } },
      ],
    },
  },
  auth: { providers: { guest: { userEntityRef: 'user:default/guest' } } },
  permission: { enabled: true },
  catalog: {
    // The fleet is made once; nothing is processed again while it is measured.
    processingInterval: { hours: 24 },
    rules: [{ allow: ['Component', 'System', 'Domain', 'Group', 'User'] }],
  },
  reliability: { catalog: { refreshInterval: 'PT24H' }, ...reliability },
});

/** Starts a real portal with so many services in its catalog and waits until all are ranked. */
export async function startPortal(options: {
  engine: Engine;
  services: number;
  directory: string;
  port: number;
  /** The section `reliability`. */
  reliability?: JsonObject;
  /** Absent: those of the fleet. */
  entities?: readonly Entity[];
  /** Absent: the clock; then no task is started by itself either. Milliseconds since the epoch. */
  now?: () => number;
}): Promise<Portal> {
  const { engine, services, directory, port, now } = options;
  const { reliability: section = scoresOnly() } = options;
  const { entities = fleet(services) } = options;
  const config = new ConfigReader(rootConfig(engine, directory, port, section));
  const backend = createBackend();
  let parts: Parts | undefined;
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => config,
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => mockServices.rootLogger({ level: 'warn' }),
    }),
  );
  if (now) backend.add(noScheduler);
  let knex: Knex | undefined;
  backend.add(
    createBackendModule({
      pluginId: 'reliability',
      moduleId: 'bench-database',
      register(env) {
        env.registerInit({
          deps: { database: coreServices.database },
          async init({ database }) {
            knex = await database.getClient();
          },
        });
      },
    }),
  );
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(
    import('@backstage/plugin-permission-backend-module-allow-all-policy'),
  );
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@plimsoll/backstage-plugin-reliability-backend'));
  backend.add(
    import('@plimsoll/backstage-plugin-reliability-backend-module-prometheus'),
  );
  backend.add(
    import('@plimsoll/backstage-plugin-reliability-backend-module-atlassian'),
  );
  backend.add(
    import('@plimsoll/backstage-plugin-reliability-backend-module-incident-io'),
  );
  backend.add(
    import('@plimsoll/backstage-plugin-reliability-backend-module-pagerduty'),
  );
  backend.add(fleetModule(entities));
  backend.add(plainPlugin(found => (parts = found)));
  await backend.start();
  const url = `http://127.0.0.1:${port}`;
  const userToken = await eventually('a token', async () => {
    const response = await fetch(`${url}/api/auth/guest/refresh`, {
      method: 'POST',
    });
    return (await response.json()).backstageIdentity?.token as string;
  });
  const { auth, catalog } = parts!;
  const credentials = await auth.getOwnServiceCredentials();
  await eventually('the catalog', async () => {
    const { totalItems } = await catalog.queryEntities(
      {
        filter: {
          kind: 'component',
          'relations.ownedBy': CATALOG_FILTER_EXISTS,
        },
        limit: 0,
      },
      { credentials },
    );
    return totalItems === services ? true : undefined;
  });
  const reliability = readReliabilityConfig(config);
  const runtime = { ...parts!, now: Date.now, sleep };
  const own = createServices({
    ...parts!,
    config: reliability,
    knex: knex!,
    sliSources: createSliSources(config, [
      { type: 'prometheus', create: createPrometheusSource },
    ]),
    oncallProviders: createOncallProviders(
      config,
      [
        incidentIoProviderFactory,
        opsgenieProviderFactory,
        pagerdutyProviderFactory,
      ],
      runtime,
    ),
    incidentProviders: createIncidentProviders(
      config,
      [genericIncidentFactory, pagerdutyIncidentProviderFactory],
      runtime,
    ),
    sloDocuments: createSloDocuments({
      ...parts!,
      config,
      folders: [os.tmpdir()],
    }),
    now: now ?? Date.now,
  });
  await own.sync.sweep();
  return {
    engine,
    url,
    userToken,
    catalog,
    services: own,
    config: reliability,
    knex: knex!,
    logger: parts!.logger,
    credentials,
    stop: () => backend.stop(),
  };
}

import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
  AuthService,
  BackstageCredentials,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  catalogProcessingExtensionPoint,
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  readReliabilityConfig,
  ReliabilityConfig,
} from '@plimsoll/backstage-plugin-reliability-backend/src/config/config';
import { createServices } from '@plimsoll/backstage-plugin-reliability-backend/src/createServices';
import { benchScorecard, fleet } from './fleet';

export type Engine = 'sqlite' | 'postgres';

/** What the measurements use of a running portal. */
export interface Portal {
  readonly url: string;
  readonly userToken: string;
  readonly catalog: CatalogService;
  /** The plugin's own services, on its own database. */
  readonly services: ReturnType<typeof createServices>;
  readonly config: ReliabilityConfig;
  readonly knex: Knex;
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

const fleetModule = (services: number) =>
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench-fleet',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'bench-fleet',
            connect: async connection =>
              connection.applyMutation({
                type: 'full',
                entities: fleet(services).map(entity => ({
                  entity,
                  locationKey: 'bench-fleet',
                })),
              }),
          });
        },
      });
    },
  });

interface Parts {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
}

/** The floor of every route: checks who asks and answers. */
function plainPlugin(use: (parts: Parts) => void) {
  return createBackendPlugin({
    pluginId: 'plain',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
        },
        async init({ httpAuth, httpRouter, ...parts }) {
          use(parts);
          httpRouter.use(async (request, response) => {
            await httpAuth.credentials(request, { allow: ['user', 'service'] });
            response.json({ items: [], totalItems: 0 });
          });
        },
      });
    },
  });
}

async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  seconds = 600,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}`);
}

/** Starts a real portal with so many services in its catalog and waits until all are ranked. */
export async function startPortal(options: {
  engine: Engine;
  services: number;
  directory: string;
  port: number;
  /** The section `reliability`. */
  reliability?: JsonObject;
}): Promise<Portal> {
  const { engine, services, directory, port } = options;
  const { reliability: section = scoresOnly() } = options;
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
  backend.add(fleetModule(services));
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
  const own = createServices({
    ...parts!,
    config: reliability,
    knex: knex!,
    now: Date.now,
  });
  await own.sync.sweep();
  return {
    url,
    userToken,
    catalog,
    services: own,
    config: reliability,
    knex: knex!,
    credentials,
    stop: () => backend.stop(),
  };
}

import fs from 'node:fs';
import path from 'node:path';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
  AuthService,
  LoggerService,
  PermissionsService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';

/** A catalog with these entities and no others. */
export const fleetModule = (entities: readonly Entity[]) =>
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
                entities: entities.map(entity => ({
                  entity,
                  locationKey: 'bench-fleet',
                })),
              }),
          });
        },
      });
    },
  });

/** What a plugin is given of the backend. */
export interface Parts {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  readonly urlReader: UrlReaderService;
}

/** The floor of every route: checks who asks and answers. */
export function plainPlugin(use: (parts: Parts) => void) {
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
          urlReader: coreServices.urlReader,
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

/** A scheduler that starts nothing: what is measured is started by who measures it. */
export const noScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {},
  factory: () => ({
    triggerTask: async () => {},
    cancelTask: async () => {},
    scheduleTask: async () => {},
    createScheduledTaskRunner: () => ({ run: async () => {} }),
    getScheduledTasks: async () => [],
  }),
});

/** Asks until there is an answer. @throws Error after so many seconds */
export async function eventually<T>(
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

/** A catalog that another run has filled takes its place; to fill one takes longest. SQLite only. */
export function takeCatalog(directory: string): void {
  const from = process.env.PLIMSOLL_BENCH_CATALOG;
  if (!from) return;
  fs.copyFileSync(
    path.join(from, 'catalog.sqlite'),
    path.join(directory, 'catalog.sqlite'),
  );
}

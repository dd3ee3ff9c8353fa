import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { reliabilityPermissions } from '@plimsoll/backstage-plugin-reliability-common';
import {
  IncidentProviderFactory,
  OncallProviderFactory,
  ReliabilityNotifier,
  reliabilityIncidentProvidersExtensionPoint,
  reliabilityFactSourcesExtensionPoint,
  reliabilityNotifierExtensionPoint,
  reliabilityOncallProvidersExtensionPoint,
  reliabilitySliSourcesExtensionPoint,
  SliSourceFactory,
} from '@plimsoll/backstage-plugin-reliability-node';
import { registerActions } from './actions/registerActions';
import { readReliabilityConfig } from './config/config';
import { createServices } from './createServices';
import { openDatabase } from './database/database';
import { collectFactSources } from './maturity/FactSourceReader';
import { createRouter } from './http/createRouter';
import { createIncidentProviders } from './config/createIncidentProviders';
import { createOncallProviders } from './config/createOncallProviders';
import { createSliSources } from './config/createSliSources';
import { fileFolders } from './config/fileFolders';
import { sleep } from './tasks/sleep';
import { genericIncidentFactory } from './incidents/generic/genericIncidentFactory';
import { WEBHOOKS_PATH } from './incidents/webhooks/webhookRouter';
import { createSloDocuments } from './slo/documents';

/**
 * Plimsoll's backend: tiers, facts, scorecards and the ranking of services.
 *
 * @public
 */
export const reliabilityPlugin = createBackendPlugin({
  pluginId: 'reliability',
  register(env) {
    let notifier: ReliabilityNotifier | undefined;
    env.registerExtensionPoint(reliabilityNotifierExtensionPoint, {
      setNotifier(given) {
        if (notifier) throw new Error('Another module has set a notifier');
        notifier = given;
      },
    });
    const factSources = collectFactSources();
    env.registerExtensionPoint(
      reliabilityFactSourcesExtensionPoint,
      factSources.extensionPoint,
    );
    const factories: SliSourceFactory[] = [];
    env.registerExtensionPoint(reliabilitySliSourcesExtensionPoint, {
      addFactory(given) {
        if (factories.some(({ type }) => type === given.type)) {
          throw new Error(
            `Another module reads SLI sources of "${given.type}"`,
          );
        }
        factories.push(given);
      },
    });
    const oncallFactories: OncallProviderFactory[] = [];
    env.registerExtensionPoint(reliabilityOncallProvidersExtensionPoint, {
      addFactory(given) {
        if (oncallFactories.some(({ type }) => type === given.type)) {
          throw new Error(
            `Another module reads on-call rotations of "${given.type}"`,
          );
        }
        oncallFactories.push(given);
      },
    });
    const incidentFactories: IncidentProviderFactory[] = [
      genericIncidentFactory,
    ];
    env.registerExtensionPoint(reliabilityIncidentProvidersExtensionPoint, {
      addFactory(given) {
        if (incidentFactories.some(({ type }) => type === given.type)) {
          throw new Error(`Another module reads incidents of "${given.type}"`);
        }
        incidentFactories.push(given);
      },
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readReliabilityConfig(deps.config);
        const sliSources = createSliSources(deps.config, factories);
        const runtime = { logger: deps.logger, now: Date.now, sleep };
        const oncallProviders = createOncallProviders(
          deps.config,
          oncallFactories,
          runtime,
        );
        const incidentProviders = createIncidentProviders(
          deps.config,
          incidentFactories,
          runtime,
        );
        const knex = await openDatabase(deps.database);
        const services = createServices({
          ...deps,
          config,
          knex,
          notifier,
          factSources: factSources.sources,
          sliSources,
          oncallProviders,
          incidentProviders,
          sloDocuments: createSloDocuments({
            ...deps,
            folders: fileFolders(deps.config, process.cwd()),
          }),
          now: Date.now,
          ownershipOf: async credentials =>
            (await deps.userInfo.getUserInfo(credentials)).ownershipEntityRefs,
        });
        await services.start();
        deps.permissionsRegistry.addPermissions(reliabilityPermissions);
        registerActions(deps.actionsRegistry, { ...deps, ...services });
        deps.httpRouter.addAuthPolicy({
          path: WEBHOOKS_PATH,
          allow: 'unauthenticated',
        });
        deps.httpRouter.use(createRouter({ ...deps, services }));
        await services.tasks.schedule(deps.scheduler);
      },
    });
  },
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readCollatorConfig } from './config';
import { ReliabilityClient } from './ReliabilityClient';
import { ReliabilityCollatorFactory } from './ReliabilityCollatorFactory';

/**
 * Puts services with their levels, incidents and published postmortems into the search of the portal.
 *
 * @public
 */
export const searchModuleReliability = createBackendModule({
  pluginId: 'search',
  moduleId: 'reliability-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        indexRegistry: searchIndexRegistryExtensionPoint,
      },
      async init({ auth, discovery, rootConfig, scheduler, indexRegistry }) {
        const config = readCollatorConfig(rootConfig);
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(config.schedule),
          factory: new ReliabilityCollatorFactory({
            client: new ReliabilityClient({ auth, discovery }),
            config,
            now: Date.now,
          }),
        });
      },
    });
  },
});

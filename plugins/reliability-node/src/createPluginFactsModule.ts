import {
  BackendFeature,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { reliabilityFactSourcesExtensionPoint } from './factSource';
import { PluginFacts, PluginFactSource } from './PluginFactSource';
import { PluginReader } from './PluginReader';

/**
 * A module that reads facts from another plugin of the portal, with the credentials of Plimsoll's backend.
 * Where the other plugin is not installed, it reads nothing and says so once.
 *
 * @public
 */
export function createPluginFactsModule(plugin: PluginFacts): BackendFeature {
  return createBackendModule({
    pluginId: 'reliability',
    moduleId: plugin.name,
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          discovery: coreServices.discovery,
          logger: coreServices.logger,
          sources: reliabilityFactSourcesExtensionPoint,
        },
        async init({ sources, logger, ...access }) {
          const { pluginId } = plugin;
          const reader = new PluginReader({ ...access, pluginId });
          sources.addSource(new PluginFactSource({ plugin, reader, logger }));
        },
      });
    },
  });
}

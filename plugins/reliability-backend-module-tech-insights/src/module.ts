import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  PluginReader,
  reliabilityFactSourcesExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { TechInsightsSource } from './TechInsightsSource';

/**
 * Reads checks of Tech Insights as facts.
 *
 * @public
 */
export const reliabilityModuleTechInsights = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'tech-insights',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        sources: reliabilityFactSourcesExtensionPoint,
      },
      async init({ sources, logger, ...access }) {
        const reader = new PluginReader({
          ...access,
          pluginId: 'tech-insights',
        });
        sources.addSource(new TechInsightsSource({ reader, logger }));
      },
    });
  },
});

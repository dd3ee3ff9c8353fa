import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  PluginReader,
  reliabilityFactSourcesExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { RhdhScorecardSource } from './RhdhScorecardSource';

/**
 * Reads metrics of the Scorecard plugin of Red Hat Developer Hub as facts.
 *
 * @public
 */
export const reliabilityModuleRhdhScorecard = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'rhdh-scorecard',
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
          pluginId: 'scorecard',
        });
        sources.addSource(new RhdhScorecardSource({ reader, logger }));
      },
    });
  },
});

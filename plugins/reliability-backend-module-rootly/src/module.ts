import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  reliabilityIncidentProvidersExtensionPoint,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { rootlyIncidentProviderFactory } from './incidents/rootlyIncidentProviderFactory';
import { rootlyProviderFactory } from './rootlyProviderFactory';

/**
 * Reads on-call rotations and incidents from Rootly.
 *
 * @public
 */
export const reliabilityModuleRootly = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'rootly',
  register(env) {
    env.registerInit({
      deps: {
        rotations: reliabilityOncallProvidersExtensionPoint,
        incidents: reliabilityIncidentProvidersExtensionPoint,
      },
      async init({ rotations, incidents }) {
        rotations.addFactory(rootlyProviderFactory);
        incidents.addFactory(rootlyIncidentProviderFactory);
      },
    });
  },
});

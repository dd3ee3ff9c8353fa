import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  reliabilityIncidentProvidersExtensionPoint,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { jsmProviderFactory, opsgenieProviderFactory } from './factories';
import {
  jsmIncidentProviderFactory,
  opsgenieIncidentProviderFactory,
} from './incidents/factories';

/**
 * Reads on-call rotations and incidents from Opsgenie and from Jira Service Management.
 *
 * @public
 */
export const reliabilityModuleAtlassian = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'atlassian',
  register(env) {
    env.registerInit({
      deps: {
        rotations: reliabilityOncallProvidersExtensionPoint,
        incidents: reliabilityIncidentProvidersExtensionPoint,
      },
      async init({ rotations, incidents }) {
        rotations.addFactory(opsgenieProviderFactory);
        rotations.addFactory(jsmProviderFactory);
        incidents.addFactory(opsgenieIncidentProviderFactory);
        incidents.addFactory(jsmIncidentProviderFactory);
      },
    });
  },
});

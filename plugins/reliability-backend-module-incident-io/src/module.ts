import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilityOncallProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { incidentIoProviderFactory } from './incidentIoProviderFactory';

/**
 * Reads on-call rotations from incident.io.
 *
 * @public
 */
export const reliabilityModuleIncidentIo = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'incident-io',
  register(env) {
    env.registerInit({
      deps: { providers: reliabilityOncallProvidersExtensionPoint },
      async init({ providers }) {
        providers.addFactory(incidentIoProviderFactory);
      },
    });
  },
});

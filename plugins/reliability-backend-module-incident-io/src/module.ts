import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  reliabilityIncidentProvidersExtensionPoint,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { incidentIoProviderFactory } from './incidentIoProviderFactory';
import { incidentIoIncidentProviderFactory } from './incidents/incidentIoIncidentProviderFactory';

/**
 * Reads on-call rotations and incidents from incident.io.
 *
 * @public
 */
export const reliabilityModuleIncidentIo = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'incident-io',
  register(env) {
    env.registerInit({
      deps: {
        rotations: reliabilityOncallProvidersExtensionPoint,
        incidents: reliabilityIncidentProvidersExtensionPoint,
      },
      async init({ rotations, incidents }) {
        rotations.addFactory(incidentIoProviderFactory);
        incidents.addFactory(incidentIoIncidentProviderFactory);
      },
    });
  },
});

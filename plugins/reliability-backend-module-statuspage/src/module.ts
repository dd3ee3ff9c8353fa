import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilityIncidentProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { statuspageProviderFactory } from './statuspageProviderFactory';

/**
 * Reads incidents from Statuspage.
 *
 * @public
 */
export const reliabilityModuleStatuspage = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'statuspage',
  register(env) {
    env.registerInit({
      deps: { providers: reliabilityIncidentProvidersExtensionPoint },
      async init({ providers }) {
        providers.addFactory(statuspageProviderFactory);
      },
    });
  },
});

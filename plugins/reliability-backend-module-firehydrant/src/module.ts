import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilityIncidentProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { firehydrantProviderFactory } from './firehydrantProviderFactory';

/**
 * Reads incidents from FireHydrant.
 *
 * @public
 */
export const reliabilityModuleFireHydrant = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'firehydrant',
  register(env) {
    env.registerInit({
      deps: { providers: reliabilityIncidentProvidersExtensionPoint },
      async init({ providers }) {
        providers.addFactory(firehydrantProviderFactory);
      },
    });
  },
});

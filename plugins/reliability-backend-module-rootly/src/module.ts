import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilityOncallProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { rootlyProviderFactory } from './rootlyProviderFactory';

/**
 * Reads on-call rotations from Rootly.
 *
 * @public
 */
export const reliabilityModuleRootly = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'rootly',
  register(env) {
    env.registerInit({
      deps: { providers: reliabilityOncallProvidersExtensionPoint },
      async init({ providers }) {
        providers.addFactory(rootlyProviderFactory);
      },
    });
  },
});

import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilityOncallProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { jsmProviderFactory, opsgenieProviderFactory } from './factories';

/**
 * Reads on-call rotations from Opsgenie and from Jira Service Management Operations.
 *
 * @public
 */
export const reliabilityModuleAtlassian = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'atlassian',
  register(env) {
    env.registerInit({
      deps: { providers: reliabilityOncallProvidersExtensionPoint },
      async init({ providers }) {
        providers.addFactory(opsgenieProviderFactory);
        providers.addFactory(jsmProviderFactory);
      },
    });
  },
});

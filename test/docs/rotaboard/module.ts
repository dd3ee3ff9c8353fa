import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilityOncallProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { rotaboardProviderFactory } from './RotaboardProvider';

export const reliabilityModuleRotaboard = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'rotaboard',
  register(env) {
    env.registerInit({
      deps: { providers: reliabilityOncallProvidersExtensionPoint },
      async init({ providers }) {
        providers.addFactory(rotaboardProviderFactory);
      },
    });
  },
});

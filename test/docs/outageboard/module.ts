import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilityIncidentProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { outageboardProviderFactory } from './OutageboardProvider';

export const reliabilityModuleOutageboard = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'outageboard',
  register(env) {
    env.registerInit({
      deps: { providers: reliabilityIncidentProvidersExtensionPoint },
      async init({ providers }) {
        providers.addFactory(outageboardProviderFactory);
      },
    });
  },
});

import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilityOncallProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { grafanaProviderFactory } from './grafanaProviderFactory';

/**
 * Reads on-call rotations from Grafana OnCall and Grafana Cloud IRM.
 *
 * @public
 */
export const reliabilityModuleGrafana = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'grafana',
  register(env) {
    env.registerInit({
      deps: { providers: reliabilityOncallProvidersExtensionPoint },
      async init({ providers }) {
        providers.addFactory(grafanaProviderFactory);
      },
    });
  },
});

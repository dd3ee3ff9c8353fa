import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilityOncallProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { pagerdutyProviderFactory } from './pagerdutyProviderFactory';

/**
 * Reads on-call rotations from PagerDuty.
 *
 * @public
 */
export const reliabilityModulePagerduty = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'pagerduty',
  register(env) {
    env.registerInit({
      deps: { providers: reliabilityOncallProvidersExtensionPoint },
      async init({ providers }) {
        providers.addFactory(pagerdutyProviderFactory);
      },
    });
  },
});

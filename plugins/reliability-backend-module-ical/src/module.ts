import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilityOncallProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { createIcalProvider } from './createIcalProvider';

/**
 * Reads on-call rotations from calendar feeds.
 *
 * @public
 */
export const reliabilityModuleIcal = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'ical',
  register(env) {
    env.registerInit({
      deps: { providers: reliabilityOncallProvidersExtensionPoint },
      async init({ providers }) {
        providers.addFactory({ type: 'ical', create: createIcalProvider });
      },
    });
  },
});

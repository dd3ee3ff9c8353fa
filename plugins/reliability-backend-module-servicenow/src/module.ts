import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilityIncidentProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { servicenowProviderFactory } from './servicenowProviderFactory';

/**
 * Reads incidents from ServiceNow.
 *
 * @public
 */
export const reliabilityModuleServiceNow = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'servicenow',
  register(env) {
    env.registerInit({
      deps: { providers: reliabilityIncidentProvidersExtensionPoint },
      async init({ providers }) {
        providers.addFactory(servicenowProviderFactory);
      },
    });
  },
});

import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  reliabilityIncidentProvidersExtensionPoint,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { pagerdutyIncidentProviderFactory } from './incidents/pagerdutyIncidentProviderFactory';
import { pagerdutyProviderFactory } from './pagerdutyProviderFactory';

/**
 * Reads on-call rotations and incidents from PagerDuty.
 *
 * @public
 */
export const reliabilityModulePagerduty = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'pagerduty',
  register(env) {
    env.registerInit({
      deps: {
        oncall: reliabilityOncallProvidersExtensionPoint,
        incidents: reliabilityIncidentProvidersExtensionPoint,
      },
      async init({ oncall, incidents }) {
        oncall.addFactory(pagerdutyProviderFactory);
        incidents.addFactory(pagerdutyIncidentProviderFactory);
      },
    });
  },
});

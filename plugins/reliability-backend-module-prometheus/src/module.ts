import { createBackendModule } from '@backstage/backend-plugin-api';
import { reliabilitySliSourcesExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { createPrometheusSource } from './createPrometheusSource';

/**
 * Lets SLOs be evaluated on Prometheus and what speaks its API.
 *
 * @public
 */
export const reliabilityModulePrometheus = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: { sources: reliabilitySliSourcesExtensionPoint },
      async init({ sources }) {
        sources.addFactory({
          type: 'prometheus',
          create: config => createPrometheusSource(config),
        });
      },
    });
  },
});

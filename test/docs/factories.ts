import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  IncidentProviderFactory,
  OncallProviderFactory,
  reliabilityIncidentProvidersExtensionPoint,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';

/** Not every module registers for both; a test backend wants each extension point to be asked for. */
const both = createBackendModule({
  pluginId: 'reliability',
  moduleId: 'both',
  register(env) {
    env.registerInit({
      deps: {
        incidents: reliabilityIncidentProvidersExtensionPoint,
        rotations: reliabilityOncallProvidersExtensionPoint,
      },
      async init() {},
    });
  },
});

/** What a module registers when it starts. */
export async function factoriesOf(module: BackendFeature) {
  const incidents: IncidentProviderFactory[] = [];
  const rotations: OncallProviderFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilityIncidentProvidersExtensionPoint,
        {
          addFactory: (factory: IncidentProviderFactory) => {
            incidents.push(factory);
          },
        },
      ],
      [
        reliabilityOncallProvidersExtensionPoint,
        {
          addFactory: (factory: OncallProviderFactory) => {
            rotations.push(factory);
          },
        },
      ],
    ],
    features: [both, module],
  });
  return { incidents, rotations };
}

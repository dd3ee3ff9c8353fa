import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  IncidentProviderFactory,
  OncallProviderFactory,
  reliabilityIncidentProvidersExtensionPoint,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModuleRootly } from './module';

jest.setTimeout(60_000);

it('makes accounts of type rootly, which ask nothing by themselves', async () => {
  const factories: OncallProviderFactory[] = [];
  const incidents: IncidentProviderFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilityOncallProvidersExtensionPoint,
        {
          addFactory: (factory: OncallProviderFactory) =>
            factories.push(factory),
        },
      ],
      [
        reliabilityIncidentProvidersExtensionPoint,
        {
          addFactory: (factory: IncidentProviderFactory) =>
            incidents.push(factory),
        },
      ],
    ],
    features: [reliabilityModuleRootly],
  });
  const types = [...factories, ...incidents].map(({ type }) => type);
  expect(types).toEqual(['rootly', 'rootly']);
  const provider = factories[0].create(
    new ConfigReader({ name: 'main', type: 'rootly', token: 'x' }),
    simulatedRuntime(0),
  );
  expect(provider).toMatchObject({ account: 'main', type: 'rootly' });
  expect(provider.health?.()).toMatchObject({ state: 'unknown', requests: 0 });
  const history = incidents[0].create(
    new ConfigReader({ name: 'main', type: 'rootly', token: 'x' }),
    simulatedRuntime(0),
  );
  expect(history).toMatchObject({ account: 'main', type: 'rootly' });
  expect(history.receive).toBeUndefined();
  expect(history.health?.()).toMatchObject({ state: 'unknown', requests: 0 });
});

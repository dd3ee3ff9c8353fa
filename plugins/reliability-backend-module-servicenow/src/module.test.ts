import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  IncidentProviderFactory,
  reliabilityIncidentProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModuleServiceNow } from './module';

jest.setTimeout(60_000);

it('makes accounts of type servicenow, which ask nothing by themselves', async () => {
  const factories: IncidentProviderFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilityIncidentProvidersExtensionPoint,
        {
          addFactory: (factory: IncidentProviderFactory) =>
            factories.push(factory),
        },
      ],
    ],
    features: [reliabilityModuleServiceNow],
  });
  expect(factories.map(({ type }) => type)).toEqual(['servicenow']);
  const baseUrl = 'https://acme.service-now.example';
  const provider = factories[0].create(
    new ConfigReader({
      name: 'main',
      type: 'servicenow',
      baseUrl,
      apiKey: 'x',
    }),
    simulatedRuntime(0),
  );
  expect(provider).toMatchObject({ account: 'main', type: 'servicenow' });
  expect(provider.health?.()).toMatchObject({ state: 'unknown', requests: 0 });
  expect(provider.receive).toBeUndefined();
});

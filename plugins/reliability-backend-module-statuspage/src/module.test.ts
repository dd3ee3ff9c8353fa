import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  IncidentProviderFactory,
  reliabilityIncidentProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModuleStatuspage } from './module';

jest.setTimeout(60_000);

it('makes accounts of type statuspage, which ask nothing by themselves', async () => {
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
    features: [reliabilityModuleStatuspage],
  });
  expect(factories.map(({ type }) => type)).toEqual(['statuspage']);
  const provider = factories[0].create(
    new ConfigReader({
      name: 'main',
      type: 'statuspage',
      pageId: 'abc',
      apiKey: 'x',
    }),
    simulatedRuntime(0),
  );
  expect(provider).toMatchObject({ account: 'main', type: 'statuspage' });
  expect(provider.health?.()).toMatchObject({ state: 'unknown', requests: 0 });
  expect(provider.receive).toBeUndefined();
});

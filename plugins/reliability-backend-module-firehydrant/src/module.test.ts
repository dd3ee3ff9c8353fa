import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  IncidentProviderFactory,
  reliabilityIncidentProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModuleFireHydrant } from './module';

jest.setTimeout(60_000);

it('makes accounts of type firehydrant, which ask nothing by themselves', async () => {
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
    features: [reliabilityModuleFireHydrant],
  });
  expect(factories.map(({ type }) => type)).toEqual(['firehydrant']);
  const account = factories[0].create(
    new ConfigReader({ name: 'main', type: 'firehydrant', token: 'x' }),
    simulatedRuntime(0),
  );
  expect(account).toMatchObject({ account: 'main', type: 'firehydrant' });
  expect(account.receive).toBeUndefined();
  expect(account.health?.()).toMatchObject({ state: 'unknown', requests: 0 });
});

import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  OncallProviderFactory,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModuleRootly } from './module';

it('makes accounts of type rootly, which ask nothing by themselves', async () => {
  const factories: OncallProviderFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilityOncallProvidersExtensionPoint,
        { addFactory: factory => factories.push(factory) },
      ],
    ],
    features: [reliabilityModuleRootly],
  });
  expect(factories.map(({ type }) => type)).toEqual(['rootly']);
  const provider = factories[0].create(
    new ConfigReader({ name: 'main', type: 'rootly', token: 'x' }),
    simulatedRuntime(0),
  );
  expect(provider).toMatchObject({ account: 'main', type: 'rootly' });
  expect(provider.health?.()).toMatchObject({ state: 'unknown', requests: 0 });
});

import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  OncallProviderFactory,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModuleAtlassian } from './module';

it('makes accounts of both types, which ask nothing by themselves', async () => {
  const factories: OncallProviderFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilityOncallProvidersExtensionPoint,
        { addFactory: factory => factories.push(factory) },
      ],
    ],
    features: [reliabilityModuleAtlassian],
  });
  expect(factories.map(({ type }) => type)).toEqual(['opsgenie', 'jsm']);
  const keys = [{ apiKey: 'x' }, { cloudId: 'c', bearerToken: 'x' }];
  for (const [index, factory] of factories.entries()) {
    const provider = factory.create(
      new ConfigReader({ name: 'main', type: factory.type, ...keys[index] }),
      simulatedRuntime(0),
    );
    expect(provider).toMatchObject({ account: 'main', type: factory.type });
    expect(provider.health?.()).toMatchObject({
      state: 'unknown',
      requests: 0,
    });
  }
});

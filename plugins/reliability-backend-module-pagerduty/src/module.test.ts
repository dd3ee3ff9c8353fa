import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  OncallProviderFactory,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModulePagerduty } from './module';

it('makes accounts of type pagerduty, which ask nothing by themselves', async () => {
  const factories: OncallProviderFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilityOncallProvidersExtensionPoint,
        { addFactory: factory => factories.push(factory) },
      ],
    ],
    features: [reliabilityModulePagerduty],
  });
  expect(factories.map(({ type }) => type)).toEqual(['pagerduty']);
  const provider = factories[0].create(
    new ConfigReader({ name: 'main', type: 'pagerduty', apiToken: 'x' }),
    simulatedRuntime(0),
  );
  expect(provider).toMatchObject({ account: 'main', type: 'pagerduty' });
  expect(provider.health?.()).toMatchObject({ state: 'unknown', requests: 0 });
});

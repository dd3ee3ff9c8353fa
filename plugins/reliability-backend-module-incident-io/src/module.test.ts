import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  OncallProviderFactory,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModuleIncidentIo } from './module';

it('makes accounts of type incident-io, which ask nothing by themselves', async () => {
  const factories: OncallProviderFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilityOncallProvidersExtensionPoint,
        { addFactory: factory => factories.push(factory) },
      ],
    ],
    features: [reliabilityModuleIncidentIo],
  });
  expect(factories.map(({ type }) => type)).toEqual(['incident-io']);
  const provider = factories[0].create(
    new ConfigReader({ name: 'main', type: 'incident-io', apiKey: 'x' }),
    simulatedRuntime(0),
  );
  expect(provider).toMatchObject({ account: 'main', type: 'incident-io' });
  expect(provider.health?.()).toMatchObject({ state: 'unknown', requests: 0 });
  expect(provider.rotationsOf({ 'opsgenie.com/team': 'Payments' })).toEqual([]);
});

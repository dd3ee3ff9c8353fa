import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  OncallProviderFactory,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModuleIcal } from './module';

jest.setTimeout(60_000);

it('makes accounts of type ical', async () => {
  const factories: OncallProviderFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilityOncallProvidersExtensionPoint,
        { addFactory: factory => factories.push(factory) },
      ],
    ],
    features: [reliabilityModuleIcal],
  });
  expect(factories.map(({ type }) => type)).toEqual(['ical']);
  const provider = factories[0].create(
    new ConfigReader({ name: 'team', type: 'ical', feeds: [] }),
    simulatedRuntime(0),
  );
  expect(provider).toMatchObject({
    account: 'team',
    type: 'ical',
    kinds: ['feed'],
  });
  expect(provider.health?.()).toMatchObject({ state: 'unknown', requests: 0 });
});

import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  OncallProviderFactory,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModuleGrafana } from './module';

jest.setTimeout(60_000);

it('makes accounts of type grafana, which ask nothing by themselves', async () => {
  const factories: OncallProviderFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilityOncallProvidersExtensionPoint,
        { addFactory: factory => factories.push(factory) },
      ],
    ],
    features: [reliabilityModuleGrafana],
  });
  expect(factories.map(({ type }) => type)).toEqual(['grafana']);
  const provider = factories[0].create(
    new ConfigReader({
      name: 'main',
      type: 'grafana',
      token: 'x',
      url: 'https://oncall.example',
    }),
    simulatedRuntime(0),
  );
  expect(provider).toMatchObject({ account: 'main', type: 'grafana' });
  expect(provider.health?.()).toMatchObject({ state: 'unknown', requests: 0 });
});

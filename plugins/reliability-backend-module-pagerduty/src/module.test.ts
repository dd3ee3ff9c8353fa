import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  IncidentProviderFactory,
  OncallProviderFactory,
  reliabilityIncidentProvidersExtensionPoint,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModulePagerduty } from './module';

jest.setTimeout(60_000);

it('makes accounts of type pagerduty, which ask nothing by themselves', async () => {
  const oncall: OncallProviderFactory[] = [];
  const incidents: IncidentProviderFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilityOncallProvidersExtensionPoint,
        {
          addFactory: (factory: OncallProviderFactory) => oncall.push(factory),
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
    features: [reliabilityModulePagerduty],
  });
  const factories = [...oncall, ...incidents];
  expect(factories.map(({ type }) => type)).toEqual(['pagerduty', 'pagerduty']);
  for (const factory of factories) {
    const provider = factory.create(
      new ConfigReader({ name: 'main', type: 'pagerduty', apiToken: 'x' }),
      simulatedRuntime(0),
    );
    expect(provider).toMatchObject({ account: 'main', type: 'pagerduty' });
    expect(provider.health?.()).toMatchObject({
      state: 'unknown',
      requests: 0,
    });
  }
  const [{ create }] = incidents;
  const receives = (config: object) =>
    Boolean(
      create(
        new ConfigReader({
          name: 'main',
          type: 'pagerduty',
          apiToken: 'x',
          ...config,
        }),
        simulatedRuntime(0),
      ).receive,
    );
  expect(receives({})).toBe(false);
  expect(receives({ webhookSecret: '0123456789abcdef' })).toBe(true);
});

import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  IncidentProviderFactory,
  OncallProviderFactory,
  reliabilityIncidentProvidersExtensionPoint,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModuleAtlassian } from './module';

jest.setTimeout(60_000);

it('makes accounts of both types, which ask nothing by themselves', async () => {
  const rotations: OncallProviderFactory[] = [];
  const incidents: IncidentProviderFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilityOncallProvidersExtensionPoint,
        {
          addFactory: (factory: OncallProviderFactory) =>
            rotations.push(factory),
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
    features: [reliabilityModuleAtlassian],
  });
  const all = [...rotations, ...incidents];
  expect(all.map(({ type }) => type)).toEqual([
    'opsgenie',
    'jsm',
    'opsgenie',
    'jsm',
  ]);
  const site = { cloudId: 'c', bearerToken: 'x' };
  const keys = [{ apiKey: 'x' }, site, { apiKey: 'x' }, { ...site, jql: 'y' }];
  for (const [index, factory] of all.entries()) {
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

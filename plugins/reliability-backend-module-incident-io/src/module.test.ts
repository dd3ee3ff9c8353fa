import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  IncidentProviderFactory,
  OncallProviderFactory,
  reliabilityIncidentProvidersExtensionPoint,
  reliabilityOncallProvidersExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { reliabilityModuleIncidentIo } from './module';

jest.setTimeout(60_000);

it('makes accounts of type incident-io, which ask nothing by themselves', async () => {
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
    features: [reliabilityModuleIncidentIo],
  });
  const types = [...rotations, ...incidents].map(({ type }) => type);
  expect(types).toEqual(['incident-io', 'incident-io']);
  const config = { name: 'main', type: 'incident-io', apiKey: 'x' };
  const idle = { state: 'unknown', requests: 0 };
  const people = rotations[0].create(
    new ConfigReader(config),
    simulatedRuntime(0),
  );
  expect(people).toMatchObject({ account: 'main', type: 'incident-io' });
  expect(people.health?.()).toMatchObject(idle);
  expect(people.rotationsOf({ 'opsgenie.com/team': 'Payments' })).toEqual([]);
  const history = incidents[0].create(
    new ConfigReader(config),
    simulatedRuntime(0),
  );
  expect(history).toMatchObject({ account: 'main', type: 'incident-io' });
  expect(history.health?.()).toMatchObject(idle);
});

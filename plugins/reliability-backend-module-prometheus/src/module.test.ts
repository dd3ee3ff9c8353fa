import { startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  reliabilitySliSourcesExtensionPoint,
  SliSourceFactory,
} from '@plimsoll/backstage-plugin-reliability-node';
import { reliabilityModulePrometheus } from './module';

jest.setTimeout(60_000);

it('makes sources of type prometheus', async () => {
  const factories: SliSourceFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        reliabilitySliSourcesExtensionPoint,
        { addFactory: factory => factories.push(factory) },
      ],
    ],
    features: [reliabilityModulePrometheus],
  });
  expect(factories.map(({ type }) => type)).toEqual(['prometheus']);
  const source = factories[0].create(
    new ConfigReader({
      name: 'main',
      type: 'prometheus',
      url: 'http://prometheus.example',
    }),
  );
  expect(source).toMatchObject({
    kind: 'counts',
    name: 'main',
    type: 'prometheus',
  });
});

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readCollatorConfig } from './config';
import searchModuleReliability from '.';

jest.setTimeout(60_000);

const configOf = (reliability?: object) =>
  mockServices.rootConfig({
    data: { search: { collators: { reliability } } } as never,
  });

it('brings its documents to the search', async () => {
  const types: string[] = [];
  const { server } = await startTestBackend({
    extensionPoints: [
      [
        searchIndexRegistryExtensionPoint,
        {
          addCollator: ({ factory }: { factory: DocumentCollatorFactory }) => {
            types.push(factory.type);
          },
          addDecorator: () => {},
        },
      ],
    ],
    features: [searchModuleReliability],
  });
  expect(types).toEqual(['reliability']);
  await server.stop();
});

it.each<[string, object | undefined, object]>([
  [
    'nothing is configured',
    undefined,
    {
      path: '/reliability',
      locationTemplate: '/catalog/:namespace/:kind/:name/reliability',
      days: 365,
      schedule: { frequency: { minutes: 10 } },
    },
  ],
  [
    'everything is',
    {
      path: '/portal/reliability/',
      locationTemplate: '/portal/:kind/:name',
      days: 90,
      schedule: { frequency: 'PT1H', timeout: 'PT5M' },
    },
    {
      path: '/portal/reliability',
      locationTemplate: '/portal/:kind/:name',
      days: 90,
      schedule: { timeout: { minutes: 5 } },
    },
  ],
])('is set up where %s', (_, given, expected) => {
  expect(readCollatorConfig(configOf(given))).toMatchObject(expected);
});

it.each([
  [
    { path: 'reliability' },
    'search.collators.reliability.path: expected a path',
  ],
  [{ path: '//evil.example.com' }, 'search.collators.reliability.path: '],
  [
    { locationTemplate: '/catalog' },
    'search.collators.reliability.locationTemplate: expected a path with :name',
  ],
  [{ locationTemplate: '//evil.example.com/:name' }, 'locationTemplate: '],
  [{ days: 0 }, 'search.collators.reliability.days: expected a whole number'],
  [{ days: 1.5 }, 'search.collators.reliability.days: '],
  [{ schedule: {} }, 'frequency'],
])('is refused with %o', (given, message) => {
  expect(() => readCollatorConfig(configOf(given))).toThrow(message);
});

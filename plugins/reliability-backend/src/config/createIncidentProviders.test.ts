import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  IncidentProvider,
  IncidentProviderFactory,
} from '@plimsoll/backstage-plugin-reliability-node';
import { createIncidentProviders } from './createIncidentProviders';

const fakes: IncidentProviderFactory = {
  type: 'fake',
  create: (entry): IncidentProvider => {
    if (!entry.has('url')) {
      throw new InputError(`${entry.getString('name')} has no url`);
    }
    return {
      account: entry.getString('name'),
      type: 'fake',
      kinds: ['service'],
      subjectsOf: () => [],
    };
  },
};

const child = mockServices.logger.mock();
const logger = mockServices.logger.mock({ child: () => child });

const create = (
  accounts: JsonObject[] | undefined,
  factories: IncidentProviderFactory[] = [fakes],
) =>
  createIncidentProviders(
    new ConfigReader({ reliability: { incidents: { accounts } } }),
    factories,
    { logger, now: () => 0, sleep: async () => {} },
  );

it('makes none where there are none', () => {
  expect(create(undefined)).toEqual([]);
});

it('makes one for each account, which logs under its name', () => {
  const made: unknown[] = [];
  const providers = create(
    [
      { name: 'a', type: 'fake', url: 'x' },
      { name: 'b', type: 'fake', url: 'x' },
    ],
    [
      {
        ...fakes,
        create: (entry, runtime) => {
          made.push(runtime.logger);
          return fakes.create(entry, runtime);
        },
      },
    ],
  );
  expect(providers.map(({ account }) => account)).toEqual(['a', 'b']);
  expect(made).toEqual([child, child]);
});

it('keeps from modules what is none of theirs', () => {
  const seen: unknown[] = [];
  create(
    [{ name: 'a', type: 'fake', url: 'x', default: true }],
    [
      {
        ...fakes,
        create: (entry, runtime) => {
          seen.push(entry.get());
          return fakes.create(entry, runtime);
        },
      },
    ],
  );
  expect(seen).toEqual([{ name: 'a', type: 'fake', url: 'x' }]);
});

it.each<[string, JsonObject, IncidentProviderFactory[], string]>([
  [
    'a type that comes with a package of ours',
    { name: 'a', type: 'firehydrant' },
    [fakes],
    'reliability.incidents.accounts[0].type: no module that reads "firehydrant" is installed; add @plimsoll/backstage-plugin-reliability-backend-module-firehydrant to the backend',
  ],
  [
    'another where some are installed',
    { name: 'a', type: 'constructor' },
    [fakes],
    'no module that reads "constructor" is installed, only fake',
  ],
  [
    'another where none is',
    { name: 'a', type: 'pager' },
    [],
    '"statuspage" comes with @plimsoll/backstage-plugin-reliability-backend-module-statuspage',
  ],
  [
    'what the module refuses',
    { name: 'a', type: 'fake' },
    [fakes],
    'a has no url',
  ],
])('refuses %s', (_, account, factories, complaint) => {
  expect(() => create([account], factories)).toThrow(complaint);
});

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { OncallProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { FakeOncall } from '../__testUtils__/fakeOncall';
import { createOncallProviders } from './createOncallProviders';

const fakes: OncallProviderFactory = {
  type: 'fake',
  create: entry => {
    if (!entry.has('url')) {
      throw new InputError(`${entry.getString('name')} has no url`);
    }
    return new FakeOncall(entry.getString('name'));
  },
};

const create = (
  accounts: JsonObject[] | undefined,
  factories: OncallProviderFactory[] = [fakes],
) =>
  createOncallProviders(
    new ConfigReader({ reliability: { oncall: { accounts } } }),
    factories,
    {
      logger: mockServices.logger.mock({
        child: () => mockServices.logger.mock(),
      }),
      now: () => 0,
      sleep: async () => {},
    },
  );

it('makes none where there are none', () => {
  expect(create(undefined)).toEqual([]);
});

it('makes one for each account', () => {
  const providers = create([
    { name: 'a', type: 'fake', url: 'x' },
    { name: 'b', type: 'fake', url: 'x' },
  ]);
  expect(providers.map(({ account }) => account)).toEqual(['a', 'b']);
});

it.each<[string, JsonObject, OncallProviderFactory[], string]>([
  [
    'a type that comes with a package of ours',
    { name: 'a', type: 'pagerduty' },
    [fakes],
    'reliability.oncall.accounts[0].type: no module that reads "pagerduty" is installed; add @plimsoll/backstage-plugin-reliability-backend-module-pagerduty to the backend',
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
    '"ical" comes with @plimsoll/backstage-plugin-reliability-backend-module-ical',
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

it('tells of all problems at once', () => {
  expect(() =>
    create([
      { name: 'a', type: 'fake' },
      { name: 'b', type: 'rootly' },
    ]),
  ).toThrow(/a has no url\n.*accounts\[1\]/);
});

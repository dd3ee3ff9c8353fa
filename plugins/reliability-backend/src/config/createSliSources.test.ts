import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { SliSourceFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { FakeSource } from '../__testUtils__/slo';
import { createSliSources } from './createSliSources';

const fake: SliSourceFactory = {
  type: 'fake',
  create: config => new FakeSource(config.getString('name')),
};
const strict: SliSourceFactory = {
  type: 'strict',
  create: () => {
    throw new InputError('reliability.slo.sources[0].url: is missing');
  },
};

const make = (types: string[], factories: SliSourceFactory[]) =>
  createSliSources(
    new ConfigReader({
      reliability: {
        slo: {
          sources: types.map((type, index) => ({ name: `s${index}`, type })),
        },
      },
    }),
    factories,
  );

it('makes the sources that the configuration lists', () => {
  expect(make(['fake', 'fake'], [fake]).map(({ name }) => name)).toEqual([
    's0',
    's1',
  ]);
  expect(createSliSources(new ConfigReader({}), [fake])).toEqual([]);
});

it('needs no module for pushed samples under another name', () => {
  expect(make(['pushed', 'fake'], [fake]).map(({ name }) => name)).toEqual([
    's1',
  ]);
});

it.each<[string, string[], SliSourceFactory[], string]>([
  [
    'the module of a known type is missing',
    ['prometheus'],
    [],
    'reliability.slo.sources[0].type: no module that reads "prometheus" is installed; add @plimsoll/backstage-plugin-reliability-backend-module-prometheus to the backend',
  ],
  [
    'a type is misspelt',
    ['fake', 'fakee'],
    [fake],
    'reliability.slo.sources[1].type: no module that reads "fakee" is installed, only fake',
  ],
  [
    'there is no module at all',
    ['datadog'],
    [],
    '"prometheus" comes with @plimsoll/',
  ],
  [
    'a module refuses an entry',
    ['strict', 'fakee'],
    [fake, strict],
    'reliability.slo.sources[0].url: is missing\n  reliability.slo.sources[1].type: no module',
  ],
])('says what to do when %s', (_, types, factories, message) => {
  expect(() => make(types, factories)).toThrow(message);
});

import { FakeSource } from '../__testUtils__/slo';
import { SampleStore } from './SampleStore';
import { SliSources } from './SliSources';

const sources = new SliSources({
  knex: undefined as never,
  samples: new SampleStore(),
  entries: [
    { name: 'main', type: 'fake', default: true },
    { name: 'edge', type: 'pushed', default: false },
  ],
  sources: [new FakeSource('main')],
});

it.each([
  ['main', 'fake'],
  ['edge', 'pushed'],
  ['pushed', 'pushed'],
])('finds %s, of type %s', (name, type) => {
  expect(sources.find(name)).toMatchObject({ name, type });
  expect(sources.names).toContain(name);
});

it('finds nothing that is not configured', () => {
  expect(sources.find('other')).toBeUndefined();
});

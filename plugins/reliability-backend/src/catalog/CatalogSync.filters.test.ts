import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { Entity } from '@backstage/catalog-model';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { entity, refOf, service, team } from '../__testUtils__/entities';
import { createHarness, Harness } from '../__testUtils__/harness';
import { namesOf } from '../__testUtils__/observe';
import { check, ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

const entities: Entity[] = [
  team(),
  service('api'),
  service('site', { spec: { type: 'website' } }),
  service('lib', { spec: { type: 'library' } }),
  service('old', { spec: { lifecycle: 'deprecated' } }),
  service('java', { metadata: { tags: ['java'], uid: 'u-1' } }),
  { ...service('v2'), apiVersion: 'backstage.io/v2' },
  entity('API', 'contract', { spec: { type: 'openapi', owner: 'team-pay' } }),
  entity('Resource', 'db', { spec: { type: 'database', owner: 'team-pay' } }),
];

const bronze = { levels: [{ id: 'bronze', name: 'Bronze' }] };
const about = (id: string, filter?: JsonObject) =>
  ladder({ ...bronze, id, checks: [check('any')], ...(filter && { filter }) });

describe.each(databases.eachSupportedId())('filters on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  it.each<[string, JsonObject | undefined, string[]]>([
    [
      'services and websites, where nothing is configured',
      undefined,
      ['api', 'java', 'old', 'site', 'v2'],
    ],
    [
      'what a predicate names',
      {
        $any: [
          { kind: 'Resource' },
          { kind: 'component', 'spec.type': 'library' },
        ],
      },
      ['lib', 'db'],
    ],
    [
      'what a predicate leaves over',
      {
        $all: [
          { kind: 'Component', 'spec.type': 'service' },
          { $not: { 'spec.lifecycle': 'deprecated' } },
        ],
      },
      ['api', 'java', 'v2'],
    ],
    [
      'what a field of the metadata says',
      { 'metadata.tags': { $contains: 'java' } },
      ['java'],
    ],
    [
      'what a field says of which nothing is kept',
      { kind: 'Component', apiVersion: 'backstage.io/v2' },
      ['v2'],
    ],
    ['nothing, where nothing matches', { kind: 'Location' }, []],
  ])('services are %s', async (_, filter, expected) => {
    const harness = await createHarness({
      knex,
      entities,
      reliability: { ...(filter && { services: { filter } }) },
    });
    await harness.services.sync.sweep();
    expect((await namesOf(harness)).sort()).toEqual([...expected].sort());
    for (const name of expected.filter(other => other !== 'db')) {
      await harness.services.sync.syncOne(refOf(name));
    }
    expect((await namesOf(harness)).sort()).toEqual([...expected].sort());
  });

  it('a scorecard is about the services that its own filter matches', async () => {
    const harness = await createHarness({
      knex,
      entities,
      reliability: only(
        about('all'),
        about('java', { 'metadata.tags': { $contains: 'java' } }),
        about('uid', { 'metadata.uid': 'u-1' }),
        about('v2', { apiVersion: 'backstage.io/v2' }),
        about('libraries', { 'spec.type': 'library' }),
      ),
    });
    const ranked = async (scorecard: string) => namesOf(harness, { scorecard });
    await harness.services.sync.sweep();
    for (let again = 0; again < 2; again++) {
      expect(await ranked('all')).toEqual(['api', 'java', 'old', 'site', 'v2']);
      expect(await ranked('java')).toEqual(['java']);
      expect(await ranked('uid')).toEqual(['java']);
      expect(await ranked('v2')).toEqual(['v2']);
      expect(await ranked('libraries')).toEqual([]);
      await harness.services.sync.syncOne(refOf('java'));
      await harness.services.sync.syncOne(refOf('v2'));
    }
  });

  it('a service leaves a scorecard that is no longer about it, and comes back', async () => {
    const harness = await createHarness({
      knex,
      entities,
      reliability: only(
        about('all'),
        about('java', { 'metadata.tags': { $contains: 'java' } }),
      ),
    });
    const java = () => namesOf(harness, { scorecard: 'java' });
    await harness.services.sync.sweep();
    expect(await java()).toEqual(['java']);
    harness.catalog.put(service('java', { metadata: { tags: ['kotlin'] } }));
    await harness.services.sync.sweep();
    harness.services.ranking.changed();
    expect(await java()).toEqual([]);
    expect(await namesOf(harness, { scorecard: 'all' })).toContain('java');
    harness.catalog.put(service('java', { metadata: { tags: ['java'] } }));
    await harness.services.sync.syncOne(refOf('java'));
    harness.services.ranking.changed();
    expect(await java()).toEqual(['java']);
  });

  it('a scorecard comes, goes and returns with the configuration', async () => {
    const one = only(about('all'));
    const two = only(about('all'), about('java', { 'spec.type': 'website' }));
    let harness: Harness = await createHarness({
      knex,
      entities,
      reliability: one,
    });
    await harness.services.sync.sweep();
    harness = await harness.restart(two);
    await harness.services.sync.sweep();
    expect(await namesOf(harness, { scorecard: 'java' })).toEqual(['site']);
    harness = await harness.restart(one);
    expect(await knex('reliability_reports').distinct('scorecard_id')).toEqual([
      { scorecard_id: 'all' },
    ]);
    // No sweep under the other configuration: no service changed, and yet they need reports.
    harness = await harness.restart(two);
    await harness.services.sync.sweep();
    expect(await harness.services.tasks.reassessDue()).toBe(1);
    expect(await namesOf(harness, { scorecard: 'java' })).toEqual(['site']);
    expect(await harness.services.tasks.reassessDue()).toBe(0);
  });
});

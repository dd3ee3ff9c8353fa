import { mockCredentials } from '@backstage/backend-test-utils';
import { openPortal, passDay } from '../../__testUtils__/changes';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import {
  manyNames,
  refOf,
  service,
  system,
  team,
} from '../../__testUtils__/entities';
import { Harness } from '../../__testUtils__/harness';
import { push } from '../../__testUtils__/push';
import { ladder, only } from '../../__testUtils__/scorecards';
import { Knex } from 'knex';
import { ListScoreChangesCommand } from './changeFilter';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const FROM = '2026-11-20';

const of = (name: string, owner: string, spec = {}) =>
  service(name, {
    metadata: {
      title: name.toUpperCase(),
      annotations: { 'plimsoll.dev/tier': 'tier-1' },
    },
    spec: { owner, ...spec },
  });

const list = (harness: Harness, query: Partial<ListScoreChangesCommand> = {}) =>
  harness.services.programme.changes.scoreChanges.list(
    { from: FROM, direction: 'all', limit: 50, ...query },
    user,
  );

const none = { service: 0, rule: 0, data: 0, unexplained: 0 };

describe.each(databases.eachSupportedId())('all services on %s', id => {
  let knex: Knex;
  let harness: Harness;

  /**
   * Between two days: `down` fails a check, `stale` is not told of any more, `up` passes, `same` stays, `moved` goes
   * from blue to red, `gone` leaves and `new` comes. Team red stands below the group `shop`.
   */
  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openPortal(knex, only(ladder()), [
      team('shop'),
      team('red'),
      team('blue'),
      system('checkout', 'sales'),
      of('down', 'red', { system: 'checkout' }),
      of('stale', 'red'),
      of('up', 'blue'),
      of('same', 'blue'),
      of('moved', 'blue'),
      of('gone', 'blue'),
    ]);
    for (const name of ['down', 'same', 'moved', 'gone']) {
      await push(harness, name, { coverage: 90 }, { ttl: 'P30D' });
    }
    await push(harness, 'stale', { coverage: 90 }, { ttl: 'PT20H' });
    await push(harness, 'up', { coverage: 10 }, { ttl: 'P30D' });
    await passDay(harness);
    await harness.services.tasks.reassessDue();
    await push(harness, 'down', { coverage: 10 }, { ttl: 'P30D' });
    await push(harness, 'up', { coverage: 95 }, { ttl: 'P30D' });
    harness.catalog.put(of('new', 'red'), of('moved', 'red'));
    harness.catalog.drop(refOf('gone'));
    await harness.services.sync.sweep();
    await harness.services.sync.syncOne(refOf('gone'));
    await knex('reliability_groups').delete();
    await knex('reliability_groups').insert(
      ['shop', 'red', 'blue'].map(name => ({
        entity_ref: `group:default/${name}`,
        title: name,
        parent: name === 'red' ? 'group:default/shop' : null,
        misses: 0,
        hash: name,
        changed_at: new Date(harness.clock.now),
      })),
    );
    harness.services.ranking.changed();
  });

  beforeEach(() => {
    harness.policy.readable = 'all';
    harness.clock.advance(61_000);
  });

  it('are added up by cause, with what came and left', async () => {
    const answer = await list(harness);
    expect(answer).toMatchObject({
      scorecard: { id: 'ladder', title: 'Ladder' },
      from: { day: FROM, source: 'snapshot', services: 5, averageScore: 900 },
      to: {
        day: '2026-11-21',
        source: 'report',
        services: 6,
        averageScore: 800,
      },
      compared: 5,
      came: 1,
      left: 1,
      removed: 1,
      points: { ...none, data: -500 },
      levels: {
        gained: { ...none, total: 1, service: 1 },
        lost: { ...none, total: 2, service: 1, data: 1 },
      },
      checks: [
        {
          check: 'tested',
          title: 'Check tested',
          flips: 3,
          gained: 1,
          lost: 2,
          causes: { service: 2, rule: 0, data: 1 },
        },
      ],
      totalItems: 3,
    });
    const countsOf = ({ levels }: typeof answer.from) =>
      levels.map(level => `${level.name} ${level.count}`);
    expect(countsOf(answer.from)).toEqual([
      'No level 0',
      'Bronze 1',
      'Silver 4',
    ]);
    expect(countsOf(answer.to)).toEqual(['No level 0', 'Bronze 3', 'Silver 3']);
  });

  it('that moved are listed with the flip that says most', async () => {
    const { items } = await list(harness, { direction: 'down', cause: 'data' });
    expect(items).toEqual([
      {
        entityRef: refOf('stale'),
        title: 'STALE',
        owner: 'group:default/red',
        tier: 'tier-1',
        level: {
          from: { id: 'silver', name: 'Silver', index: 1 },
          to: { id: 'bronze', name: 'Bronze', index: 0 },
        },
        score: { from: 1000, to: 500 },
        delta: -500,
        direction: 'down',
        cause: 'data',
        points: { ...none, data: -500 },
        flipCount: 1,
        mainFlip: {
          check: 'tested',
          title: 'Check tested',
          from: 'pass',
          to: 'unknown',
          cause: 'data',
          at: '2026-11-21T12:00:00.000Z',
          by: 'source:clock',
        },
      },
    ]);
  });

  it.each<[string, Partial<ListScoreChangesCommand>, string[]]>([
    ['all of them', {}, ['down', 'stale', 'up']],
    ['those that fell', { direction: 'down' }, ['down', 'stale']],
    ['those that rose', { direction: 'up' }, ['up']],
    ['those of a cause', { cause: 'service' }, ['down', 'up']],
    ['those of a team', { owner: ['group:default/blue'] }, ['up']],
    [
      'those of the teams below a group',
      { owner: ['Group:default/SHOP'] },
      ['down', 'stale'],
    ],
    ['those of a system', { system: ['system:default/checkout'] }, ['down']],
    ['those of a domain', { domain: ['domain:default/sales'] }, ['down']],
    ['those of a tier', { tier: ['tier-1'] }, ['down', 'stale', 'up']],
    ['none of another tier', { tier: ['tier-0'] }, []],
    ['none of an empty list', { owner: [] }, []],
    ['none of a group that is not there', { owner: ['group:default/x'] }, []],
  ])('lists %s', async (_, query, expected) => {
    const { items, totalItems } = await list(harness, query);
    expect(items.map(({ entityRef }) => entityRef.split('/')[1])).toEqual(
      expected,
    );
    expect(totalItems).toBe(expected.length);
  });

  it('a service that changed its team left one and came to the other', async () => {
    const red = await list(harness, { owner: ['group:default/shop'] });
    expect([red.compared, red.came, red.left]).toEqual([2, 2, 0]);
    const blue = await list(harness, { owner: ['group:default/blue'] });
    expect([blue.compared, blue.came, blue.left, blue.removed]).toEqual([
      2, 0, 2, 1,
    ]);
  });

  it('a reader sees only what the catalog shows, in the totals too', async () => {
    harness.policy.readable = [refOf('up'), refOf('same')];
    const answer = await list(harness);
    expect(answer).toMatchObject({
      from: { services: 2 },
      to: { services: 2 },
      compared: 2,
      came: 0,
      left: 0,
      removed: 0,
      points: { service: 500, data: 0 },
      levels: { lost: { total: 0 } },
      totalItems: 1,
    });
    expect(answer.checks).toMatchObject([{ flips: 1 }]);
  });

  it('pages through the movers once, and refuses a cursor of another list', async () => {
    const first = await list(harness, { limit: 2 });
    const second = await list(harness, { limit: 2, cursor: first.nextCursor });
    const names = [...first.items, ...second.items].map(
      ({ entityRef }) => entityRef,
    );
    expect(names).toEqual(['down', 'stale', 'up'].map(refOf));
    expect(second).not.toHaveProperty('nextCursor');
    await expect(
      list(harness, { direction: 'up', cursor: first.nextCursor }),
    ).rejects.toThrow(/^cursor: /);
  });

  it('a write is seen at once', async () => {
    await push(harness, 'same', { coverage: 1 }, { ttl: 'P30D' });
    expect((await list(harness)).totalItems).toBe(4);
    await push(harness, 'same', { coverage: 90 }, { ttl: 'P30D' });
    expect((await list(harness)).totalItems).toBe(3);
  });

  it('of two days on which the portal was down are told by the steps', async () => {
    const answer = await list(harness, {
      from: '2026-11-18',
      to: '2026-11-19',
    });
    expect(answer).toMatchObject({
      from: { source: 'steps', services: 0, averageScore: null },
      compared: 0,
      items: [],
    });
  });
});

it('many services are compared with a handful of queries', async () => {
  const knex = await openTestDatabase(databases, 'SQLITE_3');
  await emptyDatabase(knex);
  const names = manyNames(300);
  const harness = await openPortal(knex, only(ladder()), [
    team(),
    ...names.map(name => service(name)),
  ]);
  await passDay(harness);
  for (const name of names.slice(0, 100)) {
    await push(harness, name, { coverage: 90 });
  }
  await harness.services.ranking.all('ladder');
  let queries = 0;
  const count = () => {
    queries += 1;
  };
  knex.on('query', count);
  const answer = await list(harness);
  knex.removeListener('query', count);
  expect(answer).toMatchObject({ compared: 300, totalItems: 100 });
  expect(queries).toBeLessThan(20);
});

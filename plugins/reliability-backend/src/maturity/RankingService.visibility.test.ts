import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service, system, team } from '../__testUtils__/entities';
import { createHarness, Harness, MINUTE } from '../__testUtils__/harness';
import { rankingOf } from '../__testUtils__/observe';
import { push } from '../__testUtils__/push';
import { ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

/** Best, good and poor in the order of the ranking, of one team each. */
const entities = [
  team('red'),
  system('checkout', 'sales'),
  service('best', { spec: { owner: 'red', system: 'checkout' } }),
  service('good', { spec: { owner: 'red' } }),
  service('poor', { spec: { owner: 'lost', tier: 'x', system: 'checkout' } }),
];

type Readable = Harness['policy']['readable'];

describe.each(databases.eachSupportedId())('what a reader sees on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await createHarness({
      knex,
      reliability: only(ladder()),
      entities,
    });
    await harness.services.sync.sweep();
    await push(harness, 'best', { coverage: 90 });
  });

  const allow = (readable: Readable) => {
    harness.policy.readable = readable;
    // Decisions are remembered for a moment.
    harness.clock.advance(MINUTE);
  };

  it.each<[string, Readable, string[]]>([
    [
      'everything, to whom the catalog shows everything',
      'all',
      ['1 best', '2 good', '3 poor'],
    ],
    ['nothing, to whom it shows nothing', 'none', []],
    [
      'what it shows, ranked among itself',
      ['good', 'poor'].map(refOf),
      ['1 good', '2 poor'],
    ],
    ['nothing, where conditions match nothing', [], []],
    ['nothing of what is no service any more', ['gone'].map(refOf), []],
  ])('is %s', async (_, readable, expected) => {
    allow(readable);
    const count = expected.length;
    const reply = await rankingOf(harness);
    expect(
      reply.items.map(
        ({ rank, entityRef }) => `${rank} ${entityRef.split('/')[1]}`,
      ),
    ).toEqual(expected);
    expect(reply).toMatchObject({ totalItems: count, rankedTotal: count });

    const summary = await harness.services.ranking.summary({}, user);
    const sum = (counts: { count: number }[]) =>
      counts.reduce((total, one) => total + one.count, 0);
    const seesPoor = expected.some(line => line.endsWith('poor'));
    expect(summary.total).toBe(count);
    expect(sum(summary.levels)).toBe(count);
    expect(sum(summary.tiers)).toBe(count);
    expect(summary.dataProblems).toBe(seesPoor ? 1 : 0);

    for (const field of ['owner', 'tier', 'level'] as const) {
      const { items } = await harness.services.ranking.facet(
        field,
        { limit: 20 },
        user,
      );
      expect(sum(items)).toBe(count);
    }
    const problems = await harness.services.ranking.dataProblems(
      { limit: 20 },
      user,
    );
    expect(problems.totalItems).toBe(seesPoor ? 1 : 0);
    expect(problems.items).toHaveLength(problems.totalItems);
  });

  it('is the same on a service’s own page', async () => {
    allow(['good', 'poor'].map(refOf));
    const { reports } = await harness.services.maturity.get(
      refOf('poor'),
      user,
    );
    expect(reports).toMatchObject([{ rank: 2, rankedTotal: 2 }]);
  });

  it('cannot be found out with a filter', async () => {
    allow(['good'].map(refOf));
    expect(await rankingOf(harness, { q: 'best' })).toMatchObject({
      items: [],
      totalItems: 0,
      rankedTotal: 1,
    });
    const { items } = await harness.services.ranking.facet(
      'system',
      { limit: 20 },
      user,
    );
    expect(items).toEqual([]);
  });

  it('does not spread from one reader to another', async () => {
    allow(['good'].map(refOf));
    const forUser = await rankingOf(harness);
    harness.policy.readable = 'all';
    const other = await harness.services.ranking.list(
      { orderBy: 'rank', order: 'asc', limit: 9 },
      mockCredentials.user('user:default/lead'),
    );
    expect(forUser.totalItems).toBe(1);
    expect(other.parse().totalItems).toBe(3);
    expect((await rankingOf(harness)).totalItems).toBe(1);
    harness.clock.advance(15_000);
    expect((await rankingOf(harness)).totalItems).toBe(3);
  });
});

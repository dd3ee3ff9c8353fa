import { Knex } from 'knex';
import { openTestDatabase, testDatabases } from '../__testUtils__/databases';
import { manyNames } from '../__testUtils__/entities';

import { report } from '../__testUtils__/stored';
import { RankedList } from './RankedList';
import { isPositionIn, RankingOrder, RankingPosition } from './rankingFilter';
import { RankIndex } from './RankIndex';
import { RankingStore } from './RankingStore';
import { StoredItem } from './reportRow';
import { ReportStore } from './ReportStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const COUNT = 60;

const orders: RankingOrder[] = [
  'rank',
  'title',
  'tier',
  'score',
  'coverage',
  'owner',
  'trend',
];

/** Few different values of everything, so that every page ends within a tie. */
const services = manyNames(COUNT).map((name, index) =>
  report(name, {
    level: (index % 3) - 1,
    score: (index % 4) * 100,
    coverage: (index % 2) * 1000,
    tier:
      index % 5 === 0
        ? undefined
        : { id: `tier-${index % 2}`, name: 'T', rank: index % 2 },
    service: {
      title: ['Ä', 'a', 'B', 'Z', '_'][index % 5],
      owner: [undefined, 'group:default/a', 'group:default/B'][index % 3],
    },
  }),
);

/** The value that an order sorts by, as the test knows it. */
function sortValue(orderBy: RankingOrder, index: number): string | number {
  const { score, coverage, ...row } = services[index];
  const item: StoredItem = JSON.parse(row.item);
  switch (orderBy) {
    case 'title':
      return item.title.toLocaleLowerCase('en-US');
    case 'tier':
      return item.tier.rank ?? 999;
    case 'score':
      return score;
    case 'coverage':
      return coverage;
    case 'owner':
      return item.owner ?? '';
    case 'trend':
      return (index % 7) * 10;
    default:
      return '';
  }
}

const byteOrder = (a: string, b: string) =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' ? a - Number(b) : byteOrder(a, String(b));
}

describe.each(databases.eachSupportedId())('pages of the ranking on %s', id => {
  let list: RankedList;

  beforeAll(async () => {
    const knex: Knex = await openTestDatabase(databases, id);
    await new ReportStore().save(knex, services);
    for (let step = 0; step < 7; step++) {
      await knex('reliability_reports')
        .whereIn(
          'entity_ref',
          services
            .filter((_, index) => index % 7 === step)
            .map(row => row.entity_ref),
        )
        .update({ trend_score: knex.raw('score - ?', [step * 10]) });
    }
    const ranking = new RankingStore();
    const index = new RankIndex({ knex, ranking, now: () => 0 });
    list = await index.list({ scorecardId: 'reliability' });
  });

  function walk(
    orderBy: RankingOrder,
    descending: boolean,
    limit: number,
  ): string[] {
    const found: string[] = [];
    let after: RankingPosition | undefined;
    for (let pages = 0; pages === 0 || after; pages++) {
      // Pages that repeat must fail the test, not hang it.
      expect(pages).toBeLessThanOrEqual(COUNT);
      const page = list.page(
        {},
        {
          orderBy,
          descending,
          after,
          limit,
        },
      );
      expect(page.items.length).toBeLessThanOrEqual(limit);
      found.push(...page.items.map(({ item }) => JSON.parse(item).entityRef));
      // What comes back in a cursor went through JSON.
      after = page.next && JSON.parse(JSON.stringify(page.next));
      if (after) expect(isPositionIn(orderBy)(after)).toBe(true);
    }
    return found;
  }

  describe.each(orders)('by %s', orderBy => {
    it.each([
      ['ascending', false, 7],
      ['descending', true, 7],
      ['ascending, one by one', false, 1],
      ['descending, on one page that is just full', true, COUNT],
    ])('%s show every service once, in order', (_, descending, limit) => {
      const rank = list.reports.map(({ rankKey }) => rankKey);
      const refOfKey = (key: string) => key.split('|').slice(-1)[0];
      const sign = descending ? -1 : 1;
      const expected = services
        .map(({ entity_ref: ref }, index) => ({
          ref,
          value: sortValue(orderBy, index),
          place: rank.findIndex(key => refOfKey(key) === ref),
        }))
        .sort((a, b) =>
          orderBy === 'rank'
            ? sign * (a.place - b.place)
            : sign * compare(a.value, b.value) || a.place - b.place,
        )
        .map(({ ref }) => ref);
      expect(walk(orderBy, descending, limit)).toEqual(expected);
    });
  });

  it('end without a next one', () => {
    const page = { orderBy: 'score', descending: false } as const;
    const full = list.page({}, { ...page, limit: COUNT });
    expect(full.next).toBeUndefined();
    const short = list.page({}, { ...page, limit: COUNT - 1 });
    expect(short.next).toBeDefined();
  });
});

it.each<[string, RankingOrder, unknown, boolean]>([
  [
    'a text in an order of texts is',
    'title',
    { value: 'a', rankKey: 'k' },
    true,
  ],
  [
    'a number in an order of numbers is',
    'score',
    { value: 5, rankKey: 'k' },
    true,
  ],
  [
    'a text in an order of numbers is not',
    'score',
    { value: 'a', rankKey: 'k' },
    false,
  ],
  [
    'a number in an order of texts is not',
    'owner',
    { value: 1, rankKey: 'k' },
    false,
  ],
  [
    'a number that no column holds is not',
    'trend',
    { value: 2 ** 31, rankKey: 'k' },
    false,
  ],
  ['a broken number is not', 'coverage', { value: 0.5, rankKey: 'k' }, false],
  ['an object is not', 'rank', { value: {}, rankKey: 'k' }, false],
  ['a position without its tie-breaker is not', 'rank', { value: 'k' }, false],
  ['nothing is not', 'rank', null, false],
  ['a text alone is not', 'rank', 'k', false],
])('%s a position', (_, orderBy, position, expected) => {
  expect(isPositionIn(orderBy)(position)).toBe(expected);
});

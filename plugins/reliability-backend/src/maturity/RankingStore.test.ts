import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { NOW } from '../__testUtils__/harness';
import { rankedServices } from '../__testUtils__/rankedServices';
import { report } from '../__testUtils__/stored';
import { RankingFilter, RankingStore } from './RankingStore';
import { ReportStore } from './ReportStore';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('the ranking on %s', id => {
  const store = new RankingStore();
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    await new ReportStore().save(
      knex,
      Object.entries(rankedServices).map(([name, parts]) =>
        report(name, parts),
      ),
    );
  });

  const of = (filter: Partial<RankingFilter>): RankingFilter => ({
    scorecardId: 'reliability',
    ...filter,
  });
  const checkOf = (index: number, outcome: 'pass' | 'fail' | 'unknown') => ({
    check: { index, outcome, scorecardHash: 'hash' },
  });

  it.each<[string, Partial<RankingFilter>, string[]]>([
    ['everything', {}, ['pay', 'cart', 'mail', 'stale', 'säge', 'logs']],
    ['another scorecard', { scorecardId: 'security' }, ['other']],
    ['a scorecard without reports', { scorecardId: 'none' }, []],
    ['one tier', { tier: ['tier-1'] }, ['cart', 'mail']],
    [
      'several tiers',
      { tier: ['tier-0', 'untiered'] },
      ['pay', 'stale', 'säge', 'logs'],
    ],
    ['no tier', { tier: [] }, []],
    ['one owner', { owner: ['group:default/shop'] }, ['cart', 'stale']],
    [
      'owners, of whom some own nothing',
      { owner: ['group:default/shop', 'group:default/x'] },
      ['cart', 'stale'],
    ],
    ['no owner', { owner: [] }, []],
    ['a system', { system: ['system:default/checkout'] }, ['pay', 'cart']],
    ['no system', { system: [] }, []],
    ['a domain', { domain: ['domain:default/sales'] }, ['pay', 'cart']],
    ['no domain', { domain: [] }, []],
    ['a level', { level: ['silver'] }, ['pay']],
    ['levels', { level: ['silver', 'bronze'] }, ['pay', 'cart']],
    [
      'below the first level',
      { level: ['none'] },
      ['mail', 'stale', 'säge', 'logs'],
    ],
    ['no level', { level: [] }, []],
    ['those that need attention', { attention: true }, ['cart']],
    [
      'whether or not they need it',
      { attention: false },
      ['pay', 'cart', 'mail', 'stale', 'säge', 'logs'],
    ],
    [
      'who passes a check by the rules in force',
      checkOf(0, 'pass'),
      ['pay', 'cart'],
    ],
    ['who fails a check by the rules in force', checkOf(1, 'fail'), ['cart']],
    ['of whom a check is unknown', checkOf(1, 'unknown'), ['mail']],
    [
      'what a reader may see',
      { visible: ['cart', 'logs', 'x'].map(refOf) },
      ['cart', 'logs'],
    ],
    ['what a reader without rights may see', { visible: [] }, []],
    [
      'all conditions at once',
      {
        tier: ['tier-1'],
        owner: ['group:default/shop'],
        attention: true,
        text: 'cart',
      },
      ['cart'],
    ],
    [
      'conditions that exclude each other',
      { tier: ['tier-0'], level: ['bronze'] },
      [],
    ],
  ])('holds %s', async (_, filter, expected) => {
    const { items } = await store.page(knex, of(filter), {
      orderBy: 'rank',
      descending: false,
      limit: 100,
    });
    expect(items.map(({ item }) => JSON.parse(item).entityRef)).toEqual(
      expected.map(refOf),
    );
    expect(await store.count(knex, of(filter))).toBe(expected.length);
    const keys = await store.rankKeys(knex, of(filter));
    expect(keys).toEqual(items.map(({ rankKey }) => rankKey));
    expect(await store.totals(knex, of(filter), 'hash')).toMatchObject({
      total: expected.length,
    });
  });

  it.each([
    ['a word in the title', 'payments', ['pay', 'stale']],
    ['capitals', 'PAYMENTS', ['pay', 'stale']],
    ['capitals beyond ASCII', 'ärger', ['säge']],
    ['a part of the reference', 'default/ca', ['cart']],
    ['a part of the owner', 'shop', ['cart', 'stale']],
    ['a percent sign as itself', '100%', ['pay']],
    ['an underscore as itself', 'pay_team', ['pay']],
    ['a backslash as itself', 'mail\\o', ['mail']],
    ['an apostrophe', "o'cart", ['cart']],
    ['quotes', '"new"', ['cart']],
    ['SQL', "'; drop table reliability_reports; --", []],
    ['a text that spans two fields', 'logs\ncomponent', ['logs']],
  ])('finds %s', async (_, text, expected) => {
    const { items } = await store.page(knex, of({ text }), {
      orderBy: 'rank',
      descending: false,
      limit: 100,
    });
    expect(items.map(({ item }) => JSON.parse(item).entityRef)).toEqual(
      expected.map(refOf),
    );
  });

  it('counts the values of a column, the frequent first', async () => {
    const counts = (...args: Parameters<RankingStore['counts']>) =>
      store
        .counts(...args)
        .then(found => found.map(({ value, count }) => [value, count]));
    const all = of({});
    expect(await counts(knex, all, 'owner')).toEqual([
      ['group:default/shop', 2],
      ['group:default/pay_team', 1],
      ['group:default/payxteam', 1],
      ['user:default/zoë', 1],
    ]);
    expect(await counts(knex, all, 'owner', { match: 'Y_T' })).toEqual([
      ['group:default/pay_team', 1],
    ]);
    expect(await counts(knex, all, 'owner', { limit: 1 })).toEqual([
      ['group:default/shop', 2],
    ]);
    expect(await counts(knex, of({ level: ['silver'] }), 'tier_id')).toEqual([
      ['tier-0', 1],
    ]);
    expect(await counts(knex, all, 'level_id')).toEqual([
      ['none', 4],
      ['bronze', 1],
      ['silver', 1],
    ]);
    expect(await counts(knex, of({ visible: [] }), 'system')).toEqual([]);
  });

  it('sums up, and rounds down', async () => {
    expect(await store.totals(knex, of({}), 'hash')).toEqual({
      total: 6,
      averageScore: Math.floor((900 + 600 + 600 + 100 + 100) / 6),
      averageCoverage: Math.floor((5 * 1000 + 500) / 6),
      needAttention: 1,
      outdated: 1,
    });
    expect(await store.totals(knex, of({ visible: [] }), 'hash')).toEqual({
      total: 0,
      averageScore: 0,
      averageCoverage: 0,
      needAttention: 0,
      outdated: 0,
    });
  });

  it('reads only what a line shows', async () => {
    const { items } = await store.page(knex, of({ tier: ['tier-0'] }), {
      orderBy: 'rank',
      descending: false,
      limit: 1,
    });
    expect(items).toMatchObject([
      {
        explanation: '',
        score: 900,
        scorecardHash: 'hash',
        assessedAt: NOW,
        trend: { score: 900, day: '2026-11-20' },
      },
    ]);
  });
});

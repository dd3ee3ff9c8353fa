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
import { RankedList } from './RankedList';
import { RankingFilter, RankingOrder } from './rankingFilter';
import { RankIndex } from './RankIndex';
import { RankingStore } from './RankingStore';
import { ReportStore } from './ReportStore';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('the ranking on %s', id => {
  let index: RankIndex;

  beforeAll(async () => {
    const knex: Knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    index = new RankIndex({
      knex,
      ranking: new RankingStore(),
      now: () => NOW,
    });
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
  const list = (filter: Partial<RankingFilter>) => index.list(of(filter));
  const WHOLE = { orderBy: 'rank', descending: false, limit: 100 } as const;
  const refs = ({ items }: ReturnType<RankedList['page']>) =>
    items.map(({ item }) => JSON.parse(item).entityRef);
  const checkOf = (place: number, outcome: 'pass' | 'fail' | 'unknown') => ({
    check: { index: place, outcome, scorecardHash: 'hash' },
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
    const found = await list(filter);
    const page = found.page(filter, WHOLE);
    expect(refs(page)).toEqual(expected.map(refOf));
    expect(page.total).toBe(expected.length);
    expect(found.totals(filter, 'hash')).toMatchObject({
      total: expected.length,
    });
    // Another order of the same, of which the first must not be remembered.
    expect(refs(found.page(filter, { ...WHOLE, descending: true }))).toEqual(
      expected.map(refOf).reverse(),
    );
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
    const found = await list({ text });
    expect(refs(found.page({ text }, WHOLE))).toEqual(expected.map(refOf));
  });

  it('counts the values of a column, the frequent first', async () => {
    const all = await list({});
    const counts = (...args: Parameters<RankedList['counts']>) =>
      all.counts(...args).map(({ value, count }) => [value, count]);
    expect(counts({}, 'owner')).toEqual([
      ['group:default/shop', 2],
      ['group:default/pay_team', 1],
      ['group:default/payxteam', 1],
      ['user:default/zoë', 1],
    ]);
    expect(counts({}, 'owner', { match: 'Y_T' })).toEqual([
      ['group:default/pay_team', 1],
    ]);
    expect(counts({}, 'owner', { limit: 1 })).toEqual([
      ['group:default/shop', 2],
    ]);
    expect(counts({ level: ['silver'] }, 'tierId')).toEqual([['tier-0', 1]]);
    expect(counts({}, 'levelId')).toEqual([
      ['none', 4],
      ['bronze', 1],
      ['silver', 1],
    ]);
    expect((await list({ visible: [] })).counts({}, 'system')).toEqual([]);
  });

  it('sums up, and rounds down', async () => {
    expect((await list({})).totals({}, 'hash')).toEqual({
      total: 6,
      averageScore: Math.floor((900 + 600 + 600 + 100 + 100) / 6),
      averageCoverage: Math.floor((5 * 1000 + 500) / 6),
      needAttention: 1,
      outdated: 1,
    });
    expect((await list({ visible: [] })).totals({}, 'hash')).toEqual({
      total: 0,
      averageScore: 0,
      averageCoverage: 0,
      needAttention: 0,
      outdated: 0,
    });
  });

  it('gives what a line shows', async () => {
    const { items } = (await list({})).page({ tier: ['tier-0'] }, WHOLE);
    expect(items).toMatchObject([
      {
        score: 900,
        scorecardHash: 'hash',
        assessedAt: NOW,
        trend: { score: 900, day: '2026-11-20' },
      },
    ]);
  });

  it.each<[RankingOrder, string[]]>([
    ['title', ['logs', 'mail', 'pay']],
    ['owner', ['logs', 'pay', 'mail']],
    ['coverage', ['mail', 'pay', 'logs']],
  ])('sorts what a reader may see by %s', async (orderBy, expected) => {
    const some = await list({ visible: ['pay', 'mail', 'logs'].map(refOf) });
    expect(refs(some.page({}, { ...WHOLE, orderBy }))).toEqual(
      expected.map(refOf),
    );
    expect(refs(some.page({ text: 'a' }, { ...WHOLE, orderBy }))).toEqual(
      expected.map(refOf),
    );
  });

  it('says the place of a key, also where it is not among those seen', async () => {
    const all = await list({});
    expect(all.reports.map(({ rankKey }) => all.rankOf(rankKey))).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
    const some = await list({ visible: [refOf('logs')] });
    expect(some.rankOf(all.reports[0].rankKey)).toBe(1);
  });
});

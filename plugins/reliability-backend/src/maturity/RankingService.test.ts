import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service } from '../__testUtils__/entities';
import { DAY, Harness, MINUTE } from '../__testUtils__/harness';
import { namesOf, rankingOf } from '../__testUtils__/observe';
import { openRankedPortal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

describe.each(databases.eachSupportedId())('the ranking on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  beforeEach(() => {
    harness.policy.readable = 'all';
    harness.clock.advance(MINUTE);
  });

  const ranks = async (query: object = {}) =>
    (await rankingOf(harness, query)).items.map(
      ({ entityRef, rank }) => `${rank} ${entityRef.split('/')[1]}`,
    );

  it('looks for changes once for all who ask, and not again within a second', async () => {
    await ranks();
    harness.clock.advance(MINUTE);
    const queries: string[] = [];
    const note = ({ sql }: { sql: string }) => queries.push(sql);
    knex.on('query', note);
    const pages = await Promise.all([ranks(), ranks(), ranks()]);
    await rankingOf(harness, { q: 'best' });
    knex.removeListener('query', note);
    expect(new Set(pages.map(page => page.join())).size).toBe(1);
    expect(queries.filter(sql => /left join/.test(sql))).toHaveLength(1);
  });

  it('does not answer one question with the page of another', async () => {
    const asked = [
      {},
      { limit: 1 },
      { order: 'desc' },
      { orderBy: 'title' },
      { q: 'poor' },
      { cursor: (await rankingOf(harness, { limit: 1 })).nextCursor, limit: 1 },
    ];
    const pages = await Promise.all(asked.map(ranks));
    expect(new Set(pages.map(page => page.join())).size).toBe(asked.length);
  });

  it('puts the best first, and the critical before others that are as good', async () => {
    expect(await ranks()).toEqual(['1 best', '2 good', '3 even', '4 poor']);
  });

  it.each<[string, object, string[]]>([
    ['a filter', { owner: ['group:default/red'] }, ['1 best', '3 even']],
    [
      'another order',
      { orderBy: 'title', order: 'desc' },
      ['4 poor', '2 good', '3 even', '1 best'],
    ],
    ['a text', { q: ' POOR ' }, ['4 poor']],
    ['an outcome', { check: 'tested' }, ['2 good', '3 even']],
    [
      'an outcome that is named',
      { check: 'tested', outcome: 'unknown' },
      ['4 poor'],
    ],
    ['a filter that matches nothing', { tier: [] }, []],
  ])(
    'keeps the places of the whole ranking under %s',
    async (_, query, expected) => {
      const reply = await rankingOf(harness, query);
      expect(await ranks(query)).toEqual(expected);
      expect(reply).toMatchObject({
        rankedTotal: 4,
        totalItems: expected.length,
      });
    },
  );

  it('pages, with the totals of all pages and a cursor only where more follows', async () => {
    const first = await rankingOf(harness, { limit: 2, orderBy: 'owner' });
    const second = await rankingOf(harness, {
      limit: 2,
      orderBy: 'owner',
      cursor: first.nextCursor,
    });
    expect(
      [...first.items, ...second.items].map(({ entityRef }) => entityRef),
    ).toEqual(['good', 'poor', 'best', 'even'].map(refOf));
    expect(first).toMatchObject({ totalItems: 4, rankedTotal: 4 });
    expect(second).not.toHaveProperty('nextCursor');
  });

  it.each<[string, object]>([
    ['another filter', { q: 'x' }],
    ['another order', { orderBy: 'title' }],
    ['the other direction', { order: 'desc' }],
    ['another scorecard', { scorecard: 'second' }],
  ])('refuses a cursor that was made for %s', async (_, query) => {
    const { nextCursor } = await rankingOf(harness, { limit: 1 });
    expect(await ranks({ limit: 1, cursor: nextCursor })).toEqual(['2 good']);
    await expect(ranks({ cursor: nextCursor, ...query })).rejects.toThrow(
      'cursor: expected the nextCursor of a page with the same filter and order',
    );
  });

  it.each<[string, object, string]>([
    [
      'a scorecard that is not there',
      { scorecard: 'x' },
      'There is no scorecard "x"',
    ],
    [
      'a check that is not there',
      { check: 'x' },
      'check: there is no check "x" in the scorecard',
    ],
    [
      'an outcome of no check',
      { outcome: 'fail' },
      'outcome: needs the parameter check beside it',
    ],
  ])('refuses %s', async (_, query, message) => {
    await expect(ranks(query)).rejects.toThrow(message);
    await expect(harness.services.ranking.summary(query, user)).rejects.toThrow(
      message,
    );
  });

  it('shows a trend from the second day on', async () => {
    const trends = async () =>
      (await rankingOf(harness)).items.map(({ trend }) => trend);
    expect(await trends()).toEqual([null, null, null, null]);
    harness.clock.advance(DAY);
    expect((await trends())[1]).toEqual({
      since: '2026-11-20',
      scoreThen: 500,
      delta: 0,
    });
  });

  it('is remembered for a second and forgotten by whoever writes', async () => {
    await namesOf(harness);
    const ask = async () => (await rankingOf(harness)).rankedTotal;
    await harness.stores.reports.removeOtherScorecards(knex, ['ladder']);
    expect(await ask()).toBe(4);
    const other = await harness.restart();
    harness.catalog.put(service('new'));
    await other.services.sync.syncOne(refOf('new'));
    expect(await ask()).toBe(4);
    harness.clock.advance(1000);
    expect(await ask()).toBe(5);
    harness.catalog.drop(refOf('new'));
    await expect(
      harness.services.maturity.refresh(refOf('new'), user),
    ).rejects.toThrow('is not a service');
    expect(await ask()).toBe(4);
  });
});

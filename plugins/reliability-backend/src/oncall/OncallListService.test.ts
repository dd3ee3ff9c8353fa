import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ListOncallQuery,
  listOncallQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness, HOUR, NOW } from '../__testUtils__/harness';
import {
  MIRROR,
  openOncallPortal,
  PAYMENTS,
} from '../__testUtils__/oncallPortal';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const PEOPLE = 'reliability.oncall.people';
const iso = (time: number) => new Date(time).toISOString();

describe.each(databases.eachSupportedId())('the directory on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openOncallPortal(knex);
  });

  afterEach(() => {
    harness.policy.readable = 'all';
    harness.policy.denied.clear();
  });

  const list = (query: ListOncallQuery = {}) =>
    harness.services.oncallDirectory.list(
      listOncallQuerySchema.parse(query),
      user,
    );
  const titles = async (query: ListOncallQuery = {}) =>
    (await list(query)).items.map(({ title }) => title);

  describe('is in the order', () => {
    it.each<[string, ListOncallQuery, string[]]>([
      ['of the tier', {}, ['good', 'best', 'even', 'poor']],
      [
        'of the tier, the least critical first',
        { order: 'desc' },
        ['poor', 'even', 'best', 'good'],
      ],
      ['of the title', { orderBy: 'title' }, ['best', 'even', 'good', 'poor']],
      [
        'of the next gap, those without one behind',
        { orderBy: 'gap' },
        ['even', 'best', 'good', 'poor'],
      ],
      [
        'of the last gap, those without one still behind',
        { orderBy: 'gap', order: 'desc' },
        ['best', 'even', 'good', 'poor'],
      ],
    ])('%s', async (_, query, expected) => {
      expect(await titles(query)).toEqual(expected);
      // Page by page it is the same list, without gaps and repetitions.
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ ...query, limit: 1, cursor });
        expect(page.totalItems).toBe(expected.length);
        paged.push(...page.items.map(({ title }) => title));
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toEqual(expected);
    });
  });

  describe('is narrowed', () => {
    it.each<[string, ListOncallQuery, string[]]>([
      ['to a state', { state: 'uncovered' }, ['even']],
      ['to states', { state: ['covered', 'none'] }, ['good', 'best']],
      ['to what cannot be told', { state: 'unknown' }, ['poor']],
      ['to a type of account', { provider: 'opsgenie' }, ['best']],
      ['to an account', { account: ['static'] }, ['poor']],
      [
        'to an account of another type',
        { account: 'genie', provider: 'pagerduty' },
        [],
      ],
      ['to nothing by an empty account', { account: [''] }, []],
      ['to an owner', { owner: 'group:default/blue' }, ['good']],
      ['to a tier', { tier: 'tier-2' }, ['even']],
      ['to a system', { system: 'system:default/checkout' }, ['best', 'poor']],
      ['to a finding', { finding: 'nobody-now' }, ['even']],
      [
        'to one of findings',
        { finding: ['gap', 'nobody-now'] },
        ['best', 'even'],
      ],
      ['by the title of a service', { q: 'OO' }, ['good', 'poor']],
      ['by its owner', { q: 'default/blue' }, ['good']],
      ['by a rotation', { q: 'watch' }, ['even']],
      ['by words in any order', { q: ' team PAYMENTS best' }, ['best']],
      ['by words that are nowhere', { q: 'payments watch' }, []],
      ['by who is on call', { q: 'ada person' }, ['good', 'best']],
      ['not by who comes next', { q: 'bob' }, []],
      [
        'by who is on call then',
        { q: 'bob', at: iso(NOW + 5 * HOUR) },
        ['good', 'best', 'even'],
      ],
      ['by somebody who always is', { q: 'cyd' }, ['good', 'best']],
      ['by a sign that means something to databases', { q: '%' }, []],
    ])('%s', async (_, query, expected) => {
      const page = await list(query);
      expect(page.items.map(({ title }) => title)).toEqual(expected);
      expect(page.totalItems).toBe(expected.length);
    });
  });

  it('counts by state, the filter by state left out', async () => {
    const { counts, totalItems } = await list({ state: ['covered'] });
    expect(counts).toEqual({ covered: 2, uncovered: 1, unknown: 1, none: 0 });
    expect(totalItems).toBe(2);
  });

  it.each<[string, number, string, string]>([
    ['now', NOW, 'best', 'covered'],
    [
      'in a gap, as the second level is there',
      NOW + 28 * HOUR,
      'best',
      'covered',
    ],
    ['when the next begins', NOW + 4 * HOUR, 'even', 'covered'],
    ['when the last is over', NOW + 9 * HOUR, 'even', 'uncovered'],
    ['before anything was read', NOW - 20 * DAY, 'even', 'unknown'],
    ['in what was kept', NOW - 9 * HOUR, 'best', 'covered'],
  ])('tells the state %s', async (_, at, title, state) => {
    const page = await list({ at: iso(at) });
    expect(page.at).toBe(iso(at));
    expect(page.items.find(item => item.title === title)?.state).toBe(state);
  });

  it.each<[string, number]>([
    ['further ahead than anything is read', NOW + 31 * DAY],
    ['further back than anything is kept', NOW - 401 * DAY],
  ])('refuses a time %s', async (_, at) => {
    await expect(list({ at: iso(at) })).rejects.toThrow(
      /^at: expected a time from .* to .*; of others nothing is known/,
    );
  });

  it('tells of a service who is on call, the rotations and the next gap', async () => {
    const [item] = (await list({ q: 'best' })).items;
    expect(item).toMatchObject({
      entityRef: refOf('best'),
      owner: 'group:default/red',
      system: 'system:default/checkout',
      tier: { id: 'tier-1' },
      state: 'covered',
      nextGap: {
        from: iso(NOW + 27 * HOUR),
        to: iso(NOW + 30 * HOUR),
        level: null,
        required: true,
      },
      findings: ['person-left', 'gap'],
      fetchedAt: iso(NOW),
    });
    expect(item.rotations.map(({ id: rotation }) => rotation)).toEqual([
      PAYMENTS,
      MIRROR,
    ]);
    expect(item.levels).toMatchObject([
      {
        level: 1,
        people: [{ name: 'Ada Catalog' }],
        until: iso(NOW + 3 * HOUR),
        next: { at: iso(NOW + 3 * HOUR), people: [{ name: 'Bob Catalog' }] },
      },
      { level: 2, people: [{ name: 'Cyd Person' }], until: null },
    ]);
  });

  it('shows nobody to a reader who may not see people, and does not look for them', async () => {
    harness.policy.denied.add(PEOPLE);
    const page = await list();
    expect(page.namesHidden).toBe(true);
    expect(JSON.stringify(page)).not.toMatch(/ada|bob|cyd|example\.com\/a/i);
    expect(page.items[1].levels[0]).toMatchObject({
      people: [{ key: 'p1', name: null, email: null }],
      until: iso(NOW + 3 * HOUR),
    });
    expect(await titles({ q: 'ada' })).toEqual([]);
    expect(await titles({ q: 'ada@example.com' })).toEqual([]);
    // Nor in what a provider calls a rotation; anything else is found there.
    await knex('reliability_oncall_services')
      .where({ entity_ref: refOf('good') })
      .update({ words: "payments of ada and person's" });
    expect(await titles({ q: 'ad' })).toEqual([]);
    expect(await titles({ q: 'person' })).toEqual([]);
    expect(await titles({ q: 'payments' })).toEqual(['good', 'best']);
  });

  it('shows only services that the reader may see, also in counts', async () => {
    harness.policy.readable = [refOf('good'), refOf('poor')];
    harness.clock.advance(120_000);
    const page = await list();
    expect(page.items.map(({ title }) => title)).toEqual(['good', 'poor']);
    expect(page).toMatchObject({
      totalItems: 2,
      counts: { covered: 1, uncovered: 0, unknown: 1, none: 0 },
    });
    harness.policy.readable = 'none';
    harness.clock.advance(120_000);
    expect(await list()).toMatchObject({ items: [], totalItems: 0 });
  });

  it('refuses a cursor that was made for another list', async () => {
    harness.clock.advance(120_000);
    const { nextCursor } = await list({ limit: 1 });
    for (const query of [
      { orderBy: 'title' },
      { order: 'desc' },
      { q: 'a' },
    ] as ListOncallQuery[]) {
      await expect(list({ ...query, cursor: nextCursor })).rejects.toThrow(
        /^cursor: /,
      );
    }
  });

  it('forgets a gap that is over', async () => {
    harness.clock.advance(31 * HOUR);
    const { items } = await list();
    expect(items.map(({ nextGap }) => nextGap)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    // And by then nothing was heard of the rotations for too long.
    expect(items.map(({ state }) => state)).toEqual(Array(4).fill('unknown'));
  });
});

import { mockCredentials } from '@backstage/backend-test-utils';
import {
  listSlosQuerySchema,
  ListSlosQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { Harness, NOW } from '../__testUtils__/harness';
import { openListedSlos } from '../__testUtils__/listedSlos';
import {
  loadedOf,
  objectiveOf,
  putSlos,
  ratioOf,
  sloOf,
} from '../__testUtils__/sloSubjects';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

const WORST = [
  'gone',
  'spent',
  'burning',
  'risky',
  'half',
  'ok',
  'broken',
  'empty',
  'quiet',
  'new',
];

describe.each(databases.eachSupportedId())('the list of SLOs on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openListedSlos(knex);
  });

  afterEach(() => {
    harness.policy.readable = 'all';
    harness.clock.advance(120_000);
  });

  const list = (query: ListSlosQuery = {}) =>
    harness.services.sloList.list(listSlosQuerySchema.parse(query), user);
  const names = async (query: ListSlosQuery = {}) =>
    (await list(query)).items.map(({ name }) => name);

  describe('is in the order', () => {
    it.each<[string, ListSlosQuery, string[]]>([
      ['of the worst, those without a value apart', {}, WORST],
      [
        'of the best, those without a value still behind',
        { order: 'desc' },
        [
          ...['ok', 'half', 'risky', 'burning', 'spent', 'gone'],
          ...['new', 'quiet', 'empty', 'broken'],
        ],
      ],
      [
        'of what remains',
        { orderBy: 'remaining' },
        [
          ...['gone', 'spent', 'risky', 'half', 'burning', 'ok'],
          ...['broken', 'quiet', 'empty', 'new'],
        ],
      ],
      [
        'of the fastest burn',
        { orderBy: 'burn', order: 'desc' },
        [
          ...['burning', 'spent', 'half', 'ok', 'gone', 'risky'],
          ...['broken', 'quiet', 'empty', 'new'],
        ],
      ],
      [
        'of the tier, the worst first within each',
        { orderBy: 'tier' },
        [
          ...['gone', 'spent', 'broken', 'half', 'ok', 'quiet'],
          ...['burning', 'risky', 'empty', 'new'],
        ],
      ],
      [
        'of the service',
        { orderBy: 'service', order: 'desc' },
        [
          ...['new', 'gone', 'broken', 'spent', 'risky', 'empty'],
          ...['burning', 'ok', 'quiet', 'half'],
        ],
      ],
    ])('%s', async (_, query, expected) => {
      expect(await names(query)).toEqual(expected);
      // Page by page it is the same list, without gaps and repetitions.
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ ...query, limit: 3, cursor });
        expect(page.totalItems).toBe(expected.length);
        paged.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toEqual(expected);
    });

    it('of the titles, whatever their case', async () => {
      expect((await names({ orderBy: 'title' })).slice(0, 4)).toEqual([
        'spent',
        'half',
        'broken',
        'burning',
      ]);
    });
  });

  describe('is narrowed', () => {
    it.each<[string, ListSlosQuery, string[], number]>([
      ['to a status', { status: 'breached' }, ['gone', 'spent'], 0],
      [
        'to several statuses',
        { status: ['pending', 'burning'] },
        ['burning', 'new'],
        0,
      ],
      ['to a tier', { tier: ['tier-0'] }, ['gone', 'spent', 'broken'], 0],
      ['to no tier', { tier: ['untiered'] }, ['new'], 0],
      ['to a tier that is none', { tier: ['tier-9'] }, [], 0],
      ['to nothing by an empty tier', { tier: [''] }, [], 0],
      [
        'to an owner',
        { owner: 'group:default/blue' },
        ['gone', 'spent', 'broken'],
        0,
      ],
      [
        'to a system',
        { system: ['system:default/checkout'] },
        ['half', 'ok', 'quiet', 'new'],
        0,
      ],
      ['to a service', { service: [refOf('poor')] }, ['new'], 0],
      ['by its title, whatever the case', { q: 'ALPHA' }, ['spent'], 0],
      ['by its title, with other letters', { q: 'Öff' }, ['ok'], 0],
      ['by its name', { q: 'isky' }, ['risky'], 0],
      ['by its service', { q: 'poor' }, ['new'], 0],
      [
        'by a sign that means something to databases',
        { q: '0%' },
        ['spent'],
        0,
      ],
    ])('%s', async (_, query, expected, withoutSlo) => {
      const page = await list(query);
      expect(page.items.map(({ name }) => name)).toEqual(expected);
      expect([page.totalItems, page.withoutSlo]).toEqual([
        expected.length,
        withoutSlo,
      ]);
    });
  });

  it('counts by status, the filter by status left out', async () => {
    const { counts } = await list({ status: 'error', tier: ['tier-0'] });
    expect(counts).toEqual({
      breached: 2,
      error: 1,
      burning: 0,
      at_risk: 0,
      healthy: 0,
      no_data: 0,
      no_traffic: 0,
      pending: 0,
    });
  });

  it('tells of an SLO what a list needs', async () => {
    const [first] = (await list()).items;
    expect(first).toEqual({
      id: 'component~default~good~gone',
      name: 'gone',
      title: 'gone',
      entityRef: refOf('good'),
      serviceTitle: 'good',
      owner: 'group:default/blue',
      tier: { id: 'tier-0', name: 'Mission critical' },
      target: 999_000,
      method: 'Occurrences',
      window: { kind: 'rolling', duration: '30d', from: null, to: null },
      status: 'breached',
      flags: [],
      sli: null,
      remaining: -2.5,
      remainingMs: null,
      burn: 0,
      exhaustedAt: null,
      alerts: { page: 0, ticket: 0 },
      objectives: 1,
      source: 'pushed',
      error: null,
      evaluatedAt: new Date(NOW).toISOString(),
    });
  });

  it('shows a tier that was set by hand at once', async () => {
    const tier = (hand: string) =>
      knex('reliability_tier_overrides')
        .insert({
          entity_ref: refOf('poor'),
          tier: hand,
          reason: 'r',
          set_by: 'u',
          set_at: new Date(NOW),
        })
        .onConflict('entity_ref')
        .merge();
    await tier('TIER-1');
    expect(await names({ service: [refOf('poor')], tier: ['tier-1'] })).toEqual(
      ['new'],
    );
    await tier('never');
    expect(await names({ tier: ['untiered'] })).toEqual(['new']);
    await knex('reliability_tier_overrides').delete();
  });

  it.each<[string, unknown]>([
    ['no list', 7],
    ['too few values', [0, 0]],
    ['a text for a number', ['0', 0, 0, 0, 'x']],
    ['a number for a text', [0, 0, 0, 0, 0]],
    ['no value', [0, 0, 0, null, 'x']],
  ])('refuses a cursor with %s', async (_, position) => {
    const { nextCursor = '' } = await list({ limit: 1 });
    const text = Buffer.from(nextCursor, 'base64url').toString();
    const [madeFor, real] = JSON.parse(text);
    expect(real).toHaveLength(5);
    const cursor = Buffer.from(JSON.stringify([madeFor, position])).toString(
      'base64url',
    );
    await expect(list({ limit: 1, cursor })).rejects.toThrow(/^cursor: /);
  });

  it('refuses a cursor that was made for another list', async () => {
    const { nextCursor } = await list({ limit: 1 });
    for (const query of [
      { orderBy: 'title' },
      { order: 'desc' },
      { status: 'error' },
    ] as ListSlosQuery[]) {
      await expect(list({ ...query, cursor: nextCursor })).rejects.toThrow(
        /^cursor: /,
      );
    }
  });

  it('counts the objectives of an SLO, and a composite as one', async () => {
    const objectives = ['1', '2'].map(objectiveId =>
      objectiveOf(ratioOf('pushed'), { id: objectiveId }),
    );
    const composite = { aggregation: 'worst', target: 999_000 } as const;
    await putSlos(knex, [
      loadedOf('best', sloOf('zz-two', { objectives })),
      loadedOf('best', sloOf('zz-whole', { objectives, composite })),
    ]);
    const { items } = await list({ q: 'zz-' });
    expect(items.map(({ name, objectives: count }) => [name, count])).toEqual([
      ['zz-two', 2],
      ['zz-whole', 1],
    ]);
  });
});

import { mockCredentials } from '@backstage/backend-test-utils';
import {
  RollupsQuery,
  rollupsQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { putGroups } from '../../__testUtils__/groupRows';
import { DAY, Harness, MINUTE } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';
import { push } from '../../__testUtils__/push';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

describe.each(databases.eachSupportedId())('rollups on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
    await putGroups(harness, {
      red: 'area',
      blue: 'area',
      area: 'company',
      company: undefined,
      idle: 'company',
      ring: 'round',
      round: 'ring',
    });
  });

  beforeEach(() => {
    harness.policy.readable = 'all';
    harness.clock.advance(MINUTE);
  });

  const ask = (query: RollupsQuery = {}) =>
    harness.services.programme.rollups.rollups.list(
      rollupsQuerySchema.parse(query),
      user,
    );
  /** `key own/nested services: score`, own being - where there is none. */
  const lines = async (query: RollupsQuery) =>
    (await ask({ orderBy: 'name', ...query })).items.map(
      ({ key, own, nested, children }) =>
        `${(key ?? 'none').replace('group:default/', '')} ${
          own?.services ?? '-'
        }/${nested.services}: ${nested.score}${
          children > 0 ? ` +${children}` : ''
        }`,
    );

  it.each<[string, RollupsQuery, string[]]>([
    [
      'the roots, without groups under which nothing is owned',
      {},
      ['company -/3: 642 +1', 'nobody 1/1: 0'],
    ],
    [
      'what is right below a group',
      { parent: 'Group:default/Company' },
      ['area -/3: 642 +2'],
    ],
    [
      'teams with what they own themselves',
      { parent: 'group:default/area' },
      ['blue 1/1: 500', 'red 2/2: 833'],
    ],
    ['nothing below a team', { parent: 'group:default/red' }, []],
    ['nothing below a group that nobody knows', { parent: 'group:x/y' }, []],
    [
      'groups by name, wherever they stand',
      { group: ['group:default/red', 'group:default/area', 'group:x/y'] },
      ['area -/3: 642 +2', 'red 2/2: 833'],
    ],
    ['nothing of no groups', { group: [] }, []],
    ['only services that match', { tier: ['tier-0'] }, ['company -/1: 500 +1']],
    ['only services of a type', { type: ['website'] }, []],
    [
      'systems, and services without one',
      { by: 'system' },
      ['none 2/2: 500', 'system:default/checkout 2/2: 800'],
    ],
    [
      'domains',
      { by: 'domain' },
      ['none 2/2: 500', 'domain:default/sales 2/2: 800'],
    ],
    [
      'tiers',
      { by: 'tier' },
      [
        'tier-0 1/1: 500',
        'tier-1 1/1: 1000',
        'tier-2 1/1: 500',
        'untiered 1/1: 0',
      ],
    ],
  ])('lists %s', async (_, query, expected) => {
    expect(await lines(query)).toEqual(expected);
  });

  it('tells the whole, the weights and the dimensions beside', async () => {
    const { whole, weights, dimensions } = await ask();
    expect(whole).toMatchObject({
      services: 4,
      score: Math.floor((8 * 500 + 4 * 1000 + 2 * 500 + 0) / 15),
      levels: [
        { id: 'none', index: -1, count: 1, share: 66 },
        { id: 'bronze', index: 0, count: 2, share: 666 },
        { id: 'silver', index: 1, count: 1, share: 266 },
      ],
      trend: null,
    });
    expect(weights[0]).toEqual({
      tier: 'tier-0',
      name: 'Mission critical',
      weight: 8,
    });
    expect(dimensions).toHaveLength(1);
  });

  it('sorts and pages', async () => {
    const query = {
      by: 'tier',
      orderBy: 'score',
      order: 'desc',
      limit: 3,
    } as const;
    const first = await ask(query);
    const second = await ask({ ...query, cursor: first.nextCursor });
    expect([first.totalItems, second.nextCursor]).toEqual([4, undefined]);
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      'Business critical',
      'Mission critical',
      'Business operational',
      'Untiered',
    ]);
    await expect(
      ask({ ...query, by: 'owner', cursor: first.nextCursor }),
    ).rejects.toThrow(/^cursor: /);
  });

  it('refuses to nest what does not nest', async () => {
    await expect(ask({ by: 'system', parent: 'x' })).rejects.toThrow(
      'parent: groups nest only with by=owner',
    );
  });

  it('shows no group of which the reader sees no service, and counts none of them', async () => {
    harness.policy.readable = [refOf('good')];
    harness.clock.advance(MINUTE);
    expect(await lines({})).toEqual(['company -/1: 500 +1']);
    expect(await lines({ parent: 'group:default/area' })).toEqual([
      'blue 1/1: 500',
    ]);
    expect((await ask()).whole.services).toBe(1);
    harness.policy.readable = 'none';
    harness.clock.advance(MINUTE);
    expect(await lines({})).toEqual([]);
    expect((await ask()).whole).toMatchObject({ services: 0, coverage: 0 });
  });

  it('follows groups that are their own ancestors, each service once', async () => {
    await putGroups(harness, { red: 'ring' });
    const roots = await ask({ orderBy: 'name' });
    expect(
      roots.items.map(({ key, nested, cyclic }) => [
        key,
        nested.services,
        cyclic,
      ]),
    ).toEqual([
      ['group:default/company', 1, false],
      ['group:default/nobody', 1, false],
      ['group:default/ring', 2, true],
    ]);
    await putGroups(harness, { red: 'area' });
  });

  it('compares with the day on which the trend began', async () => {
    await push(harness, 'even', { coverage: 90 });
    harness.clock.advance(2 * DAY);
    const { whole } = await ask();
    expect(whole.trend).toEqual({
      since: '2026-11-20',
      scoreThen: 466,
      delta: 200,
      services: 4,
    });
  });
});

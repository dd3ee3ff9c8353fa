import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ComparisonQuery,
  comparisonQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf, service, team } from '../../__testUtils__/entities';
import {
  createHarness,
  DAY,
  Harness,
  MINUTE,
} from '../../__testUtils__/harness';
import { push } from '../../__testUtils__/push';
import { ladder, only } from '../../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();

const of = (name: string, owner: string, tier: string, type = 'service') =>
  service(name, {
    metadata: { annotations: { 'plimsoll.dev/tier': tier } },
    spec: { owner, type },
  });

/** Red has three of tier 0, blue three, green one; two websites, and one of tier 1. */
const entities = [
  ...['red', 'blue', 'green'].map(name => team(name)),
  ...[1, 2, 3].map(number => of(`red-${number}`, 'red', 'tier-0')),
  ...[1, 2, 3].map(number => of(`blue-${number}`, 'blue', 'tier-0')),
  of('green-1', 'green', 'tier-0'),
  of('site-1', 'green', 'tier-0', 'website'),
  of('site-2', 'green', 'tier-0', 'website'),
  of('side', 'red', 'tier-1'),
];

describe.each(databases.eachSupportedId())('comparisons on %s', id => {
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
    for (const name of ['red-1', 'red-2', 'red-3', 'green-1']) {
      await push(harness, name, { coverage: 90 });
    }
    for (const name of ['blue-1', 'blue-2', 'blue-3']) {
      await push(harness, name, { coverage: 10 });
    }
  });

  beforeEach(() => {
    harness.policy.readable = 'all';
    harness.clock.advance(MINUTE);
  });

  const ask = (query: ComparisonQuery = {}) =>
    harness.services.programme.rollups.comparison.get(
      comparisonQuerySchema.parse(query),
      user,
    );
  const lines = async (query: ComparisonQuery) =>
    (await ask(query)).items.map(
      ({ key, place, unranked, figures }) =>
        `${(key ?? 'none').replace('group:default/', '')} ${
          place ?? unranked.join('+')
        } of ${figures.services}`,
    );

  it.each<[string, ComparisonQuery, string[]]>([
    [
      'the most critical tier and its most frequent type',
      {},
      ['red 1 of 3', 'blue 2 of 3', 'green few-services of 1'],
    ],
    [
      'another tier',
      { tier: 'tier-1' },
      ['red few-services+low-coverage of 1'],
    ],
    [
      'another type',
      { type: 'website', minServices: 2, minCoverage: 0 },
      ['green 1 of 2'],
    ],
    [
      'fewer services',
      { minServices: 1 },
      ['green 1 of 1', 'red 1 of 3', 'blue 3 of 3'],
    ],
    ['what has no system', { by: 'system' }, ['none no-group of 7']],
    ['a tier in which nothing is', { tier: 'tier-3' }, []],
    ['a page', { limit: 1 }, ['red 1 of 3']],
  ])('compares %s', async (_, query, expected) => {
    expect(await lines(query)).toEqual(expected);
  });

  it('tells what was compared, and what else could be', async () => {
    const { items, ...rest } = await ask();
    expect(rest).toMatchObject({
      totalItems: 3,
      ranked: 2,
      unranked: 1,
      tier: { id: 'tier-0', name: 'Mission critical' },
      type: 'service',
      types: [
        { type: 'service', services: 7 },
        { type: 'website', services: 2 },
      ],
      minServices: 3,
      minCoverage: 600,
    });
    expect(
      rest.tiers.map(({ id: tier, services }) => [tier, services]),
    ).toEqual([
      ['tier-0', 9],
      ['tier-1', 1],
      ['tier-2', 0],
      ['tier-3', 0],
      ['untiered', 0],
    ]);
    expect(items[0].improvementPlace).toBeNull();
  });

  it('refuses a tier that there is not', async () => {
    await expect(ask({ tier: 'gold' })).rejects.toThrow(
      /^tier: unknown tier "gold", expected one of tier-0, /,
    );
  });

  it('compares only what the reader may see', async () => {
    harness.policy.readable = [refOf('blue-1'), refOf('red-1')];
    harness.clock.advance(MINUTE);
    expect(await lines({})).toEqual([
      'blue few-services of 1',
      'red few-services of 1',
    ]);
  });

  it('ranks improvement, and says where less is known and the score rose', async () => {
    await harness.stores.history.snapshot(knex, '2026-11-20');
    await knex('reliability_daily')
      .whereIn('entity_ref', ['blue-1', 'blue-2', 'blue-3'].map(refOf))
      .update({ coverage: 1000, score: 400 });
    await knex('reliability_reports')
      .whereIn('entity_ref', ['blue-1', 'blue-2', 'blue-3'].map(refOf))
      .update({ trend_score: 400, coverage: 700 });
    await knex('reliability_reports')
      .whereIn('entity_ref', ['red-1', 'red-2', 'red-3'].map(refOf))
      .update({ trend_score: 1000 });
    const replica = await harness.restart();
    harness.clock.advance(DAY);
    const { items } = await replica.services.programme.rollups.comparison.get(
      comparisonQuerySchema.parse({}),
      user,
    );
    expect(
      items.map(({ key, improvementPlace, signals }) => [
        key,
        improvementPlace,
        signals,
      ]),
    ).toEqual([
      ['group:default/red', 2, []],
      [
        'group:default/blue',
        1,
        [
          {
            kind: 'coverage-fell',
            coverageThen: 1000,
            coverage: 700,
            scoreDelta: 100,
          },
        ],
      ],
      ['group:default/green', null, []],
    ]);
  });
});

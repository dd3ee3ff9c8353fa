import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service, team } from '../__testUtils__/entities';
import { createHarness, DAY, Harness } from '../__testUtils__/harness';
import { push } from '../__testUtils__/push';
import { ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

const PAY = refOf('pay');

describe.each(databases.eachSupportedId())('history as answered on %s', id => {
  let knex: Knex;
  let harness: Harness;

  /** Four days: bronze, silver, bronze, silver. */
  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    await emptyDatabase(knex);
    harness = await createHarness({
      knex,
      reliability: only(ladder(), ladder({ id: 'second', title: 'Second' })),
      entities: [team(), service('pay')],
    });
    await harness.services.sync.sweep();
    for (const coverage of [90, 10, 80]) {
      await harness.services.tasks.snapshot();
      harness.clock.advance(DAY);
      await harness.services.sync.sweep();
      await push(harness, 'pay', { coverage });
    }
    await harness.services.tasks.snapshot();
  });

  const history = (query: object = {}, from = harness) =>
    from.services.maturity.history(
      PAY,
      { limit: 50, ...query },
      mockCredentials.user(),
    );

  it('tells every step with its cause, newest first, and the days', async () => {
    const { items, totalItems, daily, ...rest } = await history();
    expect(rest).toEqual({});
    expect(totalItems).toBe(4);
    expect(items[0]).toEqual({
      at: '2026-11-23T12:00:00.000Z',
      cause: 'service',
      level: {
        from: { id: 'bronze', name: 'Bronze', index: 0 },
        to: { id: 'silver', name: 'Silver', index: 1 },
      },
      score: { from: 500, to: 1000 },
      coverage: 1000,
      by: 'source:facts/ci',
      flips: [
        {
          check: 'tested',
          title: 'Check tested',
          from: 'fail',
          to: 'pass',
          cause: 'service',
          facts: [
            {
              path: 'facts["ci/coverage"]',
              before: 10,
              after: 80,
              source: 'ci',
            },
          ],
        },
      ],
    });
    expect(items[3]).toMatchObject({
      cause: null,
      level: { from: null, to: { id: 'bronze' } },
      score: { from: null, to: 500 },
      flips: [],
    });
    expect(
      daily.map(({ day, level, score }) => [day, level.id, score]),
    ).toEqual([
      ['2026-11-20', 'bronze', 500],
      ['2026-11-21', 'silver', 1000],
      ['2026-11-22', 'bronze', 500],
      ['2026-11-23', 'silver', 1000],
    ]);
  });

  it.each<[string, object, string[], string[]]>([
    [
      'from a time on',
      { from: '2026-11-22T12:00:00Z' },
      ['23', '22'],
      ['22', '23'],
    ],
    ['up to a time', { to: '2026-11-21T12:00:00Z' }, ['20'], ['20', '21']],
    ['of nothing', { from: '2027-01-01T00:00:00Z' }, [], []],
    [
      'in another time zone',
      { to: '2026-11-21T14:00:00.001+02:00' },
      ['21', '20'],
      ['20', '21'],
    ],
  ])('tells a part %s', async (_, query, steps, days) => {
    const { items, daily, totalItems } = await history(query);
    expect(items.map(({ at }) => at.slice(8, 10))).toEqual(steps);
    expect(totalItems).toBe(steps.length);
    expect(daily.map(({ day }) => day.slice(-2))).toEqual(days);
  });

  it('pages, and stops where it ends', async () => {
    const first = await history({ limit: 2 });
    const second = await history({ limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toEqual((await history()).items);
    expect(second.totalItems).toBe(4);
    expect(second).not.toHaveProperty('nextCursor');
  });

  it.each([
    ['another scorecard', { scorecard: 'second' }],
    ['another time', { to: '2026-11-22T12:00:00Z' }],
  ])('refuses a cursor that was made for %s', async (_, query) => {
    const { nextCursor } = await history({ limit: 1 });
    await expect(history({ cursor: nextCursor, ...query })).rejects.toThrow(
      /^cursor: /,
    );
  });

  it('of a scorecard that is not there is not found', async () => {
    await expect(history({ scorecard: 'x' })).rejects.toThrow(
      'There is no scorecard "x"',
    );
  });

  it('names levels and checks by their ids once they are no longer configured', async () => {
    const other = await harness.restart(
      only(
        ladder({
          levels: [{ id: 'gold', name: 'Gold' }],
          checks: [{ id: 'new', title: 'New', level: 'gold', pass: 'true' }],
        }),
      ),
    );
    const { items } = await history({}, other);
    expect(items[0]).toMatchObject({
      level: { to: { id: 'silver', name: 'silver', index: -1 } },
      flips: [{ check: 'tested', title: 'tested' }],
    });
  });
});

import { mockCredentials } from '@backstage/backend-test-utils';
import {
  HeatmapQuery,
  heatmapQuerySchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { Harness, MINUTE } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';
import { check, ladder, only } from '../../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();
const user = mockCredentials.user();
const NONE = {
  pass: 0,
  fail: 0,
  unknown: 0,
  'not-applicable': 0,
  exempt: 0,
  outdated: 0,
};

describe('the heatmap', () => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, 'SQLITE_3');
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  beforeEach(() => {
    harness.policy.readable = 'all';
    harness.clock.advance(MINUTE);
  });

  const ask = (query: HeatmapQuery, of = harness) =>
    of.services.programme.rollups.heatmap.get(
      heatmapQuerySchema.parse(query),
      user,
    );
  const outcomes = ({ items }: Awaited<ReturnType<typeof ask>>) =>
    Object.fromEntries(
      items.map(({ title, cells }) => [
        title,
        cells.map(cell => cell?.outcome ?? null),
      ]),
    );

  it('has a column for each check, with the totals of all that match', async () => {
    const answer = await ask({ columns: 'checks' });
    expect(answer.columns).toMatchObject([
      {
        id: 'owned',
        title: 'Check owned',
        level: 'bronze',
        enforcement: 'enforced',
        totals: { ...NONE, pass: 3, fail: 1 },
      },
      { id: 'tested', totals: { ...NONE, pass: 1, fail: 2, unknown: 1 } },
    ]);
    expect(outcomes(answer)).toEqual({
      best: ['pass', 'pass'],
      good: ['pass', 'fail'],
      even: ['pass', 'fail'],
      poor: ['fail', 'unknown'],
    });
    expect(answer.levels).toBe(2);
  });

  it('has a column for each dimension, with its score', async () => {
    const answer = await ask({ owner: ['group:default/red'] });
    expect(answer.columns.map(({ totals }) => totals)).toEqual([
      { ...NONE, pass: 1, fail: 1 },
    ]);
    expect(answer.items.map(({ cells }) => cells)).toEqual([
      [{ outcome: 'pass', score: 1000, coverage: 1000 }],
      [{ outcome: 'fail', score: 500, coverage: 1000 }],
    ]);
  });

  it('pages, and totals stay those of all', async () => {
    const query = {
      columns: 'checks',
      orderBy: 'title',
      order: 'desc',
      limit: 3,
    } as const;
    const first = await ask(query);
    const second = await ask({ ...query, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(
      ['poor', 'good', 'even', 'best'],
    );
    expect(second.columns[0].totals).toEqual({ ...NONE, pass: 3, fail: 1 });
    await expect(
      ask({ ...query, order: 'asc', cursor: first.nextCursor }),
    ).rejects.toThrow(/^cursor: /);
  });

  it('shows and counts nothing that the reader may not see', async () => {
    harness.policy.readable = [refOf('poor')];
    harness.clock.advance(MINUTE);
    const answer = await ask({ columns: 'checks' });
    expect(outcomes(answer)).toEqual({ poor: ['fail', 'unknown'] });
    expect(answer.totalItems).toBe(1);
    expect(answer.columns[0].totals).toEqual({ ...NONE, fail: 1 });
  });

  it('answers no outcome that older rules decided', async () => {
    const changed = await harness.restart(
      only(
        ladder({
          checks: [
            check('other', { planned: true }),
            check('owned', { pass: 'entity.ownerExists' }),
            check('silver', { level: 'silver' }),
          ],
        }),
      ),
    );
    const answer = await ask({ columns: 'checks', limit: 1 }, changed);
    expect(answer.items[0]).toMatchObject({
      outdated: true,
      cells: [null, null, null],
    });
    expect(answer.columns[0]).toMatchObject({
      enforcement: 'planned',
      totals: { ...NONE, outdated: 4 },
    });
  });
});

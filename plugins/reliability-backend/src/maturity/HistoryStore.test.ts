import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { manyNames, refOf } from '../__testUtils__/entities';
import { DAY, NOW } from '../__testUtils__/harness';
import { report, ReportParts } from '../__testUtils__/stored';
import { HistoryRange, HistoryStep, HistoryStore } from './HistoryStore';
import { ReportStore } from './ReportStore';

jest.setTimeout(60_000);

const databases = testDatabases();

const step = (changed: Partial<HistoryStep> = {}): HistoryStep => ({
  scorecardId: 'reliability',
  entityRef: refOf('a'),
  at: NOW,
  cause: 'service',
  from: { levelId: 'none', score: 200 },
  to: { levelId: 'bronze', score: 500 },
  coverage: 900,
  flips: [
    {
      check: 'owned',
      from: 'fail',
      to: 'pass',
      cause: 'service',
      facts: [{ path: 'entity.ownerExists', before: false, after: true }],
    },
  ],
  scorecardHash: 'hash',
  ...changed,
});

const A: HistoryRange = { scorecardId: 'reliability', entityRef: refOf('a') };

describe.each(databases.eachSupportedId())('history on %s', id => {
  const store = new HistoryStore();
  const reports = new ReportStore();
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  const timesOf = async (range: HistoryRange) => {
    const { items, total } = await store.steps(knex, range, { limit: 100 });
    expect(total).toBe(items.length);
    return items.map(({ at }) => (at - NOW) / DAY);
  };

  it('gives back the steps as they were written, the first without a past', async () => {
    const first = step({ cause: undefined, from: undefined, flips: [] });
    const second = step({ at: NOW + DAY });
    await store.append(knex, [first, second]);
    const { items } = await store.steps(knex, A, { limit: 9 });
    expect(items).toEqual([
      { ...second, id: expect.any(Number) },
      { ...first, id: expect.any(Number) },
    ]);
  });

  it('writes many at once, and nothing for nothing', async () => {
    await store.append(knex, []);
    await store.append(
      knex,
      manyNames(1200).map(name => step({ entityRef: refOf(name) })),
    );
    expect(await knex('reliability_history')).toHaveLength(1200);
  });

  it.each<[string, Partial<HistoryRange>, number[]]>([
    ['all of one service, newest first', {}, [3, 2, 1, 0]],
    ['from a time on', { from: NOW + 2 * DAY }, [3, 2]],
    ['before a time', { to: NOW + 2 * DAY }, [1, 0]],
    ['between two times', { from: NOW + DAY, to: NOW + 3 * DAY }, [2, 1]],
    ['none of another service', { entityRef: refOf('c') }, []],
    ['those of another scorecard', { scorecardId: 'security' }, [9]],
  ])('lists %s', async (_, range, expected) => {
    await store.append(knex, [
      ...[0, 1, 2, 3].map(day => step({ at: NOW + day * DAY })),
      step({ entityRef: refOf('b') }),
      step({ scorecardId: 'security', at: NOW + 9 * DAY }),
    ]);
    expect(await timesOf({ ...A, ...range })).toEqual(expected);
  });

  it('pages through all steps once, those of one moment too', async () => {
    await store.append(
      knex,
      [0, 1, 2, 3, 4].map(score => step({ to: { levelId: 'none', score } })),
    );
    const scores: number[] = [];
    let before: number | undefined;
    for (let page = 0; page < 3; page++) {
      const { items, total } = await store.steps(knex, A, { before, limit: 2 });
      expect(total).toBe(5);
      scores.push(...items.map(({ to }) => to.score));
      before = items[items.length - 1].id;
    }
    expect(scores).toEqual([4, 3, 2, 1, 0]);
  });

  describe('snapshots', () => {
    const rank = (name: string, parts: ReportParts) =>
      reports.save(knex, [report(name, parts)]);
    const daily = (range: Partial<HistoryRange> = {}, limit = 100) =>
      store.daily(knex, { ...A, ...range }, limit);

    it('keep the state of every ranked service, that of the last of a day', async () => {
      await rank('a', { level: 0, levelId: 'bronze', score: 500 });
      await rank('b', { scorecardId: 'security', score: 100 });
      await store.snapshot(knex, '2026-11-20');
      await rank('a', { level: 1, levelId: 'silver', score: 800 });
      await store.snapshot(knex, '2026-11-20');
      await store.snapshot(knex, '2026-11-20');
      expect(await knex('reliability_daily')).toHaveLength(2);
      expect(await daily()).toEqual([
        {
          day: '2026-11-20',
          levelId: 'silver',
          level: 1,
          score: 800,
          coverage: 1000,
        },
      ]);
    });

    it('of a service that left stay as they are', async () => {
      await rank('a', { score: 500 });
      await store.snapshot(knex, '2026-11-19');
      await reports.remove(knex, [A]);
      await store.snapshot(knex, '2026-11-20');
      expect((await daily()).map(({ day }) => day)).toEqual(['2026-11-19']);
    });

    it.each<[string, Partial<HistoryRange>, number, string[]]>([
      ['oldest first', {}, 9, ['18', '19', '20', '21']],
      ['the newest where there are too many', {}, 2, ['20', '21']],
      ['from a day on', { from: NOW }, 9, ['20', '21']],
      ['up to a day', { to: NOW - DAY }, 9, ['18', '19']],
    ])('are listed %s', async (_, range, limit, expected) => {
      await rank('a', {});
      await rank('b', {});
      for (const day of ['20', '18', '21', '19']) {
        await store.snapshot(knex, `2026-11-${day}`);
      }
      const days = (await daily(range, limit)).map(({ day }) => day.slice(-2));
      expect(days).toEqual(expected);
    });
  });

  describe('is pruned', () => {
    const prune = (history: number, days: number = 0) =>
      store.prune(knex, { history, daily: days });

    it('up to the last step of each service on each scorecard', async () => {
      await store.append(knex, [
        step({ at: NOW }),
        step({ at: NOW + DAY }),
        step({ entityRef: refOf('b'), at: NOW }),
        step({ scorecardId: 'security', at: NOW }),
        step({ at: NOW + 2 * DAY }),
      ]);
      expect(await prune(NOW + 9 * DAY)).toEqual({ steps: 2, snapshots: 0 });
      expect(await timesOf(A)).toEqual([2]);
      expect(await timesOf({ ...A, entityRef: refOf('b') })).toEqual([0]);
      expect(await timesOf({ ...A, scorecardId: 'security' })).toEqual([0]);
    });

    it('not of what is young enough', async () => {
      await store.append(knex, [
        step({ at: NOW - 1 }),
        step({ at: NOW }),
        step({ at: NOW + DAY }),
      ]);
      expect(await prune(NOW)).toEqual({ steps: 1, snapshots: 0 });
      expect(await timesOf(A)).toEqual([1, 0]);
    });

    it('of snapshots before the day', async () => {
      await reports.save(knex, [report('a')]);
      for (const day of ['18', '19', '20']) {
        await store.snapshot(knex, `2026-11-${day}`);
      }
      expect(await prune(0, NOW)).toEqual({ steps: 0, snapshots: 2 });
      expect(await store.daily(knex, A, 9)).toMatchObject([
        { day: '2026-11-20' },
      ]);
    });
  });
});

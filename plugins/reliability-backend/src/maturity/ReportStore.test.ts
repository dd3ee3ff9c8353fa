import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { manyNames, refOf } from '../__testUtils__/entities';
import { DAY, HOUR, NOW } from '../__testUtils__/harness';
import { report } from '../__testUtils__/stored';
import { HistoryStore } from './HistoryStore';
import { ReportStore } from './ReportStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const IDS = ['reliability'];

describe.each(databases.eachSupportedId())('reports on %s', id => {
  const store = new ReportStore();
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  const read = async (name: string) => {
    const [found] = await store.of(knex, [refOf(name)], IDS);
    return found;
  };
  const names = async (ids = IDS) =>
    (await store.of(knex, ['a', 'b', 'c'].map(refOf), ids))
      .map(({ scorecardId, entityRef }) => `${scorecardId} ${entityRef}`)
      .sort();

  it('give back what was saved', async () => {
    const written = report('a', {
      level: 1,
      levelId: 'silver',
      score: 667,
      coverage: 900,
      tier: { id: 'tier-1', name: 'Critical', rank: 1 },
      nextChangeAt: NOW + DAY,
    });
    await store.save(knex, [written]);
    expect(await read('a')).toMatchObject({
      scorecardId: 'reliability',
      entityRef: refOf('a'),
      level: 1,
      levelId: 'silver',
      score: 667,
      coverage: 900,
      droppedAt: undefined,
      scorecardHash: 'hash',
      assessedAt: NOW,
      nextChangeAt: NOW + DAY,
      explanation: '{}',
      trend: { score: 667, day: '2026-11-20' },
    });
    expect((await read('a')).item).toBe(written.item);
  });

  it.each<[string, Parameters<typeof report>[1]]>([
    ['nothing of the catalog changed', { score: 500 }],
    ['the title changed', { service: { title: 'New' } }],
    ['the owner changed', { service: { owner: 'group:default/new' } }],
    ['the tier changed', { tier: { id: 'tier-0', name: 'Vital', rank: 0 } }],
  ])('are written over where %s', async (_, parts) => {
    await store.save(knex, [report('a')]);
    const after = report('a', { ...parts, assessedAt: NOW + HOUR });
    await store.save(knex, [after]);
    const rows = await knex('reliability_reports');
    await knex('reliability_reports').delete();
    await store.save(knex, [after]);
    const [fresh] = await knex('reliability_reports');
    expect(rows).toEqual([
      {
        ...fresh,
        trend_score: 0,
        trend_day: rows[0].trend_day,
        change: rows[0].change,
      },
    ]);
  });

  it('are saved by the thousand, and saving nothing is nothing', async () => {
    const many = manyNames(1300).map(name => report(name));
    await store.save(knex, many);
    await store.save(knex, many);
    await store.save(knex, []);
    expect(await knex('reliability_reports')).toHaveLength(1300);
  });

  it('keep the start of their trend when they are written again', async () => {
    await store.save(knex, [report('a', { score: 400 })]);
    await store.save(knex, [
      report('a', { score: 700, assessedAt: NOW + 3 * DAY }),
    ]);
    expect(await read('a')).toMatchObject({
      score: 700,
      assessedAt: NOW + 3 * DAY,
      trend: { score: 400, day: '2026-11-20' },
    });
  });

  it('are kept apart by scorecard', async () => {
    await store.save(knex, [
      report('a'),
      report('b'),
      report('a', { scorecardId: 'security' }),
    ]);
    expect(await names(['reliability', 'security'])).toEqual([
      `reliability ${refOf('a')}`,
      `reliability ${refOf('b')}`,
      `security ${refOf('a')}`,
    ]);
    await store.remove(knex, [
      { scorecardId: 'reliability', entityRef: refOf('a') },
    ]);
    expect(await names(['reliability', 'security'])).toEqual([
      `reliability ${refOf('b')}`,
      `security ${refOf('a')}`,
    ]);
    await store.removeOtherScorecards(knex, ['security']);
    expect(await names(['reliability', 'security'])).toEqual([
      `security ${refOf('a')}`,
    ]);
    await store.removeOtherScorecards(knex, []);
    expect(await knex('reliability_reports')).toEqual([]);
  });

  it('are compared without the explanation of other rules', async () => {
    await store.save(knex, [
      report('a', { scorecardHash: 'old' }),
      report('b', { scorecardHash: 'new' }),
    ]);
    const found = await store.toCompare(
      knex,
      ['a', 'b'].map(refOf),
      new Map([['reliability', 'new']]),
    );
    expect(
      Object.fromEntries(
        found.map(({ entityRef, explanation }) => [entityRef, explanation]),
      ),
    ).toEqual({ [refOf('a')]: '', [refOf('b')]: '{}' });
    const texts = found.map(one => store.explanation(knex, one));
    expect(await Promise.all(texts)).toEqual(['{}', '{}']);
  });

  describe('are due', () => {
    const due = (limit = 100, hash = 'hash') =>
      store.due(knex, new Map([['reliability', hash]]), NOW, limit);

    it.each([
      ['when their time has come', { nextChangeAt: NOW }, true],
      ['not a moment before', { nextChangeAt: NOW + 1 }, false],
      ['never without a time', {}, false],
      ['when other rules made them', { scorecardHash: 'old' }, true],
      [
        'not when they are of a scorecard that is not configured',
        { scorecardId: 'security', scorecardHash: 'x', nextChangeAt: NOW - 1 },
        false,
      ],
    ])('%s', async (_, parts, expected) => {
      await store.save(knex, [report('a', parts)]);
      expect(await due()).toEqual(expected ? [refOf('a')] : []);
    });

    it('each once, and no more than asked for', async () => {
      await store.save(
        knex,
        manyNames(5).map(name =>
          report(name, { scorecardHash: 'old', nextChangeAt: NOW - 1 }),
        ),
      );
      expect((await due()).sort()).toEqual(manyNames(5).map(refOf));
      expect(await due(3)).toHaveLength(3);
    });

    it('no more after they were postponed', async () => {
      await store.save(
        knex,
        ['a', 'b', 'c'].map(name => report(name, { nextChangeAt: NOW - 1 })),
      );
      await store.postpone(
        knex,
        'reliability',
        new Map([
          [NOW + HOUR, [refOf('a')]],
          [undefined, [refOf('b')]],
        ]),
      );
      await store.postpone(
        knex,
        'security',
        new Map([[undefined, [refOf('c')]]]),
      );
      expect(await due()).toEqual([refOf('c')]);
      expect((await read('a')).nextChangeAt).toBe(NOW + HOUR);
      expect((await read('b')).nextChangeAt).toBeUndefined();
    });
  });

  describe('begin their trend anew', () => {
    const snapshots = new HistoryStore();
    const trend = async () => (await read('a')).trend;

    beforeEach(async () => {
      await store.save(knex, [report('a', { score: 400 })]);
      await snapshots.snapshot(knex, '2026-11-25');
      await store.save(knex, [report('a', { score: 700 })]);
    });

    it.each([
      ['at the snapshot of the day', '2026-11-25', '2026-11-25'],
      ['not on a day without a snapshot', '2026-11-26', '2026-11-20'],
      ['not further back than they began', '2026-11-19', '2026-11-20'],
    ])('%s', async (_, day, expected) => {
      await store.moveTrend(knex, day);
      expect(await trend()).toEqual({ score: 400, day: expected });
    });

    it('with the score of that day, once', async () => {
      await snapshots.snapshot(knex, '2026-11-27');
      await store.moveTrend(knex, '2026-11-27');
      expect(await trend()).toEqual({ score: 700, day: '2026-11-27' });
      await store.moveTrend(knex, '2026-11-25');
      expect(await trend()).toEqual({ score: 700, day: '2026-11-27' });
    });
  });
});

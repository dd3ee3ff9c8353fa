import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  postgresOf,
  testDatabases,
} from '../__testUtils__/databases';
import { manyNames, refOf } from '../__testUtils__/entities';
import { NOW, TestClock } from '../__testUtils__/harness';
import { report, ReportParts } from '../__testUtils__/stored';
import { RankIndex } from './RankIndex';
import { RankingStore } from './RankingStore';
import { ReportStore } from './ReportStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const reports = new ReportStore();

/** An index as a replica has it, and a way to see its list. */
function replica(knex: Knex, clock = new TestClock()) {
  const ranking = new RankingStore();
  const index = new RankIndex({ knex, ranking, now: () => clock.now });
  const list = (visible?: readonly string[]) =>
    index.list({ scorecardId: 'reliability', visible });
  return {
    clock,
    index,
    list,
    names: async (visible?: readonly string[]) =>
      (await list(visible)).reports.map(({ entityRef }) =>
        entityRef.replace('component:default/', ''),
      ),
    later: () => clock.advance(1000),
  };
}

const scored = (name: string, score: number, parts: ReportParts = {}) =>
  report(name, { ...parts, score });
const keyOf = (name: string, scorecardId = 'reliability') => ({
  scorecardId,
  entityRef: refOf(name),
});

describe.each(databases.eachSupportedId())('the index on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    await reports.save(knex, [
      scored('a', 900),
      scored('b', 500),
      scored('c', 100),
    ]);
  });

  it.each<[string, (db: Knex) => Promise<void>, string[]]>([
    [
      'a report that moved',
      db => reports.save(db, [scored('c', 950)]),
      ['c', 'a', 'b'],
    ],
    [
      'a report that came',
      db => reports.save(db, [scored('d', 600)]),
      ['a', 'd', 'b', 'c'],
    ],
    ['a report that left', db => reports.remove(db, [keyOf('b')]), ['a', 'c']],
    [
      'a report that left and came back',
      async db => {
        await reports.remove(db, [keyOf('a')]);
        await reports.save(db, [scored('a', 50)]);
      },
      ['b', 'c', 'a'],
    ],
    [
      'a scorecard that left',
      db => reports.removeOtherScorecards(db, ['security']),
      [],
    ],
    [
      'nothing of another scorecard',
      async db => {
        await reports.save(db, [scored('a', 10, { scorecardId: 'security' })]);
        await reports.remove(db, [keyOf('b', 'security')]);
      },
      ['a', 'b', 'c'],
    ],
  ])('sees %s, of another replica after a second', async (_, write, after) => {
    const [own, other] = [replica(knex), replica(knex)];
    for (const { names } of [own, other]) {
      expect(await names()).toEqual(['a', 'b', 'c']);
    }
    await write(knex);
    own.index.changed();
    expect(await own.names()).toEqual(after);
    expect(await other.names()).toEqual(['a', 'b', 'c']);
    other.later();
    expect(await other.names()).toEqual(after);
    expect(await replica(knex).names()).toEqual(after);
  });

  it('keeps every order sorted, and what a reader may see, when something changed', async () => {
    const { index, list, names } = replica(knex);
    const visible = ['a', 'c', 'd'].map(refOf);
    const page = { orderBy: 'score', descending: false, limit: 9 } as const;
    const byScore = async () =>
      (await list()).page({}, page).items.map(({ score }) => score);
    expect(await byScore()).toEqual([100, 500, 900]);
    expect(await names(visible)).toEqual(['a', 'c']);
    await reports.save(knex, [scored('d', 300), scored('a', 0)]);
    await reports.remove(knex, [keyOf('b')]);
    index.changed();
    expect(await byScore()).toEqual([0, 100, 300]);
    expect(await names(visible)).toEqual(['d', 'c', 'a']);
  });

  it('finds by text what came later', async () => {
    const { index, list } = replica(knex);
    const found = async () => (await list()).counts({ text: 'new' }, 'levelId');
    expect(await found()).toEqual([]);
    await reports.save(knex, [
      scored('b', 500, { service: { title: 'The NEW one' } }),
    ]);
    index.changed();
    expect(await found()).toEqual([{ value: 'none', count: 1 }]);
  });

  it('sees where a trend begins anew', async () => {
    const { index, list } = replica(knex);
    await list();
    await knex('reliability_daily').insert({
      day: '2026-11-21',
      scorecard_id: 'reliability',
      entity_ref: refOf('a'),
      level_id: 'none',
      level_index: -1,
      score: 800,
      coverage: 1000,
      tier_id: 'untiered',
    });
    await reports.moveTrend(knex, '2026-11-21');
    index.changed();
    expect((await list()).reports[0].trend).toEqual({
      score: 800,
      day: '2026-11-21',
    });
  });

  it('reads everything again in a database that was put back', async () => {
    const { list, names, later } = replica(knex);
    await list();
    const mark = jest
      .spyOn(RankingStore.prototype, 'changes')
      .mockResolvedValueOnce({ removed: [], changed: [], mark: '0' });
    await knex('reliability_reports').where('entity_ref', refOf('a')).delete();
    later();
    expect(await names()).toEqual(['b', 'c']);
    mark.mockRestore();
  });

  it('begins with all of them, however many', async () => {
    const many = manyNames(5003).map(name => report(name));
    await reports.save(knex, many);
    const { reports: all } = await replica(knex).list();
    expect(new Set(all.map(({ entityRef }) => entityRef)).size).toBe(5006);
  });

  it('tries again after a failure', async () => {
    const { names } = replica(knex);
    const mark = jest
      .spyOn(RankingStore.prototype, 'mark')
      .mockRejectedValueOnce(new Error('away'));
    await expect(names()).rejects.toThrow('away');
    expect(await names()).toEqual(['a', 'b', 'c']);
    mark.mockRestore();
  });

  it('shows a write that was made while it looked', async () => {
    const { index, list, names } = replica(knex);
    await list();
    index.changed();
    const early = names();
    await reports.save(knex, [scored('c', 950)]);
    index.changed();
    expect(await names()).toEqual(['c', 'a', 'b']);
    await early;
  });
});

// SQLite has one transaction at a time.
(postgresOf(databases).length > 0 ? describe : describe.skip)(
  'two transactions',
  () => {
    it.each(postgresOf(databases))(
      'that end in another order than they began are both seen, on %s',
      async id => {
        const knex = await openTestDatabase(databases, id);
        await emptyDatabase(knex);
        const { names, later, clock } = replica(knex);
        expect(clock.now).toBe(NOW);
        const first = await knex.transaction();
        await reports.save(first, [scored('early', 1)]);
        await reports.save(knex, [scored('late', 2)]);
        expect(await names()).toEqual(['late']);
        later();
        expect(await names()).toEqual(['late']);
        await first.commit();
        later();
        expect(await names()).toEqual(['late', 'early']);
      },
    );
  },
);

import { SliWindow } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import { ratioOf } from '../__testUtils__/sloSubjects';
import { PushedSource } from './PushedSource';
import { SampleStore } from './SampleStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const SLO = 'component~default~pay~availability';

/** Start and end in minutes before now, bad, total, and who counted. */
type Sample = [number, number, number, number, string?];

describe.each(databases.eachSupportedId())('pushed samples on %s', id => {
  const samples = new SampleStore();
  let knex: Knex;
  let source: PushedSource;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
    source = new PushedSource({ knex, samples, sloId: SLO });
  });

  beforeEach(() => emptyDatabase(knex));

  const save = (all: Sample[], sloId = SLO) =>
    samples.save(
      knex,
      all.map(([start, end, bad, total, by = 'nightly']) => ({
        sloId,
        source: by,
        start: NOW - start * MINUTE,
        end: NOW - end * MINUTE,
        good: total - bad,
        bad,
        total,
      })),
      NOW,
    );

  const window = (from: number, to: number, key = 'w'): SliWindow => ({
    key,
    from: NOW - from * MINUTE,
    to: NOW - to * MINUTE,
  });

  const count = async (
    from: number,
    to: number,
    indicator = ratioOf('pushed'),
  ) =>
    (await source.measure({ indicator, windows: [window(from, to)] })).counts.w;

  describe('a window over events', () => {
    it.each<[string, Sample[], [number, number], object]>([
      ['has no data without samples', [], [60, 0], { total: null, bad: null }],
      [
        'has no traffic where samples say so',
        [[30, 20, 0, 0]],
        [60, 0],
        { total: 0, bad: 0 },
      ],
      [
        'adds up whole samples',
        [
          [60, 30, 1, 100],
          [30, 0, 2, 300],
        ],
        [60, 0],
        { total: 400, bad: 3 },
      ],
      [
        'counts the share of a sample that its start cuts',
        [[60, 20, 4, 400]],
        [30, 0],
        { total: 100, bad: 1 },
      ],
      [
        'counts the share of a sample that its end cuts',
        [[60, 20, 4, 400]],
        [90, 50],
        { total: 100, bad: 1 },
      ],
      [
        'counts the share of a sample that holds it',
        [[120, 20, 10, 1000]],
        [60, 50],
        { total: 100, bad: 1 },
      ],
      [
        'leaves out samples that only touch it',
        [
          [90, 60, 1, 10],
          [0, -30, 1, 10],
        ],
        [60, 0],
        { total: null, bad: null },
      ],
      [
        'adds up what several count',
        [
          [60, 0, 1, 10, 'red'],
          [60, 0, 2, 20, 'blue'],
        ],
        [60, 0],
        { total: 30, bad: 3 },
      ],
    ])('%s', async (_, all, [from, to], expected) => {
      await save(all);
      expect(await count(from, to)).toEqual(expected);
    });

    it('is answered beside others, and by the SLO that is asked about', async () => {
      await save([[10, 0, 1, 10]]);
      await save([[10, 0, 9, 9]], 'component~default~pay~other');
      const { counts, mode, newestAt, queries } = await source.measure({
        indicator: ratioOf('pushed'),
        windows: [window(60, 0, 'a'), window(60, 30, 'b')],
      });
      expect(counts).toEqual({
        a: { total: 10, bad: 1 },
        b: { total: null, bad: null },
      });
      expect([mode, newestAt, queries]).toEqual(['pushed', NOW, []]);
    });

    it('has no newest sample where there is none', async () => {
      const answer = await source.measure({
        indicator: ratioOf('pushed'),
        windows: [],
      });
      expect(answer).toMatchObject({ newestAt: null, counts: {} });
    });
  });

  describe('a window over slices', () => {
    const slices = ratioOf('pushed', {
      method: 'Timeslices',
      sliceMs: 10 * MINUTE,
      sliceTarget: 0.9,
    });
    const ratios = { ...slices, method: 'RatioTimeslices' as const };

    it.each<[string, Sample[], object, object]>([
      [
        'has no data without samples',
        [],
        { total: null, bad: null },
        { total: null, bad: null },
      ],
      [
        'measures none where there was no traffic',
        [[20, 10, 0, 0]],
        { total: 0, bad: 0 },
        { total: 0, bad: 0 },
      ],
      [
        'adds up the samples of a slice',
        [
          [20, 15, 3, 10],
          [15, 10, 0, 10],
        ],
        { total: 1, bad: 1 },
        { total: 1, bad: 0.15 },
      ],
      [
        'calls a slice good that just meets its target',
        [
          [20, 18, 1, 10],
          [10, 7, 0.1, 1],
        ],
        { total: 2, bad: 0 },
        { total: 2, bad: 0.2 },
      ],
      [
        'spreads a long sample over all its slices',
        [[40, 10, 6, 30]],
        { total: 3, bad: 3 },
        { total: 3, bad: 0.6 },
      ],
      [
        'splits a sample at the edge of a slice',
        [
          [25, 15, 0, 10],
          [15, 10, 5, 5],
        ],
        { total: 2, bad: 1 },
        { total: 2, bad: 0.5 },
      ],
      [
        'leaves out a slice that it does not hold as a whole',
        [[65, 60, 1, 1]],
        { total: null, bad: null },
        { total: null, bad: null },
      ],
    ])('%s', async (_, all, expected, expectedRatio) => {
      await save(all);
      expect(await count(60, 0, slices)).toEqual(expected);
      const found = await count(60, 0, ratios);
      expect({
        total: found.total,
        bad: found.bad === null ? null : Number(found.bad.toFixed(9)),
      }).toEqual(expectedRatio);
    });
  });

  it.each<[string, Sample[], number]>([
    ['nothing', [], 0],
    ['all of it', [[60, 0, 0, 1]], 1],
    [
      'half of it, in two pieces',
      [
        [60, 45, 0, 0],
        [30, 15, 0, 1],
      ],
      0.5,
    ],
    [
      'what two count, once',
      [
        [60, 30, 0, 1, 'red'],
        [45, 15, 0, 1, 'blue'],
        [50, 40, 0, 1, 'green'],
      ],
      0.75,
    ],
    ['only what lies in it', [[90, 45, 0, 1]], 0.25],
  ])('covers of an hour %s', async (_, all, expected) => {
    await save(all);
    const { w } = await source.coverage({ windows: [window(60, 0)] });
    expect(w).toBeCloseTo(expected, 9);
  });

  it('counts step by step, with steps without data in between', async () => {
    await save([
      [60, 50, 1, 10],
      [30, 10, 2, 20],
    ]);
    const range = { from: NOW - HOUR, to: NOW, stepMs: 20 * MINUTE };
    const { steps } = await source.series(ratioOf('pushed'), range);
    expect(steps).toEqual([
      { at: NOW - 40 * MINUTE, total: 10, bad: 1 },
      { at: NOW - 20 * MINUTE, total: 10, bad: 1 },
      { at: NOW, total: 10, bad: 1 },
    ]);
    const slices = ratioOf('pushed', {
      method: 'Timeslices',
      sliceMs: 10 * MINUTE,
      sliceTarget: 1,
    });
    expect((await source.series(slices, range)).steps).toEqual([
      { at: NOW - 40 * MINUTE, total: 1, bad: 1 },
      { at: NOW - 20 * MINUTE, total: 1, bad: 1 },
      { at: NOW, total: 1, bad: 1 },
    ]);
  });

  it('is none of a draft, which has no samples yet', async () => {
    const draft = new PushedSource({ knex, samples });
    await expect(
      draft.measure({ indicator: ratioOf('pushed'), windows: [] }),
    ).rejects.toThrow(/pushed for an SLO that is in force/);
  });

  it('is pruned by its end, in pieces', async () => {
    await save([
      [60, 30, 1, 1],
      [30, 10, 1, 1],
      [10, 0, 1, 1],
    ]);
    expect(await samples.prune(knex, NOW - 10 * MINUTE)).toBe(1);
    expect(await samples.prune(knex, NOW - 10 * MINUTE)).toBe(0);
    expect(await count(60, 0)).toEqual({ total: 2, bad: 2 });
  });
});

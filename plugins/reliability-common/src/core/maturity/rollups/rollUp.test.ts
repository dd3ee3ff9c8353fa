import { RatedService, rollUp, RollupTally } from './rollUp';
import { tierWeights } from './tierWeights';

const rated = (changed: Partial<RatedService> = {}): RatedService => ({
  entityRef: 'component:default/a',
  tierId: 't1',
  type: 'service',
  level: 0,
  score: 500,
  coverage: 1000,
  dimensions: {},
  needsAttention: false,
  excused: 0,
  checks: 10,
  ...changed,
});
const weights = tierWeights([{ id: 't0' }, { id: 't1' }, { id: 't2' }]);
const options = { weights, levels: 2 };

describe('tierWeights', () => {
  it('doubles from tier to tier, without a tier the least', () => {
    expect(Object.fromEntries(weights)).toEqual({
      t0: 4,
      t1: 2,
      t2: 1,
      untiered: 1,
    });
  });

  it('takes the company’s own', () => {
    const own = tierWeights([{ id: 't0' }, { id: 't1' }], { t0: 10 });
    expect([own.get('t0'), own.get('t1')]).toEqual([10, 1]);
  });
});

describe('rollUp', () => {
  it('of nothing is nothing, without a trend', () => {
    expect(rollUp([], options)).toEqual({
      services: 0,
      score: 0,
      coverage: 0,
      levelShare: 0,
      levels: [
        { level: -1, count: 0, share: 0 },
        { level: 0, count: 0, share: 0 },
        { level: 1, count: 0, share: 0 },
      ],
      dimensions: {},
      failing: 0,
      unknown: 0,
      needAttention: 0,
    });
  });

  it('weighs score, coverage and levels by tier', () => {
    const found = rollUp(
      [
        rated({ tierId: 't0', score: 1000, level: 1, coverage: 1000 }),
        rated({ tierId: 't2', score: 0, level: -1, coverage: 500 }),
      ],
      options,
    );
    expect(found).toMatchObject({
      services: 2,
      score: 800,
      coverage: 900,
      levelShare: 800,
      levels: [
        { level: -1, count: 1, share: 200 },
        { level: 0, count: 0, share: 0 },
        { level: 1, count: 1, share: 800 },
      ],
    });
  });

  it('weighs a tier that nobody configured as 1', () => {
    const services = [
      rated({ tierId: 'gone' }),
      rated({ tierId: 't2', score: 0 }),
    ];
    expect(rollUp(services, options).score).toBe(250);
  });

  it('rounds down, and is exact where the weights are no integers', () => {
    const tenth = { weights: new Map([['t1', 0.1]]), levels: 2 };
    const services = [1000, 1000, 1000].map(score => rated({ score }));
    expect(rollUp(services, tenth).score).toBe(1000);
    expect(rollUp([...services, rated({ score: 996 })], tenth).score).toBe(999);
  });

  it('weighs a dimension over the services that have it', () => {
    const oncall = { score: 300, coverage: 600, failing: 2, unknown: 1 };
    const found = rollUp(
      [
        rated({ tierId: 't0', dimensions: { oncall } }),
        rated({
          tierId: 't1',
          dimensions: { oncall: { ...oncall, score: 900, failing: 0 } },
        }),
        rated({ tierId: 't2' }),
      ],
      options,
    );
    expect(found.dimensions).toEqual({
      oncall: {
        score: 500,
        coverage: 600,
        failing: 2,
        unknown: 2,
        services: 2,
      },
    });
    expect([found.failing, found.unknown]).toEqual([2, 2]);
  });

  it('compares those that were there then with themselves', () => {
    const found = rollUp(
      [
        rated({
          tierId: 't1',
          score: 600,
          then: { day: '2026-10-21', score: 400 },
        }),
        rated({
          tierId: 't0',
          score: 500,
          then: { day: '2026-11-01', score: 500 },
        }),
        rated({ tierId: 't0', score: 0 }),
      ],
      options,
    );
    expect(found.trend).toEqual({
      since: '2026-10-21',
      scoreThen: 466,
      delta: 67,
      services: 2,
    });
  });

  it('counts who needs attention, and a level that is no more as the highest', () => {
    const found = rollUp([rated({ level: 7, needsAttention: true })], options);
    expect([found.needAttention, found.levelShare]).toEqual([1, 1000]);
  });
});

describe('tallies that are added up', () => {
  const dimension = (score: number) => ({
    score,
    coverage: 900,
    failing: 1,
    unknown: 2,
  });
  const services = [
    rated({ tierId: 't0', score: 900, level: 1, needsAttention: true }),
    rated({ score: 333, dimensions: { care: dimension(10) } }),
    rated({
      tierId: 't2',
      level: -1,
      dimensions: { care: dimension(700), work: dimension(1) },
      then: { day: '2026-10-02', score: 100 },
    }),
    rated({ score: 1, then: { day: '2026-09-01', score: 700 } }),
  ];
  const tallyOf = (some: readonly RatedService[]) => {
    const tally = new RollupTally(options);
    some.forEach(service => tally.add(service));
    return tally;
  };

  it.each([0, 1, 2, 3, 4])(
    'come to the same as their services, parted after %d',
    place => {
      const sum = new RollupTally(options);
      const parts = [services.slice(0, place), services.slice(place)];
      parts.map(tallyOf).forEach(part => sum.addAll(part));
      expect(sum.total()).toEqual(rollUp(services, options));
    },
  );

  it('stay as they are', () => {
    const part = tallyOf(services);
    const sum = tallyOf(services);
    sum.addAll(part);
    expect(sum.total().services).toBe(8);
    expect(part.total()).toEqual(rollUp(services, options));
  });
});

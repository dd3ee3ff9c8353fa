import {
  calendarMonth,
  Counts,
  evaluatedAll,
  logins,
  objectiveOf,
  policy,
  requests,
  sloOf,
} from '../../testUtils';
import { Aggregation, Indicator, Slo } from './slo';

const journey = (
  aggregation: Aggregation,
  changed: Partial<Indicator> = {},
  weights: readonly [number, number] = [0.75, 0.5],
): Slo =>
  sloOf({
    title: 'Checkout',
    method: changed.method ?? 'Occurrences',
    composite: { aggregation, target: 998_000 },
    objectives: [
      objectiveOf({
        weight: weights[0],
        indicator: { ...requests, ...changed },
      }),
      objectiveOf({
        id: '2',
        target: 990_000,
        weight: weights[1],
        indicator: { ...logins, ...changed },
      }),
    ],
  });

/** The first spent 0.4 of its budget, the second 0.8. */
const period: readonly [Counts, Counts] = [
  { rest: [4, 10_000] },
  { rest: [8, 1000] },
];

describe('a composite of events', () => {
  it.each<[Aggregation, number]>([
    ['weightedSum', 0.75 * 0.4 + 0.5 * 0.8],
    ['weightedAverage', 0.7 / 1.25],
    ['worst', 0.8],
  ])('by %s has spent %d', (aggregation, consumed) => {
    const found = evaluatedAll(journey(aggregation), period);
    const [whole, ...members] = found.objectives;
    expect([whole.id, whole.title, whole.target]).toEqual([
      'composite',
      'Checkout',
      998_000,
    ]);
    expect(whole.budget.consumed).toBeCloseTo(consumed, 9);
    expect(whole.budget.sli).toBeCloseTo(1 - consumed * 0.002, 9);
    expect(whole.budget).toMatchObject({ bad: null, total: null });
    expect(whole.burns[0].rate).toBeCloseTo(consumed, 9);
    expect(members.map(({ weight }) => weight)).toEqual([0.75, 0.5]);
    expect([found.worst, found.status]).toEqual(['composite', whole.status]);
  });

  it('is what the whole is, not its worst member', () => {
    const spent = evaluatedAll(
      journey('weightedSum', {}, [0.1, 0.1]),
      [{ rest: [20, 10_000] }, { rest: [0, 1000] }],
      { policy: { ...policy, severities: [] } },
    );
    expect(spent.objectives.map(({ status }) => status)).toEqual([
      'healthy',
      'breached',
      'healthy',
    ]);
    expect(spent.status).toBe('healthy');
  });

  it.each<[string, Counts, string]>([
    ['no data', { rest: 'no data' }, 'no_data'],
    ['no traffic', { rest: 'no traffic' }, 'no_traffic'],
  ])('with a member that has %s has none', (_, counts, status) => {
    expect(
      evaluatedAll(journey('weightedSum'), [period[0], counts]).status,
    ).toBe(status);
  });

  it('pages for one member while another idles', () => {
    const found = evaluatedAll(journey('weightedSum'), [
      { period: [0, 100_000], rest: [1, 2] },
      {
        period: [0, 1000],
        '5m': 'no traffic',
        '1h': 'no traffic',
        rest: [0, 1],
      },
    ]);
    expect(found.status).toBe('burning');
    expect(found.objectives[0].burns[0].rate).toBeCloseTo(0.75 * 500, 6);
  });

  it('has no burn rate where all members idle', () => {
    const idle: Counts = { '5m': 'no traffic', '1h': 'no data', rest: [0, 1] };
    const [whole] = evaluatedAll(journey('weightedSum'), [
      idle,
      idle,
    ]).objectives;
    expect(whole.burns[0].rate).toBeNull();
    expect(whole.burns[2].rate).toBeNull();
    expect(whole.burns[3].rate).toBe(0);
  });

  it('weighs members 1 that have no weight', () => {
    const slo = journey('weightedSum');
    const objectives = slo.objectives.map(each => ({
      ...each,
      weight: undefined,
    }));
    const [whole, ...members] = evaluatedAll(
      { ...slo, objectives },
      period,
    ).objectives;
    expect(members.map(({ weight }) => weight)).toEqual([1, 1]);
    expect(whole.budget.consumed).toBeCloseTo(1.2, 9);
  });

  it('counts the failures of all members against noise', () => {
    const slo: Slo = {
      ...journey('weightedSum'),
      options: { emptySlices: 'good', minFailures: 5, mode: 'raw' },
    };
    const [whole, ...members] = evaluatedAll(slo, [
      { period: [0, 100_000], rest: [3, 6] },
      { period: [0, 100_000], rest: [3, 6] },
    ]).objectives;
    expect(whole.alerts[0].state).toBe('firing');
    expect(members.map(({ alerts }) => alerts[0].state)).toEqual([
      'muted',
      'muted',
    ]);
  });

  it('of a calendar month spends by the time that has passed', () => {
    const slo = { ...journey('weightedSum'), window: calendarMonth() };
    expect(evaluatedAll(slo, period).objectives[0].budget.consumed).toBeCloseTo(
      0.7 * 0.65,
      9,
    );
  });

  it('can burn faster than a total outage of its own budget', () => {
    const slo = {
      ...journey('weightedSum', {}, [1, 1]),
      composite: { aggregation: 'weightedSum' as const, target: 900_000 },
    };
    const [whole] = evaluatedAll(slo, [
      { rest: [1, 1] },
      { rest: [1, 1] },
    ]).objectives;
    expect(whole.alerts[0].state).toBe('firing');
  });
});

describe('a composite of slices', () => {
  const timed = (aggregation: Aggregation, method: Indicator['method']) =>
    journey(aggregation, { method, sliceMs: 300_000, sliceTarget: 0.9 });

  it('adds the bad slices of its members, 8640 in 30 days', () => {
    const [whole] = evaluatedAll(timed('weightedSum', 'Timeslices'), [
      { period: [5, 8640], rest: [0, 1] },
      { period: [3, 8640], rest: [0, 1] },
    ]).objectives;
    expect(whole.budget.bad).toBeCloseTo(8, 9);
    expect(whole.budget.total).toBe(8640);
    expect(whole.budget.consumed).toBeCloseTo(8 / 17.28, 9);
  });

  it('has no more bad slices than there are', () => {
    const [whole] = evaluatedAll(timed('weightedSum', 'Timeslices'), [
      { period: [8000, 8640], rest: [0, 1] },
      { period: [8000, 8640], rest: [0, 1] },
    ]).objectives;
    expect(whole.budget).toMatchObject({ bad: 8640, sli: 0 });
  });

  it.each<[string, [number, number], number]>([
    [
      'lacks what its members lack by weight',
      [0.002, 0.004],
      1 - 0.0015 - 0.002,
    ],
    ['is never below 0', [1, 1], 0],
  ])('of ratios %s', (_, [first, second], sli) => {
    const [whole] = evaluatedAll(timed('weightedSum', 'RatioTimeslices'), [
      { period: [first * 1000, 1000], rest: [0, 1] },
      { period: [second * 1000, 1000], rest: [0, 1] },
    ]).objectives;
    expect(whole.budget.sli).toBeCloseTo(sli, 12);
  });

  it('by worst is as bad as its worst member', () => {
    const [whole] = evaluatedAll(timed('worst', 'Timeslices'), [
      { period: [0, 8640], rest: [0, 1] },
      { period: [43, 8640], rest: [0, 1] },
    ]).objectives;
    expect(whole.budget.consumed).toBeCloseTo(43 / 86.4, 9);
  });
});

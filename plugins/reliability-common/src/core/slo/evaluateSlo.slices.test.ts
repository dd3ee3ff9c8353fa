import {
  calendarMonth,
  Counts,
  evaluated,
  HOUR,
  MINUTE,
  NOW,
  objectiveOf,
  rolling,
  slices,
  sloOf,
} from '../../testUtils';
import { EmptySlices, Indicator, Slo, SloWindow } from './slo';

const sloOfSlices = (
  target: number,
  emptySlices: EmptySlices = 'good',
  window: SloWindow = rolling(28),
  indicator: Indicator = slices,
): Slo =>
  sloOf({
    window,
    method: indicator.method,
    objectives: [objectiveOf({ target, indicator })],
    options: { emptySlices },
  });

const evaluate = (slo: Slo, counts: Counts) =>
  evaluated(slo, { rest: [0, 1], ...counts });

describe('timeslices', () => {
  // 28 days are 8064 slices of five minutes: 7980 were measured and 84 are empty.
  it.each<[EmptySlices, number, number]>([
    ['good', 0.4792, 8064],
    ['exclude', 0.4737, 7980],
    ['bad', -1.604, 8064],
  ])(
    'leave, where empty ones are %s, %d of the budget',
    (policy, remaining, total) => {
      const found = evaluate(sloOfSlices(995_000, policy), {
        period: [21, 7980],
      });
      expect(found.budget.remaining).toBeCloseTo(remaining, 3);
      expect(found.budget.total).toBe(total);
      expect(found.budget.bad).toBe(policy === 'bad' ? 105 : 21);
      expect(found.budget.sli).toBeCloseTo(1 - found.budget.bad! / total, 12);
      expect(found.slices).toEqual({
        measured: 7980,
        expected: 8064,
        lengthMs: 5 * MINUTE,
      });
    },
  );

  it('have a budget of a fixed number: a week of minutes at 99.95 % bears 5 minutes', () => {
    const week = sloOfSlices(999_500, 'good', rolling(7), {
      ...slices,
      sliceMs: MINUTE,
    });
    const five = evaluate(week, { period: [5, 10_080] });
    const six = evaluate(week, { period: [6, 10_080] });
    expect(five.budget.remainingMs).toBeCloseTo(2400, 6);
    expect([five.status, six.status]).toEqual(['at_risk', 'breached']);
  });

  it('in idle nights leave the budget as it is', () => {
    const idle = evaluate(sloOfSlices(995_000), { period: [0, 10] });
    expect(idle.budget.remaining).toBe(1);
  });

  it('of which more are counted than there can be are cut', () => {
    const found = evaluate(sloOfSlices(995_000), { period: [9000, 9000] });
    expect(found.budget).toMatchObject({ bad: 8064, total: 8064, sli: 0 });
  });

  it.each<[string, Counts, string]>([
    ['none are without data', { period: 'no data' }, 'no_data'],
    ['all are empty', { period: 'no traffic' }, 'no_traffic'],
  ])(
    'are not healthy where %s, whatever empty ones count as',
    (_, counts, status) => {
      for (const policy of ['good', 'exclude', 'bad'] as const) {
        const found = evaluate(sloOfSlices(995_000, policy), {
          ...counts,
          '1h': 'no data',
        });
        expect(found.status).toBe(status);
        expect(found.burns[2]).toMatchObject({ window: '1h', rate: null });
      }
    },
  );

  it.each<[EmptySlices, string, number | null]>([
    ['bad', 'no data', 200],
    ['bad', 'no traffic', 200],
    ['good', 'no data', null],
    ['exclude', 'no traffic', null],
  ])(
    'that are %s when empty burn, with %s in an hour, at %d',
    (policy, hour, rate) => {
      const { burns } = evaluate(sloOfSlices(995_000, policy), {
        period: [0, 8064],
        '1h': hour as 'no data',
      });
      expect(burns.find(({ window }) => window === '1h')!.rate).toBe(rate);
    },
  );

  it('of a calendar month are counted against all slices of that month', () => {
    // November has 8640 slices, of which 5616 have passed at noon of the 20th.
    const slo = (policy: EmptySlices) =>
      sloOfSlices(990_000, policy, calendarMonth());
    const remaining = (policy: EmptySlices) =>
      evaluate(slo(policy), { period: [36, 5016] }).budget.remaining;
    expect(remaining('good')).toBeCloseTo(1 - 36 / 86.4, 9);
    expect(remaining('exclude')).toBeCloseTo(1 - 36 / 80.4, 9);
    expect(remaining('bad')).toBeCloseTo(1 - 636 / 86.4, 9);
  });
});

it('a calendar period is whole until its first slice is over', () => {
  const window = calendarMonth();
  const slo = sloOfSlices(995_000, 'good', window, {
    ...slices,
    sliceMs: 6 * HOUR,
  });
  const at = Date.parse('2026-11-01T05:00Z');
  const found = evaluated(slo, { rest: [0, 1] }, { at });
  expect([found.status, found.budget.remaining]).toEqual(['healthy', 1]);
});

describe('ratio timeslices', () => {
  const ratio: Indicator = {
    sli: slices.sli,
    method: 'RatioTimeslices',
    sliceMs: HOUR,
  };

  it('are the mean of the measured slices', () => {
    // 100 of 672 slices were measured; together they lack 0.5.
    const found = evaluate(sloOfSlices(990_000, 'good', rolling(28), ratio), {
      period: [0.5, 100],
    });
    expect(found.budget).toMatchObject({ sli: 0.995, consumed: 0.5 });
    expect(found.slices).toMatchObject({ measured: 100, expected: 672 });
  });

  it('of a calendar window spend by the time that has passed', () => {
    const found = evaluate(
      sloOfSlices(990_000, 'good', calendarMonth(), ratio),
      { period: [4.68, 468] },
    );
    expect(found.budget.consumed).toBeCloseTo(0.65, 9);
  });
});

it('slices are told only where there are some', () => {
  expect(evaluated(sloOf(), { rest: [0, 1] }).slices).toBeNull();
  expect(NOW % slices.sliceMs!).toBe(0);
});

describe('the newest sample of slices', () => {
  const quarter: Indicator = { ...slices, sliceMs: 15 * MINUTE };
  const slo = sloOfSlices(995_000, 'good', rolling(28), quarter);

  it.each<[string, number, readonly string[]]>([
    ['is looked for up to the last whole slice only', NOW, []],
    ['may be five minutes older than that', NOW - 5 * MINUTE, []],
    ['is stale after that', NOW - 5 * MINUTE - 1, ['stale']],
  ])('%s', (_, newestAt, expected) => {
    const { flags } = evaluated(
      slo,
      { rest: [0, 1] },
      { at: NOW + 14 * MINUTE, measurement: { newestAt } },
    );
    expect(flags).toEqual(expected);
  });
});

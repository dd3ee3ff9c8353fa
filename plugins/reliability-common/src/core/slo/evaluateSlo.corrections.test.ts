import {
  calendarMonth,
  Counts,
  DAY,
  evaluated,
  HOUR,
  MINUTE,
  NOW,
  objectiveOf,
  rolling,
  slices,
  sloOf,
} from '../../testUtils';

const outage = { from: NOW - 2 * HOUR, to: NOW - HOUR };

/** An outage of 50 events in a month of 10,000, all of them within the correction. */
const counts: Counts = {
  period: [55, 10_000],
  'period!0': [50, 100],
  '6h': [50, 400],
  '6h!0': [50, 100],
  rest: [0, 10],
};

describe('a correction', () => {
  const corrected = evaluated(sloOf(), counts, { corrections: [outage] });

  it('takes its events out of numerator and denominator', () => {
    expect(corrected.budget).toMatchObject({ bad: 5, total: 9900 });
    expect(corrected.budget.remaining).toBeCloseTo(1 - 5 / 9.9, 9);
  });

  it('is shown with and without', () => {
    expect(corrected.uncorrected).toMatchObject({ bad: 55, total: 10_000 });
    expect(corrected.uncorrected!.remaining).toBeCloseTo(-4.5, 9);
    expect(corrected.flags).toEqual(['corrected']);
  });

  it('decides the status', () => {
    expect(corrected.status).toBe('at_risk');
    expect(evaluated(sloOf(), counts).status).toBe('breached');
  });

  it('takes them out of burn rates', () => {
    const six = corrected.burns.find(({ window }) => window === '6h');
    expect(six).toMatchObject({ rate: 0, bad: 0, total: 300 });
  });

  it('leaves less time in the window', () => {
    const whole = evaluated(
      sloOf(),
      { rest: [0, 1] },
      { corrections: [outage] },
    );
    expect(whole.budget.remainingMs).toBeCloseTo((30 * DAY - HOUR) / 1000, 6);
  });

  it('of a window that it covers leaves no traffic', () => {
    const { burns } = evaluated(
      sloOf(),
      { '5m!0': [9, 10], rest: [9, 10] },
      { corrections: [{ from: NOW - 10 * MINUTE, to: NOW }] },
    );
    expect(burns[0]).toEqual({ window: '5m', rate: null, bad: null, total: 0 });
  });

  it('takes out no more than there was', () => {
    const { budget } = evaluated(
      sloOf(),
      { period: [5, 100], 'period!0': [6, 20], rest: [0, 1] },
      { corrections: [outage] },
    );
    expect(budget).toMatchObject({ bad: 0, total: 80 });
  });

  it('outside of the window is none', () => {
    const long = { from: NOW - 40 * DAY, to: NOW - 35 * DAY };
    const found = evaluated(sloOf(), { rest: [0, 1] }, { corrections: [long] });
    expect([found.uncorrected, found.flags]).toEqual([null, []]);
  });

  it('takes slices out of the number that there can be', () => {
    const slo = sloOf({
      window: rolling(1),
      method: 'Timeslices',
      objectives: [objectiveOf({ indicator: slices, target: 900_000 })],
    });
    const found = evaluated(
      slo,
      { period: [20, 288], 'period!0': [12, 12], rest: [0, 1] },
      { corrections: [outage] },
    );
    expect(found.slices).toMatchObject({ measured: 276, expected: 276 });
    expect(found.budget).toMatchObject({ bad: 8, total: 276 });
    expect(found.budget.consumed).toBeCloseTo(8 / 27.6, 9);
  });

  it('shortens a calendar period, passed and whole', () => {
    // 19.5 of 30 days have passed; without ten of them 9.5 of 20.
    const ten = { from: NOW - 12 * DAY, to: NOW - 2 * DAY };
    const found = evaluated(
      sloOf({ window: calendarMonth() }),
      { period: [1, 2000], 'period!0': [0, 1000], rest: [0, 1] },
      { corrections: [ten] },
    );
    expect(found.budget.consumed).toBeCloseTo(9.5 / 20, 9);
    expect(found.uncorrected!.consumed).toBeCloseTo(0.5 * 0.65, 9);
  });
});

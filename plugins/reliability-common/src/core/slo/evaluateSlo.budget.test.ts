import {
  calendarMonth,
  Count,
  DAY,
  evaluated,
  HOUR,
  MINUTE,
  NOW,
  objectiveOf,
  rolling,
  sloOf,
} from '../../testUtils';
import { SloWindow } from './slo';

const close = (value: number, digits: number) => expect.closeTo(value, digits);

/** A number may differ by rounding. */
const nearly = (value: number | null, digits = 9) =>
  value === null ? null : close(value, digits);

const budgetOf = (
  period: Count,
  target: number,
  window: SloWindow = rolling(30),
) =>
  evaluated(sloOf({ window, objectives: [objectiveOf({ target })] }), {
    period,
    rest: [0, 1000],
  }).budget;

describe('the budget of a rolling window', () => {
  it.each<[string, Count, number, Record<string, number | null>]>([
    [
      'is whole without errors',
      [0, 1000],
      999_000,
      { sli: 1, consumed: 0, remaining: 1, remainingMs: 43.2 * MINUTE },
    ],
    [
      'is half spent',
      [1, 2000],
      999_000,
      {
        sli: 0.9995,
        consumed: 0.5,
        remaining: 0.5,
        remainingMs: 21.6 * MINUTE,
      },
    ],
    [
      'is exactly spent',
      [1, 1000],
      999_000,
      { sli: 0.999, consumed: 1, remaining: 0, remainingMs: 0 },
    ],
    [
      'is never clamped: 350 % spent',
      [35, 10_000],
      999_000,
      { consumed: 3.5, remaining: -2.5, remainingMs: -108 * MINUTE },
    ],
    [
      'of five nines is 26 seconds',
      [0, 7],
      999_990,
      { remaining: 1, remainingMs: 25_920 },
    ],
    [
      'counts artefacts of extrapolation as nothing',
      [-0.5, 1000],
      999_000,
      { bad: 0, sli: 1, remaining: 1 },
    ],
    [
      'counts no more bad events than there were events',
      [1001.5, 1000],
      999_000,
      { bad: 1000, sli: 0, consumed: 1000 },
    ],
    [
      'is not known without data',
      'no data',
      999_000,
      {
        bad: null,
        total: null,
        sli: null,
        consumed: null,
        remaining: null,
        remainingMs: null,
      },
    ],
    [
      'is not known without traffic',
      'no traffic',
      999_000,
      {
        bad: null,
        total: 0,
        sli: null,
        consumed: null,
        remaining: null,
        remainingMs: null,
      },
    ],
  ])('%s', (_, period, target, expected) => {
    const near = Object.entries(expected).map(([member, value]) => [
      member,
      nearly(value),
    ]);
    expect(budgetOf(period, target)).toMatchObject(Object.fromEntries(near));
  });

  it('is that of an outage of 216 minutes at 99.5 %, to the digit', () => {
    // 30 days of 100 events a minute; 3.6 hours of total outage are 0.5 % of 720 hours.
    const budget = budgetOf([21_600, 4_320_000], 995_000);
    expect(budget).toMatchObject({ sli: 0.995, consumed: 1, remaining: 0 });
  });

  it('tells its bounds', () => {
    expect(budgetOf([0, 1], 999_000).window).toEqual({
      kind: 'rolling',
      duration: '30d',
      from: NOW - 30 * DAY,
      to: NOW,
    });
  });
});

describe('the budget of a calendar window', () => {
  // It is noon of November 20th: 19.5 of 30 days have passed.
  it.each<[string, Count, number, number]>([
    ['begins whole', [0, 1000], 1, 1],
    [
      'spends by the part of the period that has passed',
      [1, 1000],
      0.35,
      0.999,
    ],
    ['can be overspent before its end', [2, 1000], -0.3, 0.998],
  ])('%s', (_, period, remaining, sli) => {
    const budget = budgetOf(period, 999_000, calendarMonth());
    expect(budget.remaining).toBeCloseTo(remaining, 9);
    expect(budget.sli).toBeCloseTo(sli, 9);
  });

  it('tells the whole period and its zone', () => {
    const { window } = budgetOf(
      [0, 1],
      999_000,
      calendarMonth('Europe/Warsaw'),
    );
    expect(window).toEqual({
      kind: 'calendar',
      duration: '1M',
      from: Date.parse('2026-10-31T23:00Z'),
      to: Date.parse('2026-11-30T23:00Z'),
      timeZone: 'Europe/Warsaw',
    });
  });

  it('counts an outage by the length of that very month', () => {
    // Half of all requests failed in a month of 743 hours, of which 371.5 have passed.
    const at = Date.parse('2026-02-28T23:00Z') + 371.5 * HOUR;
    const slo = sloOf({
      window: calendarMonth('Europe/Warsaw'),
      objectives: [objectiveOf({ target: 500_000 })],
    });
    const { budget } = evaluated(slo, { rest: [1, 2] }, { at });
    expect(budget.remaining).toBeCloseTo(0.5, 12);
    expect(budget.remainingMs).toBeCloseTo(0.5 * 0.5 * 743 * HOUR, 3);
  });

  const first = Date.parse('2026-11-01T00:00Z');
  it.each<[string, number, Count, string]>([
    [
      'is whole in its first minute, though nothing happened yet',
      first + MINUTE,
      [0, 9],
      'healthy',
    ],
    [
      'is whole in its first hour, though nothing was counted yet',
      first + HOUR,
      [0, 9],
      'healthy',
    ],
    [
      'is without data where the day before was too',
      first + MINUTE,
      'no data',
      'no_data',
    ],
    [
      'is without data after its first hour',
      first + HOUR + 1,
      [0, 9],
      'no_data',
    ],
  ])('%s', (_, at, rest, status) => {
    const found = evaluated(
      sloOf({ window: calendarMonth() }),
      {
        period: 'no data',
        rest,
      },
      { at },
    );
    expect(found.status).toBe(status);
    expect(found.budget.remaining).toBe(status === 'healthy' ? 1 : null);
  });
});

it.each<[string, SloWindow, object]>([
  ['a month beside 30 days', rolling(30), { kind: 'calendar', duration: '1M' }],
  [
    '30 days beside a month',
    calendarMonth(),
    { kind: 'rolling', duration: '30d' },
  ],
])('the companion is %s, with its own numbers', (_, window, bounds) => {
  const { companion } = evaluated(sloOf({ window }), {
    companion: [3, 1000],
    rest: [0, 1000],
  });
  expect(companion).toMatchObject({ window: bounds, bad: 3, total: 1000 });
  expect(companion!.sli).toBeCloseTo(0.997, 12);
});

import {
  calendarMonth,
  Count,
  DAY,
  evaluated,
  HOUR,
  NOW,
  rolling,
  sloOf,
} from '../../testUtils';
import { sloOutlook } from './outlook';
import { SloWindow } from './slo';

/** Days with their bad events, oldest first; at noon of November 20th. */
const outlook = (
  period: Count,
  days: Readonly<Record<string, number>>,
  {
    burn = 0,
    window = rolling(30),
    at = NOW,
  }: { burn?: number | null; window?: SloWindow; at?: number } = {},
) =>
  sloOutlook({
    days: Object.entries(days).map(([day, bad]) => ({ day, bad })),
    objective: evaluated(sloOf({ window }), { period, rest: [0, 1] }, { at }),
    window,
    burn,
    at,
  });

describe('what rolls off next', () => {
  it.each<[string, Record<string, number>, object | null]>([
    [
      'is the first day with errors',
      { '2026-11-01': 0, '2026-11-03': 10, '2026-11-05': 90 },
      { on: '2026-12-03', share: 0.1 },
    ],
    [
      'is the rest of the day that leaves now',
      { '2026-10-21': 20, '2026-11-05': 80 },
      { on: '2026-11-20', share: 0.1 },
    ],
    [
      'is no day that has left',
      { '2026-10-20': 20, '2026-11-05': 80 },
      { on: '2026-12-05', share: 0.8 },
    ],
    ['is nothing without errors', { '2026-11-01': 0 }, null],
    ['is nothing without history', {}, null],
  ])('%s', (_, days, expected) => {
    expect(outlook([100, 100_000], days).rollsOff).toEqual(expected);
  });

  it('is told as leaving today where it began to leave yesterday', () => {
    const window: SloWindow = {
      kind: 'rolling',
      duration: { count: 36, unit: 'h' },
      ms: 36 * HOUR,
    };
    const at = NOW - 6 * HOUR;
    const found = outlook([1, 1000], { '2026-11-18': 1 }, { window, at });
    expect(found.rollsOff).toEqual({ on: '2026-11-20', share: 0.25 });
  });

  it('sorts days by itself', () => {
    expect(
      outlook([100, 100_000], { '2026-11-05': 90, '2026-11-03': 10 }).rollsOff
        ?.on,
    ).toBe('2026-12-03');
  });

  it('is nothing where days hold no counts, as of a composite', () => {
    const window = rolling(30);
    const objective = evaluated(sloOf(), { period: [1, 1000], rest: [0, 1] });
    const days = [{ day: '2026-11-03', bad: null }];
    expect(
      sloOutlook({ days, objective, window, burn: 0, at: NOW }).rollsOff,
    ).toBeNull();
  });
});

describe('the budget is back above zero', () => {
  // 150 bad of 100,000 events at 99.9 %: 150 % is spent.
  const days = { '2026-10-25': 30, '2026-10-28': 30, '2026-11-10': 90 };
  it.each<[string, number | null, string | null]>([
    ['on the day on which enough has left', 0, '2026-11-27'],
    ['also where nobody knows the burn', null, '2026-11-27'],
    // 0.1 of the budget a day more is spent than without: the day of ninety must leave.
    ['later while errors go on', 0.9, '2026-12-10'],
    ['not within the period at a high burn', 3, null],
  ])('%s', (_, burn, expected) => {
    expect(outlook([150, 100_000], days, { burn }).backAboveZeroOn).toBe(
      expected,
    );
  });

  it.each<[string, Count]>([
    ['is above it', [99, 100_000]],
    ['is at it', [100, 100_000]],
    ['is not known', 'no data'],
  ])('nobody says when where it %s', (_, period) => {
    expect(outlook(period, days).backAboveZeroOn).toBeNull();
  });

  it('by no more than what is spent leaves, whatever days add up to', () => {
    const many = { '2026-11-15': 500 };
    const found = outlook([150, 100_000], many, { burn: 2 });
    expect(found.backAboveZeroOn).toBeNull();
  });

  it('with the next calendar period', () => {
    const window = calendarMonth('Europe/Warsaw');
    expect(outlook([200, 100_000], days, { window })).toEqual({
      rollsOff: null,
      backAboveZeroOn: '2026-12-01',
    });
  });

  it('on the very day where the rest of it leaves', () => {
    const at = NOW - 11 * HOUR;
    expect(at % DAY).toBe(HOUR);
    const found = outlook([101, 100_000], { '2026-10-21': 101 }, { at });
    expect(found.backAboveZeroOn).toBe('2026-11-20');
  });
});

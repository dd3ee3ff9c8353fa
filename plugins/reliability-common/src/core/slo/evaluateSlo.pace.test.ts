import {
  calendarMonth,
  Count,
  DAY,
  evaluated,
  NOW,
  rolling,
  sloOf,
} from '../../testUtils';
import { SloWindow } from './slo';

const close = (value: number, digits: number) => expect.closeTo(value, digits);

/** A number may differ by rounding. */
const nearly = (value: number | null, digits = 9) =>
  value === null ? null : close(value, digits);

describe('burn rates', () => {
  it('are error share by budget; of a window without events null', () => {
    const { burns } = evaluated(sloOf(), {
      '5m': 'no traffic',
      '30m': 'no data',
      '1h': [144, 10_000],
      rest: [1, 2000],
    });
    expect(burns.map(({ window, rate }) => [window, rate])).toEqual([
      ['5m', null],
      ['30m', null],
      ['1h', 14.4],
      ['2h', 0.5],
      ['6h', 0.5],
      ['1d', 0.5],
      ['3d', 0.5],
    ]);
  });
});

describe('the budget is exhausted', () => {
  const exhaustion = (window: SloWindow, period: Count, sixHours: Count) =>
    evaluated(sloOf({ window }), {
      period,
      '6h': sixHours,
      rest: 'no traffic',
    }).exhaustion[0];
  it.each<[string, SloWindow, Count, Count, number | null]>([
    [
      'after remaining × period ÷ burn',
      rolling(30),
      [1, 2000],
      [6, 1000],
      (0.5 * 30 * DAY) / 6,
    ],
    [
      'never within the period at a burn that is sustained',
      rolling(30),
      [0, 1000],
      [9, 10_000],
      null,
    ],
    [
      'at the end of the period at burn 1',
      rolling(30),
      [0, 1000],
      [1, 1000],
      30 * DAY,
    ],
    ['never without errors', rolling(30), [1, 2000], [0, 1000], null],
    [
      'nobody knows when, without traffic',
      rolling(30),
      [1, 2000],
      'no traffic',
      null,
    ],
    ['already', rolling(30), [2, 1000], [0, 1000], 0],
    [
      'already, where it is exactly spent',
      rolling(30),
      [1, 1000],
      'no traffic',
      0,
    ],
    // 10.5 days are left and half of 30 days of budget: burn 1.4286 is needed to spend it in time.
    [
      'not before a calendar period ends',
      calendarMonth(),
      [1, 1300],
      [14, 10_000],
      null,
    ],
    [
      'before a calendar period ends',
      calendarMonth(),
      [1, 1300],
      [15, 10_000],
      10 * DAY,
    ],
  ])('%s', (_, window, period, sixHours, inMs) => {
    expect(exhaustion(window, period, sixHours)).toEqual({
      window: '6h',
      inMs: nearly(inMs, -1),
      at: nearly(inMs ? NOW + inMs : null, -1),
    });
  });

  it('by every window, the last six hours first', () => {
    const { exhaustion: all } = evaluated(sloOf(), { rest: [0, 1] });
    expect(all.map(({ window }) => window)).toEqual([
      '6h',
      '5m',
      '30m',
      '1h',
      '2h',
      '1d',
      '3d',
    ]);
  });

  it('nobody knows when, without data', () => {
    const { exhaustion: all } = evaluated(sloOf(), { rest: 'no data' });
    expect(all.every(({ inMs, at }) => inMs === null && at === null)).toBe(
      true,
    );
  });
});

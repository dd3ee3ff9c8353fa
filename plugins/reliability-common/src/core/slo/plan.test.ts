import {
  calendarMonth,
  DAY,
  HOUR,
  MINUTE,
  NOW,
  requests,
  rolling,
  slices,
} from '../../testUtils';
import { mergeCorrections } from './corrections';
import { planDay, planWindows } from './plan';
import { Indicator, SloWindow } from './slo';

const plan = (
  window: SloWindow,
  indicator: Indicator,
  at: number = NOW,
  corrections: Parameters<typeof planWindows>[3] = [],
) =>
  Object.fromEntries(
    planWindows({ window }, indicator, at, corrections).map(
      ({ key, from, to }) => [key, [from, to]],
    ),
  );

describe('the windows to measure', () => {
  it('are the period, those of burn rates and the companion', () => {
    expect(plan(rolling(30), requests)).toEqual({
      period: [NOW - 30 * DAY, NOW],
      '5m': [NOW - 5 * MINUTE, NOW],
      '30m': [NOW - 30 * MINUTE, NOW],
      '1h': [NOW - HOUR, NOW],
      '2h': [NOW - 2 * HOUR, NOW],
      '6h': [NOW - 6 * HOUR, NOW],
      '1d': [NOW - DAY, NOW],
      '3d': [NOW - 3 * DAY, NOW],
      companion: [Date.parse('2026-11-01T00:00Z'), NOW],
    });
  });

  it('of a calendar window begin with the period', () => {
    expect(plan(calendarMonth('Europe/Warsaw'), requests)).toMatchObject({
      period: [Date.parse('2026-10-31T23:00Z'), NOW],
      companion: [NOW - 30 * DAY, NOW],
    });
  });

  it('of slices end with the last whole one', () => {
    const at = NOW + 4 * MINUTE;
    expect(plan(rolling(30), slices, at)).toMatchObject({
      period: [NOW - 30 * DAY, NOW],
      '5m': [NOW - 5 * MINUTE, NOW],
      '30m': [NOW - 30 * MINUTE, NOW],
    });
  });

  it('hold at least one slice', () => {
    const hourly = { ...slices, sliceMs: HOUR };
    expect(plan(rolling(30), hourly, NOW + 59 * MINUTE)).toMatchObject({
      '5m': [NOW - HOUR, NOW],
      '2h': [NOW - 2 * HOUR, NOW],
    });
  });

  it('of slices leave out a calendar period without a whole one', () => {
    const at = Date.parse('2026-11-01T00:03Z');
    expect(plan(calendarMonth(), slices, at)).not.toHaveProperty('period');
  });
});

describe('what corrections take out', () => {
  const correction = { from: NOW - 3 * HOUR, to: NOW - 90 * MINUTE };

  it('is asked for every window that they touch', () => {
    const found = plan(rolling(30), requests, NOW, [correction]);
    expect(Object.keys(found).filter(key => key.includes('!'))).toEqual([
      'period!0',
      '2h!0',
      '6h!0',
      '1d!0',
      '3d!0',
      'companion!0',
    ]);
    expect(found['2h!0']).toEqual([NOW - 2 * HOUR, NOW - 90 * MINUTE]);
    expect(found['6h!0']).toEqual([correction.from, correction.to]);
  });

  it('is whole slices', () => {
    const odd = { from: NOW - 22 * MINUTE, to: NOW - 11 * MINUTE };
    expect(plan(rolling(30), slices, NOW, [odd])['1h!0']).toEqual([
      NOW - 25 * MINUTE,
      NOW - 10 * MINUTE,
    ]);
  });
});

const ranges = (text: string) =>
  text.split(' ').map(each => {
    const [from, to] = each.split('-').map(Number);
    return { from, to };
  });

it.each([
  ['one alone', '10-20', '10-20'],
  ['those in wrong order', '30-40 10-20', '10-20 30-40'],
  ['those that overlap', '10-25 20-30', '10-30'],
  ['those that touch', '10-20 20-30', '10-30'],
  ['one within another', '10-50 20-30', '10-50'],
  ['an empty one not at all', '10-20 30-30', '10-20'],
])('corrections: %s', (_, given, expected) => {
  expect(mergeCorrections(ranges(given), {})).toEqual(ranges(expected));
});

describe('for a day', () => {
  it('the day and the window at its end are measured', () => {
    expect(
      planDay({ window: rolling(30) }, requests, '2026-11-19', []),
    ).toEqual([
      {
        key: 'day@2026-11-19',
        from: Date.parse('2026-11-19T00:00Z'),
        to: Date.parse('2026-11-20T00:00Z'),
      },
      {
        key: 'period@2026-11-19',
        from: Date.parse('2026-10-21T00:00Z'),
        to: Date.parse('2026-11-20T00:00Z'),
      },
    ]);
  });

  it('the last of a month has the whole month', () => {
    const [, period] = planDay(
      { window: calendarMonth() },
      requests,
      '2026-10-31',
      [],
    );
    expect([period.from, period.to]).toEqual([
      Date.parse('2026-10-01T00:00Z'),
      Date.parse('2026-11-01T00:00Z'),
    ]);
  });

  it('corrections are taken out', () => {
    const from = Date.parse('2026-11-18T20:00Z');
    const keys = planDay({ window: rolling(30) }, requests, '2026-11-19', [
      { from, to: from + 5 * HOUR },
    ]).map(({ key }) => key);
    expect(keys).toEqual([
      'day@2026-11-19',
      'day@2026-11-19!0',
      'period@2026-11-19',
      'period@2026-11-19!0',
    ]);
  });
});

import { calendarMonth, DAY, HOUR, rolling } from '../../testUtils';
import { SloDuration, SloWindow } from './slo';
import {
  companionOf,
  dayRange,
  durationMs,
  durationText,
  sloDayAt,
  windowAt,
} from './window';

const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString().replace(':00.000Z', 'Z');

const calendar = (
  duration: SloDuration,
  startTime = '2026-01-01 00:00:00',
  timeZone = 'UTC',
): SloWindow => ({ kind: 'calendar', duration, startTime, timeZone });

const shown = (window: SloWindow, time: string) => {
  const { from, to, end } = windowAt(window, at(time));
  expect(to).toBe(at(time));
  return [iso(from), iso(end)];
};

it('a rolling window ends now', () => {
  expect(shown(rolling(30), '2026-03-31T12:00Z')).toEqual([
    '2026-03-01T12:00Z',
    '2026-03-31T12:00Z',
  ]);
});

const month = { count: 1, unit: 'M' } as const;

describe('a calendar window', () => {
  it.each<[string, SloWindow, string, [string, string]]>([
    [
      'is the month',
      calendar(month),
      '2026-11-20T12:00Z',
      ['2026-11-01T00:00Z', '2026-12-01T00:00Z'],
    ],
    [
      'is at its very end still that month',
      calendar(month),
      '2026-12-01T00:00Z',
      ['2026-11-01T00:00Z', '2026-12-01T00:00Z'],
    ],
    [
      'of Warsaw in March begins on the evening before and loses an hour',
      calendar(month, undefined, 'Europe/Warsaw'),
      '2026-02-28T23:30Z',
      ['2026-02-28T23:00Z', '2026-03-31T22:00Z'],
    ],
    [
      'of Warsaw in October gains an hour',
      calendar(month, undefined, 'Europe/Warsaw'),
      '2026-10-15T00:00Z',
      ['2026-09-30T22:00Z', '2026-10-31T23:00Z'],
    ],
    [
      'from the 31st ends with the last day of a short month',
      calendar(month, '2026-01-31 00:00:00'),
      '2026-02-10T00:00Z',
      ['2026-01-31T00:00Z', '2026-02-28T00:00Z'],
    ],
    [
      'from the 31st is back on the 31st after it',
      calendar(month, '2026-01-31 00:00:00'),
      '2026-03-10T00:00Z',
      ['2026-02-28T00:00Z', '2026-03-31T00:00Z'],
    ],
    [
      'before its first period counts backwards',
      calendar(month, '2027-01-15 00:00:00'),
      '2026-11-20T00:00Z',
      ['2026-11-15T00:00Z', '2026-12-15T00:00Z'],
    ],
    [
      'may be a quarter',
      calendar({ count: 1, unit: 'Q' }),
      '2026-11-20T00:00Z',
      ['2026-10-01T00:00Z', '2027-01-01T00:00Z'],
    ],
    [
      'may be a leap year',
      calendar({ count: 1, unit: 'Y' }, '2024-01-01 00:00:00'),
      '2028-02-29T00:00Z',
      ['2028-01-01T00:00Z', '2029-01-01T00:00Z'],
    ],
    [
      'may be two weeks from a Monday',
      calendar({ count: 2, unit: 'w' }, '2026-01-05 00:00:00'),
      '2026-01-20T00:00Z',
      ['2026-01-19T00:00Z', '2026-02-02T00:00Z'],
    ],
    [
      'of days keeps its hour when clocks change',
      calendar({ count: 1, unit: 'd' }, '2026-01-01 09:00:00', 'Europe/Warsaw'),
      '2026-03-29T06:59Z',
      ['2026-03-28T08:00Z', '2026-03-29T07:00Z'],
    ],
    [
      'of hours keeps to the wall too',
      calendar(
        { count: 12, unit: 'h' },
        '2026-01-01 00:00:00',
        'Europe/Warsaw',
      ),
      '2026-03-29T03:00Z',
      ['2026-03-28T23:00Z', '2026-03-29T10:00Z'],
    ],
    [
      'may be minutes',
      calendar({ count: 90, unit: 'm' }),
      '2026-01-01T02:00Z',
      ['2026-01-01T01:30Z', '2026-01-01T03:00Z'],
    ],
  ])('%s', (_, window, time, expected) => {
    expect(shown(window, time)).toEqual(expected);
  });

  it('in March 2026 in Warsaw has 743 hours', () => {
    const window = calendarMonth('Europe/Warsaw');
    const { from, end } = windowAt(window, at('2026-03-10T00:00Z'));
    expect((end - from) / HOUR).toBe(743);
  });

  it('leaves no gap to the next, over ten years from the 31st', () => {
    const window = calendar(month, '2026-01-31 02:30:00', 'Europe/Warsaw');
    let { end } = windowAt(window, at('2026-01-01T00:00Z'));
    for (let n = 0; n < 120; n++) {
      const next = windowAt(window, end + 1);
      expect(next.from).toBe(end);
      expect(next.end - next.from).toBeGreaterThan(27 * DAY);
      expect(windowAt(window, next.end).from).toBe(end);
      end = next.end;
    }
  });
});

describe('beside', () => {
  const name = (window: SloWindow) =>
    `${window.kind} ${durationText(window.duration)}`;

  it.each([
    [1, 'calendar 1d'],
    [7, 'calendar 1w'],
    [14, 'calendar 1w'],
    [28, 'calendar 1M'],
    [30, 'calendar 1M'],
    [90, 'calendar 1Q'],
    [365, 'calendar 1Y'],
  ])('the last %d days stands the %s', (days, expected) => {
    expect(name(companionOf(rolling(days)))).toBe(expected);
  });

  it('the last 7 days stands a week that begins on Monday', () => {
    const { from } = windowAt(companionOf(rolling(7)), at('2026-11-20T12:00Z'));
    expect(iso(from)).toBe('2026-11-16T00:00Z');
  });

  it.each<[SloDuration, string, number]>([
    [{ count: 1, unit: 'M' }, 'rolling 30d', 30 * DAY],
    [{ count: 1, unit: 'Q' }, 'rolling 90d', 90 * DAY],
    [{ count: 2, unit: 'w' }, 'rolling 14d', 14 * DAY],
    [{ count: 12, unit: 'h' }, 'rolling 12h', 12 * HOUR],
  ])('a calendar window of %j stands the %s', (duration, expected, ms) => {
    const companion = companionOf(calendar(duration));
    expect(name(companion)).toBe(expected);
    expect(companion).toMatchObject({ ms });
  });
});

it.each<[SloDuration, string, number]>([
  [{ count: 5, unit: 'm' }, '5m', 300_000],
  [{ count: 2, unit: 'h' }, '2h', 2 * HOUR],
  [{ count: 28, unit: 'd' }, '28d', 28 * DAY],
  [{ count: 4, unit: 'w' }, '4w', 28 * DAY],
  [{ count: 1, unit: 'M' }, '1M', 30 * DAY],
  [{ count: 1, unit: 'Q' }, '1Q', 90 * DAY],
  [{ count: 1, unit: 'Y' }, '1Y', 365 * DAY],
])('%j is written %s', (duration, text, ms) => {
  expect([durationText(duration), durationMs(duration)]).toEqual([text, ms]);
});

describe('a day', () => {
  it.each([
    ['is that of UTC', rolling(30), '2026-03-01T23:30Z', '2026-03-01'],
    [
      'is that of the zone of the SLO',
      calendarMonth('Europe/Warsaw'),
      '2026-02-28T23:30Z',
      '2026-03-01',
    ],
    ['begins at midnight', rolling(30), '2026-03-01T00:00Z', '2026-03-01'],
  ])('%s', (_, window, time, day) => {
    expect(sloDayAt(window, at(time))).toBe(day);
  });

  it.each([
    ['of UTC', rolling(30), '2026-03-29', 24],
    [
      'with a change of clocks in March',
      calendarMonth('Europe/Warsaw'),
      '2026-03-29',
      23,
    ],
    [
      'with a change of clocks in October',
      calendarMonth('Europe/Warsaw'),
      '2026-10-25',
      25,
    ],
    // Clocks go from 23:59 to 01:00: the day begins at one.
    ['without a midnight', calendarMonth('Africa/Cairo'), '2026-04-24', 23],
  ])('%s has its hours', (_, window, day, hours) => {
    const { from, to } = dayRange(window, day);
    expect((to - from) / HOUR).toBe(hours);
    expect(sloDayAt(window, from)).toBe(day);
    expect(sloDayAt(window, to - 1)).toBe(day);
    expect(sloDayAt(window, to)).not.toBe(day);
  });
});

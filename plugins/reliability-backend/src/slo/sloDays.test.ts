import { SloWindow } from '@plimsoll/backstage-plugin-reliability-common';
import { closedDays, daysToCompute, endOfDay } from './sloDays';

const rolling: SloWindow = {
  kind: 'rolling',
  duration: { count: 7, unit: 'd' },
  ms: 7 * 86_400_000,
};

const warsaw: SloWindow = {
  kind: 'calendar',
  duration: { count: 1, unit: 'M' },
  startTime: '2026-01-01 00:00:00',
  timeZone: 'Europe/Warsaw',
};

const at = (text: string) => Date.parse(text);

it.each<[string, SloWindow, string, number, string, string]>([
  [
    'a rolling week begins with a day that it holds in part',
    rolling,
    '2026-11-20T12:00:00Z',
    7,
    '2026-11-19',
    '2026-11-13',
  ],
  [
    'a calendar month goes back to the days of its rolling companion',
    warsaw,
    '2026-03-31T12:00:00Z',
    30,
    '2026-03-30',
    '2026-03-01',
  ],
  [
    'a day begins at midnight on the wall, also where clocks change',
    warsaw,
    '2026-03-29T22:30:00Z',
    31,
    '2026-03-29',
    '2026-02-27',
  ],
])('%s', (_, window, now, count, newest, oldest) => {
  const days = closedDays(window, at(now));
  expect([days.length, days[0], days[days.length - 1]]).toEqual([
    count,
    newest,
    oldest,
  ]);
});

it('the day of a change of clocks is an hour shorter', () => {
  const noon = at('2026-03-29T10:00:00Z');
  expect(endOfDay(warsaw, noon)).toBe(at('2026-03-29T22:00:00Z'));
});

const known = (day: string, changed: object = {}) => ({
  day,
  definitionHash: 'h',
  closed: true,
  evaluatedAt: at('2026-11-20T01:00:00Z'),
  ...changed,
});

it.each<[string, object, boolean]>([
  ['was computed today', {}, false],
  ['was computed yesterday', { evaluatedAt: at('2026-11-19T23:00:00Z') }, true],
  ['was opened again', { closed: false }, true],
  ['is of another definition', { definitionHash: 'other' }, true],
])('the last day that %s', (_, changed, expected) => {
  const days = daysToCompute(rolling, at('2026-11-20T12:00:00Z'), 'h', [
    known('2026-11-19', changed),
  ]);
  expect(days.includes('2026-11-19')).toBe(expected);
});

it('older days are settled', () => {
  const days = daysToCompute(rolling, at('2026-11-20T12:00:00Z'), 'h', [
    known('2026-11-17', { evaluatedAt: at('2026-11-18T01:00:00Z') }),
  ]);
  expect(days).not.toContain('2026-11-17');
  expect(days).toContain('2026-11-16');
});

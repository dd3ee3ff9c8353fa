import {
  changeQueryOf,
  daysOf,
  formatChangeParams,
  parseChangeParams,
} from './changeParams';
import { signedCount, signedPoints } from './signedPoints';

const NOW = Date.parse('2026-11-21T23:59:00Z');
const parse = (text: string) => parseChangeParams(new URLSearchParams(text));

it.each<[string, string, string, string]>([
  ['a month up to today', '', '2026-10-22', '2026-11-21'],
  ['so many days', 'days=7', '2026-11-14', '2026-11-21'],
  ['two days', 'from=2026-01-02&to=2026-03-04', '2026-01-02', '2026-03-04'],
  ['a month up to a day', 'to=2026-03-31', '2026-03-01', '2026-03-31'],
  [
    'what makes no sense as not given',
    'days=8&from=2026-13-40',
    '2026-10-22',
    '2026-11-21',
  ],
])('the address means %s', (_, text, from, to) => {
  expect(daysOf(parse(text), NOW)).toEqual({ from, to });
});

it.each([
  '',
  'days=90',
  'from=2026-01-02&to=2026-03-04',
  'scorecard=second&days=7&owner=a&owner=b&tier=tier-0&direction=up&cause=rule&limit=50&page=2&cursor=x',
])('"%s" is written as it is read', text => {
  expect(formatChangeParams(parse(text)).toString()).toBe(text);
});

it('asks for what is filtered, and for nothing else', () => {
  expect(changeQueryOf(parse('days=7&owner=a&cause=data'), NOW)).toEqual({
    from: '2026-11-14',
    to: '2026-11-21',
    owner: ['a'],
    direction: 'all',
    cause: 'data',
    limit: 25,
  });
});

it.each([
  [-15, '\u22121.5'],
  [15, '+1.5'],
  [0.2, '0.0'],
  [0, '0.0'],
])('%d per mille are %s points', (perMille, text) => {
  expect(signedPoints(perMille)).toBe(text);
});

it('a count has its sign too', () => {
  expect([signedCount(3), signedCount(-3)]).toEqual(['+3', '\u22123']);
});

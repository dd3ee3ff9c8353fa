import {
  formatOncallParams,
  isOncallFiltered,
  oncallQueryOf,
  parseOncallParams,
  rotationsQueryOf,
  withoutOncallFilters,
} from './params';

const parse = (text: string) => parseOncallParams(new URLSearchParams(text));

it.each([
  '',
  'q=payments&tier=tier-0',
  'show=rotations&q=primary&provider=pagerduty',
  'state=uncovered&state=none&owner=group%3Adefault%2Fpayments',
  'at=2026-11-28T09%3A00%3A00.000Z',
  'orderBy=gap&order=desc&limit=100&page=3&cursor=abc',
])('an address is written as it was read: %s', text => {
  expect(formatOncallParams(parse(text)).toString()).toBe(text);
});

it.each([
  ['a list that is none', 'show=people', 'services', 'show'],
  ['a time that is none', 'at=tomorrow', undefined, 'at'],
  ['an order that is none', 'orderBy=mood', 'tier', 'orderBy'],
] as const)('leaves out %s', (_, text, value, name) => {
  expect(parse(text)[name]).toBe(value);
});

it('leaves out what it does not know of a filter', () => {
  expect(parse('state=asleep&state=covered').state).toEqual(['covered']);
});

it('asks for no list where nothing is chosen, because an empty one means none', () => {
  expect(oncallQueryOf(parse(''))).toEqual({
    orderBy: 'tier',
    order: 'asc',
    limit: 50,
  });
});

it('asks for rotations by what they know', () => {
  expect(
    rotationsQueryOf(parse('q=pay&tier=tier-0&provider=ical&state=none')),
  ).toEqual({ q: 'pay', provider: ['ical'], limit: 50 });
});

it.each([
  ['', false],
  ['at=2026-11-28T09:00:00Z', false],
  ['q=pay', true],
  ['state=none', true],
  ['show=rotations&state=none', false],
])('"%s" narrows: %s', (text, narrows) => {
  expect(isOncallFiltered(parse(text))).toBe(narrows);
});

it('keeps the time when filters go', () => {
  const at = '2026-11-28T09:00:00.000Z';
  expect(withoutOncallFilters(parse(`q=pay&tier=a&at=${at}`))).toMatchObject({
    q: '',
    tier: [],
    at,
  });
});

import { issuesOf } from '../testUtils';
import {
  anyOfSchema,
  DEFAULT_PAGE,
  entityPath,
  MAX_PAGE,
  pageQuerySchema,
  perMilleSchema,
  timeSchema,
} from './paging';

describe('the limit of a page', () => {
  it.each([
    ['usual where none is given', undefined, DEFAULT_PAGE],
    ['one', '1', 1],
    ['the largest', String(MAX_PAGE), MAX_PAGE],
  ])('may be %s', (_, limit, expected) => {
    expect(pageQuerySchema.parse({ limit }).limit).toBe(expected);
  });

  it.each([
    ['none at all', '0'],
    ['more than the largest', String(MAX_PAGE + 1)],
    ['a fraction', '1.5'],
    ['negative', '-1'],
    ['empty', ''],
    ['a word', 'all'],
    ['given twice', ['1', '2']],
  ])('is refused by name where it is %s', (_, limit) => {
    expect(issuesOf(pageQuerySchema, { limit })).toEqual([
      expect.stringMatching(/^limit: /),
    ]);
  });
});

describe('a parameter that may repeat', () => {
  it.each([
    ['any where it is absent', undefined, undefined],
    ['none where it is empty', '', []],
    ['none where it is empty twice', ['', ''], []],
    ['one value', 'a', ['a']],
    ['all values', ['a', 'b'], ['a', 'b']],
    ['all values that are not empty', ['a', ''], ['a']],
  ])('means %s', (_, given, expected) => {
    expect(anyOfSchema.parse(given)).toEqual(expected);
  });

  it.each([
    ['a record', { a: 'b' }],
    ['a number', 3],
  ])('is refused as %s', (_, given) => {
    expect(issuesOf(anyOfSchema, given)).toHaveLength(1);
  });
});

describe('a time', () => {
  it.each([
    ['in UTC', '2026-12-01T09:00:00Z'],
    ['with milliseconds', '2026-12-01T09:00:00.123Z'],
    ['in another zone', '2026-12-01T09:00:00+02:00'],
  ])('is accepted %s', (_, text) => {
    expect(timeSchema.parse(text)).toBe(text);
  });

  it.each([
    ['a date', '2026-12-01'],
    ['without a zone', '2026-12-01T09:00:00'],
    ['on a day that does not exist', '2026-02-30T09:00:00Z'],
    ['in words', 'yesterday'],
    ['a number', 1795172400000],
  ])('is refused as %s, and what is allowed is said', (_, text) => {
    expect(issuesOf(timeSchema, text)).toEqual([
      ': expected a time with its zone such as 2026-12-01T09:00:00Z',
    ]);
  });
});

it.each([-1, 1001, 0.5])('%d is no score in per mille', value => {
  expect(issuesOf(perMilleSchema, value)).toHaveLength(1);
});

describe('the path of an entity', () => {
  it.each([
    ['holds the parts', 'component:default/pay', 'component/default/pay'],
    [
      'keeps dots and dashes',
      'component:a-b/pay.v2_x',
      'component/a-b/pay.v2_x',
    ],
    ['encodes a slash', 'component:default/a/b', 'component/default/a%2Fb'],
    [
      'encodes what a URL uses',
      'component:default/a?b#c%d',
      'component/default/a%3Fb%23c%25d',
    ],
    [
      'encodes spaces and letters',
      'component:default/Zoë x',
      'component/default/Zo%C3%AB%20x',
    ],
  ])('%s', (_, ref, path) => {
    expect(entityPath(ref)).toBe(path);
  });

  it.each([
    'pay',
    'component:pay',
    'default/pay',
    'component:/pay',
    ':default/pay',
    'component:default/',
    '',
  ])('does not exist for "%s"', ref => {
    expect(() => entityPath(ref)).toThrow(
      `"${ref}" is not a full entity reference (kind:namespace/name)`,
    );
  });

  it('survives the way through a URL', () => {
    const name = 'a/b?c d#é%2F';
    const url = new URL(entityPath(`component:default/${name}`), 'http://x/');
    expect(url.pathname.split('/').map(decodeURIComponent).pop()).toBe(name);
  });
});

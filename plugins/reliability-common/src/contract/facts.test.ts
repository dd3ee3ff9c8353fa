import { issuesOf } from '../testUtils';
import { MAX_PUSH, pushedFactSchema, pushFactsRequestSchema } from './facts';

const fact = { entityRef: 'component:default/pay', key: 'coverage', value: 1 };

const members = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]));

describe('a pushed fact', () => {
  it.each([
    ['be a text', { value: 'x'.repeat(4000) }],
    ['be empty', { value: '' }],
    ['be a number', { value: -0.5 }],
    ['be a switch', { value: false }],
    ['be a list', { value: [1, 'a', true] }],
    ['be a full list', { value: Array(100).fill(1) }],
    ['be a record', { value: { lines: 83.5, branch: 'main' } }],
    ['be a full record', { value: members(100) }],
    ['be taken back', { value: null }],
    ['have a key with slashes', { key: 'tests/unit.coverage_v2-a' }],
    ['have a time and a lifetime', { at: '2026-12-01T09:00:00Z', ttl: 'P7D' }],
  ])('may %s', (_, changed) => {
    expect(issuesOf(pushedFactSchema, { ...fact, ...changed })).toEqual([]);
  });

  const allowed =
    /^value: expected a text of at most 4,000 characters, a number, true or false, a list or record of at most 100 of these, or null$/;
  it.each([
    ['have no value', { value: undefined }, allowed],
    ['be endless', { value: Infinity }, allowed],
    ['hold lists of lists', { value: [[1]] }, allowed],
    ['hold records of records', { value: { a: { b: 1 } } }, allowed],
    ['be too long a list', { value: Array(101).fill(1) }, allowed],
    [
      'be too big a record',
      { value: members(101) },
      /^value: expected at most 100 members$/,
    ],
    ['be too long a text', { value: 'x'.repeat(4001) }, /^value: .*4000/],
    ['have no key', { key: '' }, /^key: expected letters/],
    ['have spaces in its key', { key: 'a b' }, /^key: expected letters/],
    [
      'have a key that begins with a slash',
      { key: '/a' },
      /^key: expected letters/,
    ],
    [
      'have too long a key',
      { key: 'k'.repeat(201) },
      /^key: expected letters.* at most 200/,
    ],
    ['be about nothing', { entityRef: '' }, /^entityRef: /],
    [
      'have a date for a time',
      { at: '2026-12-01' },
      /^at: expected a time with its zone/,
    ],
    [
      'live for ever in words',
      { ttl: 'forever' },
      /^ttl: expected an ISO 8601 duration/,
    ],
    ['have other members', { source: 'ci' }, /Unrecognized key: "source"/],
  ])('may not %s', (_, changed, message) => {
    expect(issuesOf(pushedFactSchema, { ...fact, ...changed })).toEqual([
      expect.stringMatching(message),
    ]);
  });
});

describe('a push', () => {
  it.each([
    ['of nothing', { source: 'ci', facts: [] }],
    [
      'of as much as allowed',
      { source: 'ci', facts: Array(MAX_PUSH).fill(fact) },
    ],
    [
      'of something bad, which is judged apart',
      { source: 'ci', facts: [fact, 'x'] },
    ],
  ])('is accepted %s', (_, request) => {
    expect(issuesOf(pushFactsRequestSchema, request)).toEqual([]);
  });

  it.each([
    ['without facts', { source: 'ci' }, /^facts: /],
    ['with one fact beside a list', { source: 'ci', facts: fact }, /^facts: /],
    [
      'of too much',
      { source: 'ci', facts: Array(MAX_PUSH + 1) },
      /^facts: .*10000/,
    ],
    ['without a source', { facts: [] }, /^source: /],
    [
      'from a source with a slash',
      { source: 'a/b', facts: [] },
      /^source: expected lower-case/,
    ],
    [
      'from a source in capitals',
      { source: 'CI', facts: [] },
      /^source: expected lower-case/,
    ],
    [
      'from a source with a long name',
      { source: 'a'.repeat(64), facts: [] },
      /^source: .*at most 63/,
    ],
    [
      'with anything else',
      { source: 'ci', facts: [], ttl: 'P1D' },
      /Unrecognized key: "ttl"/,
    ],
    ['that is no record', [fact], /expected object/],
  ])('is refused %s', (_, request, message) => {
    expect(issuesOf(pushFactsRequestSchema, request)).toEqual([
      expect.stringMatching(message),
    ]);
  });
});

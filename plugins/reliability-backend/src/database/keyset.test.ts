import { isSortValues, SortColumn } from './keyset';

const columns: SortColumn[] = [
  { sql: 'i.started_at', direction: 'desc', type: 'time' },
  { sql: 'i.score', direction: 'asc', type: 'number' },
  { sql: 'i.id', direction: 'asc', type: 'text' },
];

it.each<[string, unknown, boolean]>([
  ['one value for each column', [1_795_176_000_000, 0.5, 'a'], true],
  ['too few values', [1_795_176_000_000, 0.5], false],
  ['too many values', [1_795_176_000_000, 0.5, 'a', 'b'], false],
  ['a text for a time', ['2026-11-20', 0.5, 'a'], false],
  ['a time that no database can tell', [8.7e15, 0.5, 'a'], false],
  ['a time before all years', [-1e15, 0.5, 'a'], false],
  ['a number that is none', [0, null, 'a'], false],
  ['a number for a text', [0, 0.5, 1], false],
  ['no list', 'a', false],
])('a position is %s: %j', (_, value, expected) => {
  expect(isSortValues(columns)(value)).toBe(expected);
});

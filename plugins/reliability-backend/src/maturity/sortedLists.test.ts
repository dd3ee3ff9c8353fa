import { firstIndex, merge } from './sortedLists';

const byValue = (a: { value: number }, b: { value: number }) =>
  a.value - b.value;
const item = (value: number) => ({ value });

describe.each([
  ['a short list', 0],
  ['a long list, of which few change', 1000],
])('of %s', (_, more) => {
  it.each<[string, number[], number[], number[], number[]]>([
    ['comes in the middle', [1, 3, 5], [], [4], [1, 3, 4, 5]],
    ['comes at the beginning', [1, 3], [], [0], [0, 1, 3]],
    ['comes several times', [1, 5], [], [4, 2, 3], [1, 2, 3, 4, 5]],
    ['comes where another left', [1, 3, 5], [3], [3], [1, 3, 5]],
    ['comes into nothing', [], [], [2, 1], [1, 2]],
    ['leaves', [1, 3, 5], [1, 5], [], [3]],
    ['leaves but was not there', [1, 3], [2], [], [1, 3]],
    ['leaves and comes', [1, 3, 5], [3], [9], [1, 5, 9]],
  ])('what %s', (__, before, leaving, coming, expected) => {
    const tail = Array.from({ length: more }, (___, index) => 100 + index);
    const sorted = [...before, ...tail].map(item);
    const removed = leaving.map(
      value => sorted.find(each => each.value === value) ?? item(value),
    );
    const merged = merge(
      sorted,
      { removed: new Set(removed), added: coming.map(item) },
      byValue,
    );
    expect(merged.map(({ value }) => value)).toEqual([...expected, ...tail]);
  });
});

it('what comes last comes at the end', () => {
  const sorted = Array.from({ length: 1000 }, (_, index) => item(index));
  const added = [item(1001), item(1000)];
  const merged = merge(sorted, { removed: new Set(), added }, byValue);
  expect(merged.slice(-3).map(({ value }) => value)).toEqual([999, 1000, 1001]);
});

it.each([
  [0, 0],
  [3, 1],
  [4, 2],
  [9, 3],
])('the first that is at least %i is at %i', (value, expected) => {
  expect(firstIndex([1, 3, 5], each => each >= value)).toBe(expected);
});

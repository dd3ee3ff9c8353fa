import { offsetOf, placeOf } from './cursor';

const text = 'kind: SLO\n\nname: a\n';

it.each([
  [1, 1, 0],
  [1, 7, 6],
  [2, 1, 10],
  [3, 1, 11],
  [3, 7, 17],
  // Behind the end of the line, and of the text.
  [2, 9, 10],
  [9, 1, 19],
])('line %i, column %i begins after %i characters', (line, column, offset) => {
  expect(offsetOf(text, line, column)).toBe(offset);
});

it.each([
  [0, 1, 1],
  [6, 1, 7],
  [10, 2, 1],
  [19, 4, 1],
])('after %i characters stands line %i, column %i', (offset, line, column) => {
  expect(placeOf(text, offset)).toEqual({ line, column });
});

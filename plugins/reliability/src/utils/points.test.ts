import { points } from './points';

describe('points', () => {
  it.each([
    [0, 0],
    [9, 0],
    [10, 1],
    [996, 99],
    [1000, 100],
  ])('shows %i per mille as %i', (perMille, shown) => {
    expect(points(perMille)).toBe(shown);
  });
});

import { backOff, nextTurn } from './spread';

const names = Array.from({ length: 600 }, (_, index) => `slo-${index}`);

it('every text has a turn in every interval, and always the same', () => {
  for (const name of names.slice(0, 50)) {
    const first = nextTurn(name, 60_000, 1_000_000);
    expect(first).toBeGreaterThan(1_000_000);
    expect(first).toBeLessThanOrEqual(1_060_000);
    expect(nextTurn(name, 60_000, first)).toBe(first + 60_000);
    expect(nextTurn(name, 60_000, first - 1)).toBe(first);
  }
});

it('turns are spread over the interval', () => {
  const sixths = names.map(name =>
    Math.floor((nextTurn(name, 60_000, 0) - 1) / 10_000),
  );
  for (let sixth = 0; sixth < 6; sixth++) {
    const share = sixths.filter(each => each === sixth).length / names.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.25);
  }
});

it('waits double up to the longest', () => {
  expect([1, 2, 3, 4, 5, 100].map(count => backOff(count, 60, 900))).toEqual([
    60, 120, 240, 480, 900, 900,
  ]);
});

import { dimensionOutcome } from './dimensionOutcome';

const of = (failing: number, unknown: number) => ({
  score: 1000,
  coverage: 1000,
  failing,
  unknown,
});

it.each([
  ['pass', of(0, 0)],
  ['fail', of(1, 0)],
  ['fail', of(1, 1)],
  ['unknown', of(0, 1)],
  ['not-applicable', undefined],
])('is %s of %j', (outcome, dimension) => {
  expect(dimensionOutcome(dimension)).toBe(outcome);
});

import {
  burnText,
  countText,
  shareText,
  sliText,
  spanText,
  targetText,
} from './numbers';

it.each([
  [999_000, '99.9 %'],
  [999_500, '99.95 %'],
  [999_990, '99.999 %'],
  [950_000, '95 %'],
  [999_999, '99.9999 %'],
])('a target of %i ppm is %s', (ppm, expected) => {
  expect(targetText(ppm)).toBe(expected);
});

it.each([
  [1, undefined, '100 %'],
  [0.9995, undefined, '99.95 %'],
  [0.999999, undefined, '99.9999 %'],
  [0.99999999, undefined, '99.999999 %'],
  [0.8, undefined, '80 %'],
  [0, undefined, '0 %'],
  // Just below the target it must not read as if it were met.
  [0.998999, 999_000, '99.89 %'],
  [0.99899999, 999_000, '99.89 %'],
  [0.9990004, 999_000, '99.90004 %'],
  [0.999, 999_000, '99.9 %'],
])('an SLI of %d against %p is %s', (sli, target, expected) => {
  expect(sliText(sli, target)).toBe(expected);
});

it.each([
  [0.62, '62 %'],
  [0.6249, '62.5 %'],
  [1, '100 %'],
  [3.5, '350 %'],
  [0.042, '4.2 %'],
  [0.00031, '0.031 %'],
  [0, '0 %'],
])('a share of %d is %s', (share, expected) => {
  expect(shareText(share)).toBe(expected);
});

it.each([
  [0, '0×'],
  [0.0342, '0.034×'],
  [2.4132, '2.4×'],
  [14.4, '14.4×'],
  [892.3, '892×'],
])('a burn rate of %d is %s', (rate, expected) => {
  expect(burnText(rate)).toBe(expected);
});

it.each([
  [0, '0'],
  [42, '42'],
  [2_160_392, '2.16M'],
  [43_201, '43,200'],
  [1234.7, '1,230'],
])('%d events are written as %s', (count, expected) => {
  expect(countText(count)).toBe(expected);
});

it.each([
  [0, '0 sec'],
  [302_400, '5 min, 2 sec'],
  [2_592_000, '43 min, 12 sec'],
  [11_520_000, '3 hr, 12 min'],
  [-90_000_000, '1 day, 1 hr'],
  [86_400_000, '1 day'],
])('%d milliseconds are %s', (milliseconds, expected) => {
  expect(spanText(milliseconds)).toBe(expected);
});

import { figure } from './packetParts';

it.each([
  [20.03, 'percent', 20, '20.03 %'],
  [71.66, 'percent', 20, '71.7 %'],
  [20, 'percent', 20, '20 %'],
  [71.66, 'percent', null, '71.7 %'],
  [170, 'count', null, '170'],
  [94, 'minutes', null, '1 h 34 min'],
  [4.24, 'per-week', null, '4.2 a week'],
  [3.5, 'of 5', 4, '3.5 of 5'],
  [null, 'percent', 20, 'not known'],
])('the review says %s %s beside a target of %s as %s', (...given) => {
  const [value, unit, target, words] = given;
  expect(figure(value, { unit, target })).toBe(words);
});

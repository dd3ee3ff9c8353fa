import { lengthText, shortLengthText } from './lengths';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('lengths of time', () => {
  it.each([
    [0, '0 sec'],
    [-5000, '0 sec'],
    [42_000, '42 sec'],
    [MINUTE + 59_000, '1 min'],
    [48 * MINUTE, '48 min'],
    [3 * HOUR + 12 * MINUTE + 30_000, '3 hr, 12 min'],
    [24 * HOUR, '1 day'],
    [51 * HOUR + 59 * MINUTE, '2 days, 3 hr'],
  ])('%d ms are told in the two largest units', (ms, text) => {
    expect(lengthText(ms)).toBe(text);
  });

  it.each([
    [33 * MINUTE, '33m'],
    [90 * MINUTE, '1.5h'],
    [47 * HOUR, '47h'],
    [12 * 24 * HOUR, '12d'],
  ])('%d ms are told where there is little room', (ms, text) => {
    expect(shortLengthText(ms)).toBe(text);
  });
});

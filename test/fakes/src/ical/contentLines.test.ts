import { escaped, folded, utc } from './contentLines';

it.each([
  ['short', 'SUMMARY:Ana', 1],
  ['of 75 octets', 'x'.repeat(75), 1],
  ['of 76 octets', 'x'.repeat(76), 2],
  ['of many characters of several octets', '日本'.repeat(100), 9],
])('folds a line that is %s', (_, line, count) => {
  const parts = folded(line).split('\r\n');
  expect(parts).toHaveLength(count);
  expect(parts.every(part => Buffer.byteLength(part) <= 75)).toBe(true);
  expect(parts.join('\r\n').replace(/\r\n /g, '')).toBe(line);
});

it('escapes what has a meaning', () => {
  expect(escaped('a, b; c\\ d\ne')).toBe('a\\, b\\; c\\\\ d\\ne');
});

it('writes times in UTC', () => {
  expect(utc(Date.parse('2026-01-05T09:00:00.123Z'))).toBe('20260105T090000Z');
});

import { printDuration, printNumber, printTime } from './duration';
import { matchBucketByNumber } from './le';
import { printExpr } from './expr';
import { parsePromql } from './parse';

it.each([
  [2_592_000_000, '30d'],
  [5_400_000, '90m'],
  [3_600_000, '1h'],
  [30_000, '30s'],
  [299_999, '299999ms'],
])('%d ms is %s', (ms, text) => {
  expect(printDuration(ms)).toBe(text);
});

it.each([
  [1_700_000_000_000, '1700000000'],
  [1_700_000_000_001, '1700000000.001'],
])('%d is the time %s', (ms, text) => {
  expect(printTime(ms)).toBe(text);
});

it.each([
  [14.4 * (1 - 0.999), '0.0144'],
  [1 - 0.99999, '0.00001'],
  [14.4 * 1e-7, '0.00000144'],
  [0, '0'],
  [300, '300'],
])('%d is written as %s', (value, text) => {
  expect(printNumber(value)).toBe(text);
});

describe('a bucket by its number', () => {
  it.each([
    ['le="1"', 'le=~"1|1\\\\.0"'],
    ['le="1.0"', 'le=~"1|1\\\\.0"'],
    ['le="0.50"', 'le=~"0\\\\.5|0\\\\.50"'],
    ['le="0.3"', 'le="0.3"'],
    ['le!="2"', 'le!~"2|2\\\\.0"'],
    ['le="1000000"', 'le=~"1000000|1000000\\\\.0|1e\\\\+06"'],
    ['le="0.00005"', 'le=~"0\\\\.00005|5e-05"'],
    ['le="+Inf"', 'le="+Inf"'],
    ['le=~"1|2"', 'le=~"1|2"'],
    ['size="1"', 'size="1"'],
  ])('%s', (written, printed) => {
    const expr = parsePromql(`x{${written}}`);
    if (expr.kind !== 'selector') throw new Error('no selector');
    expect(printExpr(matchBucketByNumber(expr))).toBe(`x{${printed}}`);
  });
});

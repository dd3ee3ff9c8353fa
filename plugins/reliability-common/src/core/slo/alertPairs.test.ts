import { calendarMonth, HOUR, MINUTE, rolling } from '../../testUtils';
import {
  alertPairProblems,
  alertPairs,
  BURN_WINDOWS,
  burnThreshold,
} from './alertPairs';
import { SloWindow } from './slo';

const hours = (count: number): SloWindow => ({
  kind: 'rolling',
  duration: { count, unit: 'h' },
  ms: count * HOUR,
});

const factors = (window: SloWindow) =>
  alertPairs(window).map(({ factor }) => factor);

it('follow the SRE Workbook over 30 days', () => {
  expect(
    alertPairs(rolling(30)).map(
      ({ severity, long, short, budgetPercent, factor }) =>
        `${severity} ${long}/${short} ${budgetPercent} % ${factor}`,
    ),
  ).toEqual([
    'page 1h/5m 2 % 14.4',
    'page 6h/30m 5 % 6',
    'ticket 1d/2h 10 % 3',
    'ticket 3d/6h 10 % 1',
  ]);
});

describe('the factors', () => {
  it.each([
    ['28 days', rolling(28), [13.44, 5.6, 2.8, 0.933333]],
    ['90 days', rolling(90), [43.2, 18, 9, 3]],
    ['7 days', rolling(7), [13.44, 3.5, 1.4, 0.98]],
    ['a calendar month, of any length', calendarMonth(), [14.4, 6, 3, 1]],
    ['3 days', rolling(3), [5.76, 2, 1, 1]],
    ['a day, shorter windows only', rolling(1), [2, 2, 1]],
    ['6 hours', hours(6), [2]],
  ])('over %s', (_, window, expected) => {
    expect(factors(window)).toEqual(expected);
  });

  it('never need more than the budget', () => {
    for (let count = 1; count < 24 * 40; count++) {
      for (const { budgetPercent } of alertPairs(hours(count))) {
        expect(budgetPercent).toBeLessThanOrEqual(100);
      }
    }
  });
});

it('short windows are a twelfth of the long ones', () => {
  for (const { long, short } of alertPairs(rolling(30))) {
    expect(BURN_WINDOWS[long] / BURN_WINDOWS[short]).toBe(12);
  }
});

it.each([
  [14.4, 999_000, '0.0144'],
  [14.4, 999_990, '0.000144'],
  [6, 999_500, '0.003'],
  [13.44, 999_999, '0.00001344'],
  [0.933333, 999_000, '0.000933333'],
  [14.4, 900_000, '1.44'],
  [1, 700_000, '0.3'],
])('%d × the budget of %d is %s, without noise', (factor, target, text) => {
  expect(burnThreshold(factor, target)).toBe(Number(text));
  expect(String(burnThreshold(factor, target)).length).toBeLessThan(13);
});

describe('what is wrong with the pairs', () => {
  const problems = (window: SloWindow, target: number, scrape?: number) =>
    alertPairs(window).map(pair =>
      alertPairProblems(pair, target, scrape).join(),
    );

  it.each<[string, SloWindow, number, number | undefined, string[]]>([
    ['nothing at 99.9 %', rolling(30), 999_000, MINUTE, ['', '', '', '']],
    ['never at 90 %', rolling(30), 900_000, undefined, ['never', '', '', '']],
    [
      'never at exactly 1',
      rolling(30),
      0,
      undefined,
      ['never', 'never', 'never', 'never'],
    ],
    [
      'short where scrapes are two minutes apart',
      rolling(30),
      999_000,
      2 * MINUTE,
      ['short', '', '', ''],
    ],
  ])('is %s', (_, window, target, scrape, expected) => {
    expect(problems(window, target, scrape)).toEqual(expected);
  });

  it('is a burn that leaves budget over', () => {
    const [pair] = alertPairs(rolling(30));
    expect(alertPairProblems({ ...pair, factor: 0.7 }, 999_000)).toEqual([
      'sustainable',
    ]);
  });
});

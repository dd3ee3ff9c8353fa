import { SloWindow } from './slo';
import { usualLength } from './window';

/** A window over which burn rates are told. @public */
export type BurnWindow = '5m' | '30m' | '1h' | '2h' | '6h' | '1d' | '3d';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Their lengths in milliseconds, shortest first. @public */
export const BURN_WINDOWS: Readonly<Record<BurnWindow, number>> = {
  '5m': HOUR / 12,
  '30m': HOUR / 2,
  '1h': HOUR,
  '2h': 2 * HOUR,
  '6h': 6 * HOUR,
  '1d': DAY,
  '3d': 3 * DAY,
};

/** Names of {@link BURN_WINDOWS}, shortest first. @public */
export const burnWindows = Object.keys(BURN_WINDOWS) as readonly BurnWindow[];

/** Two windows that must both burn faster than `factor`. @public */
export interface AlertPair {
  readonly severity: 'page' | 'ticket';
  readonly long: BurnWindow;
  readonly short: BurnWindow;
  /** Share of the budget that is spent when the long window burns at `factor`; percent. */
  readonly budgetPercent: number;
  readonly factor: number;
}

interface Row {
  readonly severity: 'page' | 'ticket';
  readonly long: BurnWindow;
  readonly short: BurnWindow;
  /** Percent of the budget of periods from four weeks, and of shorter ones. */
  readonly month: number;
  readonly week: number;
  /** Below this a burn of a very short period is none to act on. */
  readonly least: number;
}

/**
 * SRE Workbook chapter 5, table 5-8, with the row 1d/2h that Sloth adds. The windows stay as they are and the
 * factors scale with the period: windows that shrink with it get shorter than two scrapes.
 */
const ROWS: readonly Row[] = [
  { severity: 'page', long: '1h', short: '5m', month: 2, week: 8, least: 2 },
  {
    severity: 'page',
    long: '6h',
    short: '30m',
    month: 5,
    week: 12.5,
    least: 2,
  },
  {
    severity: 'ticket',
    long: '1d',
    short: '2h',
    month: 10,
    week: 20,
    least: 1,
  },
  {
    severity: 'ticket',
    long: '3d',
    short: '6h',
    month: 10,
    week: 42,
    least: 1,
  },
];

const rounded = (value: number, digits: number) =>
  Number(value.toPrecision(digits));

/**
 * The alert pairs that follow from a window: factor = budget share × period ÷ long window. From 28 days on the
 * shares are those of the SRE Workbook, from 7 to 28 days 8, 12.5, 20 and 42 %. Under 7 days the same, but at
 * least a page at twice and a ticket at once the burn that just spends the budget, and no window that is longer
 * than the period. Of calendar windows the usual length counts, so that rules are the same in every month.
 *
 * @public
 */
export function alertPairs(window: SloWindow): AlertPair[] {
  const period = usualLength(window);
  return ROWS.filter(({ long }) => BURN_WINDOWS[long] <= period).flatMap(
    ({ severity, long, short, month, week, least }) => {
      const share = period >= 28 * DAY ? month : week;
      const byShare = (share / 100) * (period / BURN_WINDOWS[long]);
      const factor = period >= 7 * DAY ? byShare : Math.max(byShare, least);
      const budgetPercent = (100 * factor * BURN_WINDOWS[long]) / period;
      return budgetPercent > 100
        ? []
        : [
            {
              severity,
              long,
              short,
              budgetPercent: rounded(budgetPercent, 4),
              factor: rounded(factor, 6),
            },
          ];
    },
  );
}

/**
 * A burn rate as a share of bad events: factor × (1 - target), without the noise of binary fractions.
 *
 * @param targetPpm - parts per million
 * @public
 */
export const burnThreshold = (factor: number, targetPpm: number): number =>
  rounded((factor * (1_000_000 - targetPpm)) / 1_000_000, 9);

/**
 * What makes an alert pair useless. `never`: even a total outage stays below the threshold; `sustainable`: it
 * fires at a burn that leaves budget over; `short`: its short window holds fewer than four scrapes.
 *
 * @public
 */
export type AlertPairProblem = 'never' | 'sustainable' | 'short';

/**
 * Finds what makes an alert pair useless.
 *
 * @param targetPpm - parts per million
 * @param scrapeIntervalMs - absent: not looked at
 * @public
 */
export function alertPairProblems(
  pair: AlertPair,
  targetPpm: number,
  scrapeIntervalMs: number = 0,
): AlertPairProblem[] {
  const problems: [AlertPairProblem, boolean][] = [
    ['never', burnThreshold(pair.factor, targetPpm) >= 1],
    ['sustainable', pair.factor < 0.9],
    ['short', BURN_WINDOWS[pair.short] < 4 * scrapeIntervalMs],
  ];
  return problems.filter(([, found]) => found).map(([problem]) => problem);
}

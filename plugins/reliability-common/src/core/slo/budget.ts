import { BurnWindow, BURN_WINDOWS, burnWindows } from './alertPairs';
import { correctedMs, mergeCorrections } from './corrections';
import { Budget, Burn, Exhaustion, WindowBounds } from './evaluation';
import { Reading } from './reading';
import { Indicator, SloWindow } from './slo';
import { durationText, TimeRange, windowAt } from './window';

/** What a share of bad events is of a budget; in whole parts per million, so that 0.001 of 99.9 % is 1. */
export const ofBudget = (share: number, targetPpm: number): number =>
  (share * 1_000_000) / (1_000_000 - targetPpm);

/** Less than this is spent by rounding only. */
const NOISE = 1e-9;

/** Whether more is spent than there was; exactly all is not. */
export const isOverspent = (remaining: number): boolean => remaining < -NOISE;

/** Bounds of the window in force. */
export function boundsOf(window: SloWindow, at: number): WindowBounds {
  const { from, end } = windowAt(window, at);
  return {
    kind: window.kind,
    duration: durationText(window.duration),
    from,
    to: end,
    ...(window.kind === 'calendar' && { timeZone: window.timeZone }),
  };
}

/** What a budget needs beside the reading of its window. */
export interface BudgetInput {
  readonly window: SloWindow;
  readonly at: number;
  /** Parts per million. */
  readonly target: number;
  readonly corrections: readonly TimeRange[];
  readonly slice: Pick<Indicator, 'sliceMs'>;
}

/** consumed = error share of the period ÷ (1 - target); remaining = 1 - consumed; as time, × (1 - target) × period. */
export function budgetOf(reading: Reading, input: BudgetInput): Budget {
  const { window, at, target } = input;
  const bounds = boundsOf(window, at);
  const { share, spent, bad, total } = reading;
  if (share === null || spent === null) {
    return {
      window: bounds,
      bad,
      total,
      sli: null,
      consumed: null,
      remaining: null,
      remainingMs: null,
    };
  }
  const consumed = ofBudget(spent, target);
  const remaining = 1 - consumed;
  const merged = mergeCorrections(input.corrections, input.slice);
  const periodMs = bounds.to - bounds.from - correctedMs(bounds, merged);
  return {
    window: bounds,
    bad,
    total,
    sli: 1 - share,
    consumed,
    remaining,
    remainingMs: (remaining * periodMs * (1_000_000 - target)) / 1_000_000,
  };
}

/** Burn rate = error share of the window ÷ (1 - target). */
export const burnsOf = (
  readings: Readonly<Record<BurnWindow, Reading>>,
  target: number,
): Burn[] =>
  burnWindows.map(window => {
    const { share, bad, total } = readings[window];
    const rate = share === null ? null : ofBudget(share, target);
    return { window, rate, bad, total };
  });

/** The window whose pace is told first. */
const HEADLINE: BurnWindow = '6h';

const byHeadline = (one: Burn, other: Burn) =>
  Number(other.window === HEADLINE) - Number(one.window === HEADLINE) ||
  BURN_WINDOWS[one.window] - BURN_WINDOWS[other.window];

/**
 * remaining × period ÷ burn. Nothing where that is past the horizon: of a rolling window the period, because older
 * errors leave first; of a calendar window its end.
 */
export function exhaustionOf(
  { remaining, window }: Pick<Budget, 'remaining' | 'window'>,
  burns: readonly Burn[],
  at: number,
): Exhaustion[] {
  const period = window.to - window.from;
  const horizon = window.kind === 'rolling' ? period : window.to - at;
  return [...burns].sort(byHeadline).map(({ window: pace, rate }) => {
    if (remaining === null) return { window: pace, inMs: null, at: null };
    if (remaining <= NOISE) return { window: pace, inMs: 0, at: null };
    const inMs = rate ? Math.round((remaining * period) / rate) : Infinity;
    return inMs <= horizon
      ? { window: pace, inMs, at: at + inMs }
      : { window: pace, inMs: null, at: null };
  });
}

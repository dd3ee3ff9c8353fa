import { BURN_WINDOWS, burnWindows } from './alertPairs';
import { mergeCorrections, overlapOf } from './corrections';
import { SliWindow } from './measurement';
import { Indicator, Slo } from './slo';
import { companionOf, dayRange, TimeRange, windowAt } from './window';

/** Key of the part of a window that the n-th of the merged corrections takes out. */
export const overlapKey = (key: string, n: number) => `${key}!${n}`;

/** Keys of what is measured for the row of a day. */
export const dayKey = (day: string) => `day@${day}`;
export const dayPeriodKey = (day: string) => `period@${day}`;

/**
 * The window that is measured for a range: that range, or for slices the last whole ones that end in it, at
 * least one. Slices are aligned to the epoch: slices that end "now" shift with every evaluation.
 */
export function measuredRange(
  { from, to }: TimeRange,
  { sliceMs }: Pick<Indicator, 'sliceMs'>,
): TimeRange {
  if (sliceMs === undefined) return { from, to };
  const end = Math.floor(to / sliceMs) * sliceMs;
  const slices = Math.max(1, Math.round((to - from) / sliceMs));
  return { from: end - slices * sliceMs, to: end };
}

/** The same for the part of a calendar period so far, which must not begin before the period. */
export function measuredPeriod(
  { from, to }: TimeRange,
  { sliceMs }: Pick<Indicator, 'sliceMs'>,
): TimeRange {
  if (sliceMs === undefined) return { from, to };
  const floor = (at: number) => Math.floor(at / sliceMs) * sliceMs;
  return { from: floor(from), to: floor(to) };
}

/** What is measured of a window in force; see {@link measuredRange}. */
export function measuredWindow(
  window: Slo['window'],
  at: number,
  indicator: Pick<Indicator, 'sliceMs'>,
): TimeRange {
  const range = windowAt(window, at);
  return window.kind === 'rolling'
    ? measuredRange(range, indicator)
    : measuredPeriod(range, indicator);
}

/** A window, and the parts of it that corrections take out. */
function withOverlaps(
  key: string,
  range: TimeRange,
  merged: readonly TimeRange[],
): SliWindow[] {
  if (range.from >= range.to) return [];
  const overlaps = merged.flatMap((correction, n) => {
    const overlap = overlapOf(range, correction);
    return overlap ? [{ key: overlapKey(key, n), ...overlap }] : [];
  });
  return [{ key, from: range.from, to: range.to }, ...overlaps];
}

/**
 * What to measure for the evaluation of an SLO: `period`, the burn windows, `companion`, and as `<key>!<n>` what
 * the n-th correction takes out of each.
 *
 * @param at - milliseconds since the epoch; a whole minute
 * @public
 */
export function planWindows(
  slo: Pick<Slo, 'window'>,
  indicator: Indicator,
  at: number,
  corrections: readonly TimeRange[],
): SliWindow[] {
  const merged = mergeCorrections(corrections, indicator);
  const ranges: [string, TimeRange][] = [
    ['period', measuredWindow(slo.window, at, indicator)],
    ...burnWindows.map((key): [string, TimeRange] => [
      key,
      measuredRange({ from: at - BURN_WINDOWS[key], to: at }, indicator),
    ]),
    ['companion', measuredWindow(companionOf(slo.window), at, indicator)],
  ];
  return ranges.flatMap(([key, range]) => withOverlaps(key, range, merged));
}

/**
 * What to measure for the row of a closed day: the day (`day@<day>`), the window at its end (`period@<day>`), and
 * what corrections take out of both. Plans of several days can be measured at once.
 *
 * @param day - `YYYY-MM-DD` in the time zone of the SLO
 * @public
 */
export function planDay(
  slo: Pick<Slo, 'window'>,
  indicator: Indicator,
  day: string,
  corrections: readonly TimeRange[],
): SliWindow[] {
  const merged = mergeCorrections(corrections, indicator);
  const range = dayRange(slo.window, day);
  return [
    ...withOverlaps(dayKey(day), measuredPeriod(range, indicator), merged),
    ...withOverlaps(
      dayPeriodKey(day),
      measuredWindow(slo.window, range.to, indicator),
      merged,
    ),
  ];
}

import {
  Indicator,
  SliWindow,
} from '@plimsoll/backstage-plugin-reliability-common';
import { PrintWindow } from './promql';

/** Prometheus refuses a range query with more points. */
const MOST_POINTS = 11_000;

interface StepRange {
  readonly from: number;
  readonly to: number;
  readonly stepMs: number;
}

/** Whether bad events of an indicator are asked for, or follow from the good ones. */
export function formOf({ sli, method }: Indicator): 'good' | 'bad' {
  if (method !== 'Occurrences') return 'bad';
  if (sli.kind === 'ratio') return sli.bad ? 'bad' : 'good';
  return sli.kind === 'raw' && sli.rawType === 'failure' ? 'bad' : 'good';
}

/** A window as it is printed. */
export const toPrint = ({ key, from, to }: SliWindow): PrintWindow => ({
  key,
  rangeMs: to - from,
  endMs: to,
});

/** The end of the last window; milliseconds since the epoch, 0 without windows. */
export const lastEnd = (windows: readonly SliWindow[]) =>
  Math.max(0, ...windows.map(({ to }) => to));

/** The longest of at least one window. */
export const longest = (windows: readonly SliWindow[]) =>
  windows.reduce((one, other) =>
    other.to - other.from > one.to - one.from ? other : one,
  );

/**
 * Parts of a range that are small enough to ask for. The start of the range is no point, its end is one; both
 * ends of a part are points.
 */
export function splitRange({ from, to, stepMs }: StepRange): StepRange[] {
  const count = Math.max(0, Math.round((to - from) / stepMs));
  return Array.from({ length: Math.ceil(count / MOST_POINTS) }, (_, index) => ({
    from: from + (index * MOST_POINTS + 1) * stepMs,
    to: from + Math.min((index + 1) * MOST_POINTS, count) * stepMs,
    stepMs,
  }));
}

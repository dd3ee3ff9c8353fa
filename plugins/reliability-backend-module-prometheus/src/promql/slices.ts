import { Indicator } from '@plimsoll/backstage-plugin-reliability-common';
import { printNumber } from './duration';
import { badShareOf, Parts, partsOf, PrintOptions } from './parts';
import { overSteps, Range } from './windowed';

/** Room for the rounding of a division, so that a slice that exactly reaches its target is good. */
const EPSILON = '0.000000001';

/** Length of a slice. @throws Error for a method without slices */
export function sliceOf({ sliceMs, method }: Indicator): number {
  if (!sliceMs) throw new Error(`${method} without a slice`);
  return sliceMs;
}

/**
 * What one slice adds to the bad ones: 0 or 1 with Timeslices, what it lacks to 1 with RatioTimeslices.
 *
 * @param share - share of bad events of the slice
 */
export function sliceBad(share: string, indicator: Indicator): string {
  if (indicator.method !== 'Timeslices') return share;
  const allowed = printNumber(1 - (indicator.sliceTarget ?? 1));
  return `${share} - ${allowed} > bool ${EPSILON}`;
}

/**
 * Measured and bad slices in a range, whose end is a multiple of the slice. Where events are known but there
 * was no traffic in any slice, the total is 0 rather than nothing.
 *
 * @throws PromqlError
 */
export function sliceParts(
  indicator: Indicator,
  range: Range,
  options: PrintOptions,
): Parts {
  const { sli } = indicator;
  const slice = sliceOf(indicator);
  const counted = partsOf(sli, { rangeMs: slice }, options);
  const bad = sliceBad(badShareOf(counted), indicator);
  const busy = overSteps(
    'count_over_time',
    `${counted.total} > 0`,
    range,
    slice,
  );
  return {
    bad: overSteps('sum_over_time', bad, range, slice),
    total:
      sli.kind === 'ratio'
        ? `(${busy} or ${partsOf(sli, range, options).total} * 0)`
        : busy,
  };
}

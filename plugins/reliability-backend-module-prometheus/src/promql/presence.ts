import {
  Indicator,
  SloQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import { printDuration } from './duration';
import { printExpr, Selector, selectorsOf } from './expr';
import { matchBucketByNumber } from './le';
import { labelled, PrintedQuery, PrintWindow, union } from './measure';
import { queryExpr } from './parts';
import { overSteps } from './windowed';

const MINUTE = 60_000;
/** Points per window: enough for a percent, few enough to be cheap. */
const MAX_POINTS = 2000;

function totalOf({ sli }: Indicator): SloQuery {
  return sli.kind === 'ratio' ? sli.total : sli.query;
}

/** The metrics of what is counted. @throws PromqlError */
export function totalSelectors(indicator: Indicator): Selector[] {
  return selectorsOf(queryExpr(totalOf(indicator))).map(matchBucketByNumber);
}

/** Length of one point of a coverage: whole minutes that hold at least four samples. */
export function coverageResolution(rangeMs: number, stepMs: number): number {
  const fine = Math.max(rangeMs / MAX_POINTS, 4 * stepMs, MINUTE);
  return Math.ceil(fine / MINUTE) * MINUTE;
}

/**
 * Prints which share of each window has samples of the total: one sample with the label `w` for a window,
 * 0–1; none where there are no samples at all.
 *
 * @param options.resolutionMs - length of a point; default: by window, at most 2000 points
 * @throws PromqlError
 */
export function printCoverage(
  indicator: Indicator,
  windows: readonly PrintWindow[],
  options: { readonly stepMs: number; readonly resolutionMs?: number },
): PrintedQuery[] {
  const selectors = totalSelectors(indicator).map(printExpr);
  return union(
    windows.flatMap(({ key, rangeMs, endMs }) => {
      const point = Math.min(
        options.resolutionMs ?? coverageResolution(rangeMs, options.stepMs),
        rangeMs,
      );
      const expected =
        Math.floor(endMs / point) - Math.floor((endMs - rangeMs) / point);
      const present = selectors
        .map(
          each => `group(present_over_time(${each}[${printDuration(point)}]))`,
        )
        .join(' or ');
      const counted = overSteps(
        'count_over_time',
        present,
        { rangeMs, endMs },
        point,
      );
      return expected > 0
        ? [labelled(`${counted} / ${expected}`, { w: key })]
        : [];
    }),
  );
}

/**
 * Prints when the newest sample of the total was taken: seconds since the epoch, one sample; none where
 * there is no sample within the server's look-back (five minutes unless set otherwise).
 *
 * @throws PromqlError
 */
export function printNewest(indicator: Indicator): PrintedQuery {
  const each = totalSelectors(indicator).map((selector, index) =>
    labelled(`max(timestamp(${printExpr(selector)}))`, { s: String(index) }),
  );
  return { text: each.length === 1 ? each[0] : `max(${each.join(' or ')})` };
}

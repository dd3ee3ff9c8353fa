import {
  Indicator,
  indicatorKey,
  SliWindow,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { Sample } from './PrometheusClient';
import { coverageResolution, PrintedQuery } from './promql';
import { labelled, union } from './promql/measure';
import { overSteps } from './promql/windowed';
import { recordedMeasure } from './rules';
import { partSeries } from './rules/names';
import { recordedIndicators } from './rules/subject';
import { longest, toPrint } from './windows';

/** Rules are evaluated at least every minute. */
const EVALUATED_EVERY = 60_000;

/** Recordings with larger holes would tell a part of a window for the whole. */
const ENOUGH = 0.95;

/** Questions to the recording rules of an SLO, and how many points would be there of the longest window. */
export interface RecordedQuestion {
  readonly printed: PrintedQuery[];
  readonly expected: number;
}

/**
 * Prints what our recording rules kept of an indicator, and how much of the longest window they did.
 *
 * @param windows - at least one
 * @returns undefined where the SLO has no such indicator
 */
export function askRecordings(
  subject: RuleSubject,
  indicator: Indicator,
  windows: readonly SliWindow[],
): RecordedQuestion | undefined {
  const recorded = recordedIndicators(subject).find(
    each => indicatorKey(each.indicator) === indicatorKey(indicator),
  );
  if (!recorded) return undefined;
  const { rangeMs, endMs } = toPrint(longest(windows));
  const point = Math.min(coverageResolution(rangeMs, EVALUATED_EVERY), rangeMs);
  const kept = overSteps(
    'count_over_time',
    `group(${partSeries(recorded).total})`,
    { rangeMs, endMs },
    point,
  );
  return {
    printed: union([
      ...recordedMeasure(subject, indicator, windows.map(toPrint)).map(
        ({ text }) => text,
      ),
      labelled(kept, { part: 'kept' }),
    ]),
    expected: Math.floor(endMs / point) - Math.floor((endMs - rangeMs) / point),
  };
}

/** Whether the recordings tell the whole of the longest window; rules that are new do not. */
export function recordingsSuffice(
  samples: readonly Sample[],
  { expected }: RecordedQuestion,
): boolean {
  const kept = samples.find(({ labels }) => labels.part === 'kept');
  return kept !== undefined && kept.value >= ENOUGH * expected;
}

import {
  SliCount,
  SliStep,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Sample, Series } from './PrometheusClient';

/** What was answered of one window or step. A part that is missing had no sample. */
export interface PartValues {
  bad?: number;
  good?: number;
  total?: number;
}

type Part = keyof PartValues;

const NOTHING: SliCount = { total: null, bad: null };

const isPart = (text: string | undefined): text is Part =>
  text === 'bad' || text === 'good' || text === 'total';

/**
 * Turns the parts of a window into a count (slo.md, 2.2 and 2.3). Without a total nothing is known. A total
 * without bad events has none: their series appears with the first error. A total without good ones has only
 * bad ones. Bad events below 0 or above the total are artefacts of extrapolation.
 *
 * @returns events; unknown where Prometheus gave no finite number
 */
export function toCount(
  { bad, good, total }: PartValues,
  form: 'good' | 'bad',
): SliCount {
  const numbers = [bad, good, total].filter(value => value !== undefined);
  if (total === undefined || !numbers.every(Number.isFinite)) return NOTHING;
  const events = Math.max(total, 0);
  const lost = form === 'bad' ? bad ?? 0 : events - (good ?? 0);
  return { total: events, bad: Math.min(Math.max(lost, 0), events) };
}

/** Sorts the samples of a union query by window. */
export function partsByWindow(
  samples: readonly Sample[],
): Map<string, PartValues> {
  const windows = new Map<string, PartValues>();
  for (const { labels, value } of samples) {
    if (isPart(labels.part) && labels.w !== undefined) {
      windows.set(labels.w, {
        ...windows.get(labels.w),
        [labels.part]: value,
      });
    }
  }
  return windows;
}

/** Warns of values that are no numbers; they are left out. */
export function oddValues(all: Iterable<PartValues>): string[] {
  const odd = [...all].some(values =>
    Object.values(values).some(value => !Number.isFinite(value)),
  );
  return odd
    ? [
        'Prometheus answered NaN or an infinity where a count was asked for; those windows are left out. Look for a division by zero in the query or in a recording rule.',
      ]
    : [];
}

/**
 * Sorts the points of a range query by step.
 *
 * @param range - milliseconds; a step that ends at `from` is not in it
 * @returns one step for each, also where there are no samples
 */
export function toSteps(
  series: readonly Series[],
  form: 'good' | 'bad',
  range: { from: number; to: number; stepMs: number },
): SliStep[] {
  const byTime = new Map<number, PartValues>();
  for (const { labels, points } of series) {
    const { part } = labels;
    if (!isPart(part)) continue;
    for (const [at, value] of points) {
      byTime.set(at, { ...byTime.get(at), [part]: value });
    }
  }
  const count = Math.round((range.to - range.from) / range.stepMs);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const at = range.from + (index + 1) * range.stepMs;
    return { at, ...toCount(byTime.get(at) ?? {}, form) };
  });
}

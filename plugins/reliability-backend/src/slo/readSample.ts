import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  SloSample,
  sloSampleSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { describeIssues } from '../http/describeIssues';
import { isoTime } from '../database/dates';
import { MAX_SAMPLE_MS } from './samples';

/** A sample that is right by itself; milliseconds since the epoch. */
export interface ReadSample {
  readonly entityRef: string;
  readonly slo: string;
  readonly start: number;
  readonly end: number;
  readonly good: number;
  readonly bad: number;
  readonly total: number;
}

/** Clocks differ; a sample that ends further ahead is a mistake. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;

/** Above this neighbouring counts are the same number. */
const MAX_COUNT = Number.MAX_SAFE_INTEGER;

/** Counts may be sums of fractions, which do not add up exactly. */
const ROUNDING = 1e-9;

/**
 * Reads one sample of a request.
 *
 * @param limits - milliseconds since the epoch: the time, and the start of what is kept
 * @returns the sample, or what is wrong with it
 */
export function readSample(
  raw: unknown,
  limits: { readonly now: number; readonly oldest: number },
): ReadSample | string {
  const parsed = sloSampleSchema.safeParse(raw);
  if (!parsed.success) return describeIssues(parsed.error);
  const sample = parsed.data;
  const entityRef = fullRef(sample.entityRef);
  if (entityRef === undefined) {
    return `entityRef: expected a reference such as component:default/pay, not "${sample.entityRef}"`;
  }
  // PostgreSQL cannot even be asked for a text with a NUL in it.
  if (sample.slo.includes('\0')) return 'slo: holds a NUL';
  const [start, end] = [Date.parse(sample.start), Date.parse(sample.end)];
  const wrongTime = timeProblem(start, end, limits);
  if (wrongTime !== undefined) return wrongTime;
  const counts = countsOf(sample);
  return typeof counts === 'string'
    ? counts
    : { entityRef, slo: sample.slo, start, end, ...counts };
}

function fullRef(text: string): string | undefined {
  if (text.includes('\0')) return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    return undefined;
  }
}

function timeProblem(
  start: number,
  end: number,
  { now, oldest }: { readonly now: number; readonly oldest: number },
): string | undefined {
  if (!(start < end)) return 'end: expected a time after start';
  if (end - start > MAX_SAMPLE_MS) {
    return 'end: a sample covers at most one day; push several';
  }
  if (end > now + CLOCK_SKEW_MS) {
    return `end: ${isoTime(end)} is in the future`;
  }
  if (start < oldest) {
    return `start: samples from before ${isoTime(oldest)} are not kept`;
  }
  return undefined;
}

function countsOf({
  good,
  bad,
  total,
}: SloSample): { good: number; bad: number; total: number } | string {
  if ([good, bad, total].filter(count => count === undefined).length > 1) {
    return 'expected two of good, bad and total';
  }
  const all = total ?? good! + bad!;
  if (all > MAX_COUNT) return `total: expected at most ${MAX_COUNT}`;
  const off = ROUNDING * Math.max(1, all);
  if ((good ?? 0) > all + off) return `good: ${good} is more than total ${all}`;
  if ((bad ?? 0) > all + off) return `bad: ${bad} is more than total ${all}`;
  if (
    good !== undefined &&
    bad !== undefined &&
    Math.abs(good + bad - all) > off
  ) {
    return `total: ${all} is not good + bad, which is ${good + bad}`;
  }
  const failed = Math.min(all, bad ?? Math.max(0, all - good!));
  return { good: good ?? all - failed, bad: failed, total: all };
}

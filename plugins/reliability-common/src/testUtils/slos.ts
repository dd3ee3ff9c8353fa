import {
  evaluateSlo,
  Indicator,
  indicatorKey,
  Objective,
  ObjectiveEvaluation,
  planWindows,
  SliCount,
  SliMeasurement,
  Slo,
  SloEvaluationInput,
  SloPolicy,
  SloWindow,
} from '../core';
import { DAY, MINUTE, NOW } from './facts';

/** Good and all requests by a counter. */
export const requests: Indicator = {
  sli: {
    kind: 'ratio',
    counter: true,
    bad: { source: 'metrics', spec: { query: 'errors' } },
    total: { source: 'metrics', spec: { query: 'requests' } },
  },
  method: 'Occurrences',
};

/** Another one. */
export const logins: Indicator = {
  ...requests,
  sli: {
    kind: 'threshold',
    query: { source: 'metrics', spec: { query: 'logins' } },
    op: 'lt',
    value: 3,
  },
};

/** The same by slices of five minutes. */
export const slices: Indicator = {
  ...requests,
  method: 'Timeslices',
  sliceMs: 5 * MINUTE,
  sliceTarget: 0.99,
};

/** The last so many days. */
export const rolling = (days: number): SloWindow => ({
  kind: 'rolling',
  duration: { count: days, unit: 'd' },
  ms: days * DAY,
});

/** Calendar months, in UTC unless a zone is given. */
export const calendarMonth = (timeZone = 'UTC'): SloWindow => ({
  kind: 'calendar',
  duration: { count: 1, unit: 'M' },
  startTime: '2026-01-01 00:00:00',
  timeZone,
});

/** 99.9 %, with some of it changed. */
export const objectiveOf = (changed: Partial<Objective> = {}): Objective => ({
  id: '1',
  title: 'Requests succeed',
  target: 999_000,
  indicator: requests,
  ...changed,
});

type SloChanges = Partial<Omit<Slo, 'options'>> & {
  readonly options?: Partial<Slo['options']>;
};

/** 99.9 % of requests over 30 days, with some of it changed. */
export function sloOf({ options, ...changed }: SloChanges = {}): Slo {
  return {
    name: 'availability',
    title: 'Availability',
    description: '',
    labels: {},
    window: rolling(30),
    method: 'Occurrences',
    objectives: [objectiveOf()],
    conditions: [],
    routes: [{ name: 'pager', target: 'payments' }],
    ...changed,
    options: { emptySlices: 'good', minFailures: 1, mode: 'raw', ...options },
  };
}

/** Fifty percent at risk, both alerts. */
export const policy: SloPolicy = {
  atRiskBelow: 0.5,
  severities: ['page', 'ticket'],
  provisionalBelow: 0.5,
};

/** `[bad, total]`, `'no traffic'` or `'no data'`. */
export type Count = readonly [number, number] | 'no traffic' | 'no data';

/** Counts by key of the window; `rest` for those that are not named. */
export type Counts = Readonly<Record<string, Count>>;

/** A count as sources give it. */
export function sliCount(count: Count): SliCount {
  if (count === 'no data') return { total: null, bad: null };
  if (count === 'no traffic') return { total: 0, bad: 0 };
  return { bad: count[0], total: count[1] };
}

/** What a source says, with a sample of this minute. */
export function measurementOf(
  counts: Counts,
  changed: Partial<SliMeasurement> = {},
): SliMeasurement {
  return {
    mode: 'raw',
    counts: Object.fromEntries(
      Object.entries(counts).map(([key, count]) => [key, sliCount(count)]),
    ),
    newestAt: NOW - MINUTE,
    queries: [],
    warnings: [],
    ...changed,
  };
}

/** Counts for every window that is asked for. */
const filled = (
  {
    slo,
    at,
    corrections,
  }: Pick<SloEvaluationInput, 'slo' | 'at' | 'corrections'>,
  indicator: Indicator,
  counts: Counts,
): Counts =>
  Object.fromEntries(
    planWindows(slo, indicator, at, corrections).flatMap(({ key }) => {
      const count =
        counts[key] ?? (key.includes('!') ? undefined : counts.rest);
      return count === undefined ? [] : [[key, count]];
    }),
  );

/** Evaluates an SLO all of whose indicators, or each of them in order, measured the given counts. */
export function evaluatedAll(
  slo: Slo,
  counts: Counts | readonly Counts[],
  changed: Partial<SloEvaluationInput> & {
    readonly measurement?: Partial<SliMeasurement>;
  } = {},
) {
  const { measurement, ...input } = changed;
  const base = { slo, at: NOW, corrections: [], policy, ...input };
  const measured = new Map(
    slo.objectives.map(({ indicator }, index) => [
      indicatorKey(indicator),
      measurementOf(
        filled(
          base,
          indicator,
          Array.isArray(counts) ? counts[index] : (counts as Counts),
        ),
        measurement,
      ),
    ]),
  );
  return evaluateSlo({ ...base, measured });
}

/** The same, and its first objective. */
export const evaluated = (
  ...parameters: Parameters<typeof evaluatedAll>
): ObjectiveEvaluation => evaluatedAll(...parameters).objectives[0];

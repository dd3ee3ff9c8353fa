import { RecordedIndicator } from './subject';

/** Names of what is recorded. Renaming one is a break: dashboards and other rules read them. */
export const SERIES = {
  /** Bad events a second over 5 minutes. */
  badRate: 'plimsoll:slo_bad:rate5m',
  /** Events a second over 5 minutes. */
  totalRate: 'plimsoll:slo_total:rate5m',
  /** Bad events of the slice that ends now. */
  badSlice: 'plimsoll:slo_bad:slice',
  /** Events of the slice that ends now. */
  totalSlice: 'plimsoll:slo_total:slice',
  /** What the slice that ends now adds to the bad ones, empty slices counted as the SLO says. */
  sliceBad: 'plimsoll:slo_slice_bad:slice',
} as const;

/** Share of bad events or slices over a window: `plimsoll:slo_bad_ratio:1h`. */
export const ratioName = (window: string) => `plimsoll:slo_bad_ratio:${window}`;

/** The window of the whole budget among the names of {@link ratioName}. */
export const PERIOD = 'period';

/** Names of alerts. */
export const ALERTS = {
  burn: 'PlimsollBudgetBurn',
  condition: 'PlimsollBurnCondition',
  exhausted: 'PlimsollBudgetExhausted',
  absent: 'PlimsollSloAbsent',
} as const;

/** The labels of what is recorded, which select it again. */
export function recordLabels(subjectId: string, objective: string) {
  return { plimsoll_objective: objective, plimsoll_slo: subjectId };
}

/** `name{plimsoll_objective="1",plimsoll_slo="…"}`. */
export function seriesOf(
  name: string,
  subjectId: string,
  objective: string,
): string {
  const labels = Object.entries(recordLabels(subjectId, objective)).map(
    ([label, value]) => `${label}=${JSON.stringify(value)}`,
  );
  return `${name}{${labels.join(',')}}`;
}

/** The series of bad and all events of an indicator: a second, or of a slice. */
export function partSeries({
  subjectId,
  objective,
  indicator,
}: RecordedIndicator) {
  const sliced = indicator.method !== 'Occurrences';
  return {
    bad: seriesOf(
      sliced ? SERIES.badSlice : SERIES.badRate,
      subjectId,
      objective,
    ),
    total: seriesOf(
      sliced ? SERIES.totalSlice : SERIES.totalRate,
      subjectId,
      objective,
    ),
    sliceBad: seriesOf(SERIES.sliceBad, subjectId, objective),
  };
}

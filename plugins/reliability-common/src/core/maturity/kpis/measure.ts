import { KpiDirection } from './definition';
import { percentOf } from './numbers';

/** A value with what it rests on. @public */
export interface KpiMeasure {
  /** null: not known. */
  readonly value: number | null;
  /** What the value rests on. */
  readonly n: number;
  /** What it could rest on. */
  readonly of: number;
  /** 0 to 1, where it is not n ÷ of. */
  readonly coverage?: number | null;
  /** Of times only. */
  readonly p90?: number | null;
  readonly parts?: readonly KpiMeasurePart[];
}

/** The same of one tier or level. @public */
export interface KpiMeasurePart {
  readonly key: string;
  readonly title: string;
  readonly value: number | null;
  readonly n: number;
  readonly of: number;
}

/** Whether a value is as good as its target. @public */
export type KpiVerdict = 'yes' | 'no' | 'unknown' | 'no-target';

/** How a value moved since the period before. @public */
export interface KpiTrend {
  readonly previous: number;
  readonly n: number;
  readonly change: number;
  readonly verdict: 'better' | 'worse' | 'same';
}

/** Below this on either side a difference says more about chance. @public */
export const KPI_TREND_LEAST = 10;

/** A share as a measure: `n` of `of` are known, and of these `part`. @public */
export const shareMeasure = (
  part: number,
  n: number,
  of: number = n,
): KpiMeasure => ({ value: percentOf(part, n), n, of });

/** Compares a value with a target; at the target is met. @public */
export function judgeKpi(
  value: number | null,
  target: number | null,
  direction: KpiDirection,
): KpiVerdict {
  if (value === null) return 'unknown';
  if (target === null) return 'no-target';
  const met = direction === 'higher' ? value >= target : value <= target;
  return met ? 'yes' : 'no';
}

/** Share of what a measure could rest on that is known, 0 to 1; null where there is nothing. @public */
export function kpiCoverage({ n, of, coverage }: KpiMeasure): number | null {
  if (coverage !== undefined) return coverage;
  return of > 0 ? Math.min(1, n / of) : null;
}

/**
 * How a value moved since the period before; null where either is unknown or rests on fewer than
 * {@link KPI_TREND_LEAST}. Differences below a twentieth, which nobody sees in a rounded number, are none.
 *
 * @public
 */
export function kpiTrend(
  now: KpiMeasure,
  before: KpiMeasure | undefined,
  direction: KpiDirection,
): KpiTrend | null {
  if (!before || now.value === null || before.value === null) return null;
  if (Math.min(now.n, before.n) < KPI_TREND_LEAST) return null;
  const change = now.value - before.value;
  const { value: previous, n } = before;
  if (Math.abs(change) < 0.05) {
    return { previous, n, change: 0, verdict: 'same' };
  }
  const better = change > 0 === (direction === 'higher');
  return { previous, n, change, verdict: better ? 'better' : 'worse' };
}

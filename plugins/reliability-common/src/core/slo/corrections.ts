import { Indicator } from './slo';
import { TimeRange } from './window';

/** Corrections in order of time, those that touch or overlap as one; for slices widened to whole slices. @public */
export function mergeCorrections(
  corrections: readonly TimeRange[],
  { sliceMs }: Pick<Indicator, 'sliceMs'>,
): TimeRange[] {
  const unit = sliceMs ?? 1;
  const ranges = corrections
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => ({
      from: Math.floor(from / unit) * unit,
      to: Math.ceil(to / unit) * unit,
    }))
    .sort((one, other) => one.from - other.from);
  const merged: TimeRange[] = [];
  for (const range of ranges) {
    const last = merged[merged.length - 1];
    if (last && range.from <= last.to) {
      merged[merged.length - 1] = {
        from: last.from,
        to: Math.max(last.to, range.to),
      };
    } else merged.push(range);
  }
  return merged;
}

/** The part of a range that lies in another; undefined: none. */
export function overlapOf(
  one: TimeRange,
  other: TimeRange,
): TimeRange | undefined {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from < to ? { from, to } : undefined;
}

/** How much of a range merged corrections take out; milliseconds. */
export function correctedMs(
  range: TimeRange,
  merged: readonly TimeRange[],
): number {
  return merged.reduce((sum, correction) => {
    const overlap = overlapOf(range, correction);
    return overlap ? sum + overlap.to - overlap.from : sum;
  }, 0);
}

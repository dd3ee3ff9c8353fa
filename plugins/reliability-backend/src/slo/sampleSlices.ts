import {
  Indicator,
  SliCount,
} from '@plimsoll/backstage-plugin-reliability-common';
import { SampleSum } from './samples';

/** Events by the start of their step, in the order of time. */
export type StepEvents = ReadonlyMap<
  number,
  { readonly total: number; readonly bad: number }
>;

/** Shares of samples do not add up exactly; a slice that just meets its target is good. */
const ROUNDING = 1e-9;

/**
 * Spreads samples evenly over the steps that they cover. Steps are aligned to the epoch.
 *
 * @param sums - in the order of time
 */
export function eventsPerStep(
  sums: readonly SampleSum[],
  stepMs: number,
): StepEvents {
  const events = new Map<number, { total: number; bad: number }>();
  for (const { start, end, bad, total } of sums) {
    for (
      let step = Math.floor(start / stepMs) * stepMs;
      step < end;
      step += stepMs
    ) {
      const inside = Math.min(end, step + stepMs) - Math.max(start, step);
      const share = inside / (end - start);
      const sum = events.get(step) ?? { total: 0, bad: 0 };
      sum.total += total * share;
      sum.bad += bad * share;
      events.set(step, sum);
    }
  }
  return events;
}

/**
 * Counts the slices that lie in a window as a whole. A slice is measured where it had traffic; slices with
 * samples and no traffic give 0 and not null, so that no traffic and no data stay apart.
 */
export function countSlices(
  events: StepEvents,
  indicator: Indicator,
  { from, to }: { readonly from: number; readonly to: number },
): SliCount {
  const { sliceMs = 1, sliceTarget = 1, method } = indicator;
  let seen = false;
  let total = 0;
  let bad = 0;
  const first = Math.ceil(from / sliceMs) * sliceMs;
  for (let start = first; start + sliceMs <= to; start += sliceMs) {
    const slice = events.get(start);
    if (!slice) continue;
    seen = true;
    if (slice.total <= 0) continue;
    total += 1;
    const lacking = Math.min(1, slice.bad / slice.total);
    if (method === 'RatioTimeslices') bad += lacking;
    else if (1 - lacking < sliceTarget - ROUNDING) bad += 1;
  }
  return seen ? { total, bad } : { total: null, bad: null };
}

import { PushSamplesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../database/dates';
import { groupBy } from '../database/groupBy';
import { ReadSample } from './readSample';
import { MAX_SAMPLE_MS, SampleRange, SloSampleRecord } from './samples';
import { SampleTimeline } from './SampleTimeline';

export type SampleVerdict = PushSamplesResponse['results'][number];

/** A sample with its place in the request, and its SLO. */
export interface Candidate extends ReadSample {
  readonly index: number;
  readonly sloId: string;
}

export const rejected = (index: number, reason: string): SampleVerdict => ({
  index,
  status: 'rejected',
  reason,
});

/** Samples that stand close together are one range. */
export function rangesOf(candidates: readonly Candidate[]): SampleRange[] {
  const ranges: { sloId: string; start: number; end: number }[] = [];
  for (const [sloId, samples] of groupBy(candidates, ({ sloId: id }) => id)) {
    for (const { start, end } of [...samples].sort(
      (a, b) => a.start - b.start,
    )) {
      const last = ranges[ranges.length - 1];
      if (last?.sloId === sloId && start - last.end < MAX_SAMPLE_MS) {
        last.end = Math.max(last.end, end);
      } else ranges.push({ sloId, start, end });
    }
  }
  return ranges;
}

/**
 * Which samples bring something, and what each is told. The first of two that overlap is taken; of two of
 * the same time the last one counts.
 */
export function decideSamples(
  candidates: readonly Candidate[],
  stored: readonly SloSampleRecord[],
  source: string,
): { verdicts: SampleVerdict[]; writes: SloSampleRecord[] } {
  const timelines = new Map(
    [...groupBy(stored, ({ sloId }) => sloId)].map(([sloId, samples]) => [
      sloId,
      new SampleTimeline(samples),
    ]),
  );
  const writes = new Map<string, SloSampleRecord>();
  const verdicts = candidates.map((candidate): SampleVerdict => {
    const { index, sloId, start, end, good, bad, total } = candidate;
    const timeline =
      timelines.get(sloId) ?? new SampleTimeline<SloSampleRecord>([]);
    timelines.set(sloId, timeline);
    const sample = { sloId, source, start, end, good, bad, total };
    const rival = timeline.overlapping(sample);
    if (rival) {
      return rejected(
        index,
        `start: overlaps the sample of ${isoTime(rival.start)} to ${isoTime(
          rival.end,
        )} from the same source`,
      );
    }
    const same = timeline.at(sample);
    if (same && same.bad === bad && same.total === total) {
      return { index, status: 'unchanged' };
    }
    timeline.put(sample);
    writes.set(`${sloId}|${start}`, sample);
    return { index, status: 'stored' };
  });
  return { verdicts, writes: [...writes.values()] };
}

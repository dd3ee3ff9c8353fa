import {
  Indicator,
  indicatorKey,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { printDuration, printTime } from '../promql/duration';
import {
  labelled,
  partList,
  PrintedQuery,
  PrintWindow,
  union,
} from '../promql/measure';
import { badShareOf, Parts } from '../promql/parts';
import { sliceBad, sliceOf } from '../promql/slices';
import { overSteps, Range, SHORT_WINDOW } from '../promql/windowed';
import { partSeries } from './names';
import { RecordedIndicator, recordedIndicators } from './subject';

/** Events: their mean rate times the window. Both parts have a sample at each evaluation, so that the ratio is exact. */
function recordedEvents(
  recorded: RecordedIndicator,
  { rangeMs, endMs }: Required<Range>,
): Parts {
  const at = `@ ${printTime(endMs)}`;
  const count = (series: string) =>
    rangeMs <= SHORT_WINDOW
      ? `sum(${series} ${at}) * ${rangeMs / 1000}`
      : `sum(avg_over_time(${series}[${printDuration(rangeMs)}] ${at})) * ${
          rangeMs / 1000
        }`;
  const { bad, total } = partSeries(recorded);
  return { bad: count(bad), total: count(total) };
}

function recordedSlices(
  recorded: RecordedIndicator,
  range: Required<Range>,
): Parts {
  const slice = sliceOf(recorded.indicator);
  const endMs = Math.floor(range.endMs / slice) * slice;
  const aligned = { rangeMs: Math.max(range.rangeMs, slice), endMs };
  const series = partSeries(recorded);
  const total = `sum(${series.total})`;
  const share = badShareOf({ bad: `sum(${series.bad})`, total });
  const bad = sliceBad(share, recorded.indicator);
  const seen = overSteps('count_over_time', total, aligned, slice);
  return {
    bad: overSteps('sum_over_time', bad, aligned, slice),
    total: `(${overSteps(
      'count_over_time',
      `${total} > 0`,
      aligned,
      slice,
    )} or ${seen} * 0)`,
  };
}

/**
 * Prints what counts an indicator from what our rules recorded of it; answers look as those of
 * `printMeasure`. Cheap, and true for long windows: bad and all events were recorded apart.
 *
 * @returns nothing where the SLO has no such indicator
 */
export function recordedMeasure(
  subject: RuleSubject,
  indicator: Indicator,
  windows: readonly PrintWindow[],
): PrintedQuery[] {
  const key = indicatorKey(indicator);
  const recorded = recordedIndicators(subject).find(
    each => indicatorKey(each.indicator) === key,
  );
  if (!recorded) return [];
  return union(
    windows.flatMap(({ key: w, rangeMs, endMs }) => {
      const range = { rangeMs, endMs };
      const parts =
        indicator.method === 'Occurrences'
          ? recordedEvents(recorded, range)
          : recordedSlices(recorded, range);
      return partList(parts).map(([part, text]) => labelled(text, { w, part }));
    }),
  );
}

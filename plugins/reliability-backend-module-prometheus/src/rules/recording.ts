import {
  BURN_WINDOWS,
  BurnWindow,
  burnWindows,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { badOf, badShareOf, partsOf, PrintOptions } from '../promql/parts';
import { sliceBad, sliceOf } from '../promql/slices';
import {
  partSeries,
  PERIOD,
  ratioName,
  recordLabels,
  SERIES,
  seriesOf,
} from './names';
import { compositeRatio, ratioOver } from './ratios';
import { Rule } from './rule';
import {
  periodOf,
  RecordedIndicator,
  recordedIndicators,
  RuledObjective,
  ruledObjectives,
} from './subject';

/** Windows that are read often and cheaply, and those that can wait two minutes. */
const SLOW: ReadonlySet<string> = new Set<BurnWindow>(['1d', '3d']);

function partRules(
  recorded: RecordedIndicator,
  subject: RuleSubject,
  options: PrintOptions,
): Rule[] {
  const { indicator, subjectId, objective } = recorded;
  const labels = recordLabels(subjectId, objective);
  const sliced = indicator.method !== 'Occurrences';
  const rangeMs = sliced ? sliceOf(indicator) : BURN_WINDOWS['5m'];
  const fn = sliced ? 'increase' : 'rate';
  const parts = partsOf(indicator.sli, { rangeMs }, options, fn);
  const rules: Rule[] = [
    {
      record: sliced ? SERIES.badSlice : SERIES.badRate,
      expr: badOf(parts),
      labels,
    },
    {
      record: sliced ? SERIES.totalSlice : SERIES.totalRate,
      expr: parts.total,
      labels,
    },
  ];
  if (!sliced) return rules;
  const series = partSeries(recorded);
  const share = badShareOf({
    bad: `sum(${series.bad})`,
    total: `sum(${series.total})`,
  });
  const empty = { good: ' or vector(0)', bad: ' or vector(1)', exclude: '' }[
    subject.slo.options.emptySlices
  ];
  return [
    ...rules,
    {
      record: SERIES.sliceBad,
      expr: `${sliceBad(share, indicator)}${empty}`,
      labels,
      comment: `Empty slices: ${subject.slo.options.emptySlices}`,
    },
  ];
}

function ratioRule(
  subject: RuleSubject,
  window: string,
  objective: string,
  expr: string,
): Rule {
  return {
    record: ratioName(window),
    expr,
    labels: recordLabels(subject.id, objective),
  };
}

function compositeRules(
  objective: RuledObjective,
  subject: RuleSubject,
  windows: readonly string[],
): Rule[] {
  const { composite, method } = subject.slo;
  if (!composite) return [];
  return windows.map(window =>
    ratioRule(
      subject,
      window,
      objective.id,
      compositeRatio(
        objective,
        { aggregation: composite.aggregation, method },
        member =>
          seriesOf(ratioName(window), member.subjectId, member.objective),
        window === PERIOD,
      ),
    ),
  );
}

/** Name of each window that an SLO needs, with its length; shortest first. */
function windowsOf(subject: RuleSubject): [window: string, ms: number][] {
  const period = periodOf(subject);
  const burns = burnWindows
    .filter(window => BURN_WINDOWS[window] <= period)
    .map((window): [string, number] => [window, BURN_WINDOWS[window]]);
  return subject.slo.window.kind === 'rolling'
    ? [...burns, [PERIOD, period]]
    : burns;
}

/**
 * What is recorded of an SLO: bad and all events apart, then the share of bad ones over each window from
 * them. `slow` can be evaluated less often: long windows read many samples.
 *
 * @throws PromqlError
 */
export function recordingRules(
  subject: RuleSubject,
  options: PrintOptions,
): { fast: Rule[]; slow: Rule[] } {
  const recorded = recordedIndicators(subject);
  const windows = windowsOf(subject);
  const ratios = (slow: boolean): Rule[] => {
    const chosen = windows.filter(
      ([window]) => (SLOW.has(window) || window === PERIOD) === slow,
    );
    return [
      ...recorded.flatMap(each =>
        chosen.map(([window, ms]) =>
          ratioRule(subject, window, each.objective, ratioOver(each, ms)),
        ),
      ),
      ...ruledObjectives(subject).flatMap(objective =>
        compositeRules(
          objective,
          subject,
          chosen.map(([window]) => window),
        ),
      ),
    ];
  };
  return {
    fast: [
      ...recorded.flatMap(each => partRules(each, subject, options)),
      ...ratios(false),
    ],
    slow: ratios(true),
  };
}

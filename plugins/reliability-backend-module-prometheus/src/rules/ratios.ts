import {
  Aggregation,
  BudgetingMethod,
  BURN_WINDOWS,
  BurnWindow,
} from '@plimsoll/backstage-plugin-reliability-common';
import { printDuration, printNumber } from '../promql/duration';
import { sliceOf } from '../promql/slices';
import { overSteps } from '../promql/windowed';
import { partSeries } from './names';
import { RecordedIndicator, RuledObjective } from './subject';

const RATE_WINDOW = BURN_WINDOWS['5m' satisfies BurnWindow];

/**
 * Share of bad events of an indicator over a window, from what is recorded: always the sum of the bad ones
 * over the sum of all, never an average of shares. Nothing where there was no traffic.
 */
export function ratioOver(recorded: RecordedIndicator, ms: number): string {
  const { bad, total, sliceBad } = partSeries(recorded);
  if (recorded.indicator.method !== 'Occurrences') {
    const slice = sliceOf(recorded.indicator);
    return `sum(${overSteps(
      'avg_over_time',
      sliceBad,
      { rangeMs: Math.max(ms, slice) },
      slice,
    )})`;
  }
  if (ms <= RATE_WINDOW) return `sum(${bad}) / (sum(${total}) > 0)`;
  const range = printDuration(ms);
  return `sum(sum_over_time(${bad}[${range}])) / (sum(sum_over_time(${total}[${range}])) > 0)`;
}

/** Bad events, or slices, of an indicator over a window. */
function badOver(recorded: RecordedIndicator, ms: number): string {
  const { bad, sliceBad } = partSeries(recorded);
  if (recorded.indicator.method !== 'Occurrences') {
    const slice = sliceOf(recorded.indicator);
    const rangeMs = Math.max(ms, slice);
    return overSteps('sum_over_time', sliceBad, { rangeMs }, slice);
  }
  return `avg_over_time(${bad}[${printDuration(ms)}]) * ${ms / 1000}`;
}

/** One operand for each member, told apart by a label, so that members without data are left out. */
function each(
  { members }: RuledObjective,
  print: (member: RuledObjective['members'][number]) => string,
): string {
  return members
    .map(
      (member, index) =>
        `label_replace(${print(member)}, "member", "${index + 1}", "", "")`,
    )
    .join(' or ');
}

/** Bad events, or slices, of an objective over a window; of a composite those of all members. */
export function failuresOver(objective: RuledObjective, ms: number): string {
  return objective.members.length === 1
    ? `sum(${badOver(objective.members[0].recorded, ms)})`
    : `sum(${each(objective, ({ recorded }) => badOver(recorded, ms))})`;
}

/**
 * Share of bad events of a composite, as `combineShares` of the core has it: burns of the members as a share
 * of the budget of the whole, or for slices what members lack.
 *
 * @param textOf - share of one member
 */
export function compositeRatio(
  objective: RuledObjective,
  rule: { aggregation: Aggregation; method: BudgetingMethod },
  textOf: (recorded: RecordedIndicator) => string,
  allMustBeKnown: boolean,
): string {
  const { aggregation, method } = rule;
  const scaled = (
    factorOf: (member: { target: number; weight: number }) => number,
  ) =>
    each(
      objective,
      member =>
        `(${textOf(member.recorded)}) * ${printNumber(factorOf(member))}`,
    );
  const budgets = ({ target }: { target: number }) =>
    (1_000_000 - objective.target) / (1_000_000 - target);
  const print = (): string => {
    if (aggregation === 'weightedSum' && method === 'Timeslices') {
      return `clamp_max(sum(${scaled(() => 1)}), 1)`;
    }
    if (aggregation === 'weightedSum' && method === 'RatioTimeslices') {
      return `clamp_max(sum(${scaled(({ weight }) => weight)}), 1)`;
    }
    if (aggregation === 'worst') return `max(${scaled(budgets)})`;
    const added = `sum(${scaled(m => m.weight * budgets(m))})`;
    const weights = each(
      objective,
      member =>
        `(${textOf(member.recorded)}) * 0 + ${printNumber(member.weight)}`,
    );
    return aggregation === 'weightedSum' ? added : `${added} / sum(${weights})`;
  };
  const known = allMustBeKnown
    ? objective.members.map(({ recorded }) => ` and on() (${textOf(recorded)})`)
    : [];
  return `${print()}${known.join('')}`;
}

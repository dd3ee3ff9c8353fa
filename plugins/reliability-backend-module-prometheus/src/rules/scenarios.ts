import {
  AlertPair,
  BURN_WINDOWS,
  burnThreshold,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';
import { sliceOf } from '../promql/slices';
import { pairsOf } from './pairs';
import { RuleOptions } from './groups';
import { RuledObjective, ruledObjectives } from './subject';

/** What is known of an objective when its rules are tested. */
export interface TestedObjective {
  readonly subject: RuleSubject;
  readonly objective: RuledObjective;
  readonly pairs: readonly AlertPair[];
  /** Budget as a share of all events. */
  readonly budget: number;
  /** Share that the rules see when every event of every member is bad. */
  readonly outage: number;
  /** Whether a share between 0 and 1 can be fed, so that thresholds can be tested from both sides. */
  readonly fine: boolean;
}

function outageShare({ slo }: RuleSubject, objective: RuledObjective): number {
  if (!slo.composite) return 1;
  const { aggregation } = slo.composite;
  const weights = objective.members.map(({ weight }) => weight);
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  if (aggregation === 'weightedSum' && slo.method === 'Timeslices') return 1;
  if (aggregation === 'weightedSum' && slo.method === 'RatioTimeslices') {
    return Math.min(1, sum(weights));
  }
  const burns = objective.members.map(
    ({ target }) => (1_000_000 - objective.target) / (1_000_000 - target),
  );
  if (aggregation === 'worst') return Math.max(...burns);
  const added = sum(burns.map((burn, index) => burn * weights[index]));
  return aggregation === 'weightedSum' ? added : added / sum(weights);
}

/** The objectives of an SLO with what their alerts do. */
export function testedObjectives(
  subject: RuleSubject,
  { stepMs }: RuleOptions,
): TestedObjective[] {
  const { slo } = subject;
  return ruledObjectives(subject).map(objective => ({
    subject,
    objective,
    pairs: pairsOf(subject, objective, stepMs).pairs,
    budget: burnThreshold(1, objective.target),
    outage: outageShare(subject, objective),
    fine: !slo.composite && slo.method === 'Occurrences',
  }));
}

/** Bad slices that an outage puts into a window; Infinity where events are counted, of which there are many. */
function mostFailures(
  { subject, objective }: TestedObjective,
  pair: AlertPair,
): number {
  if (subject.slo.method === 'Occurrences') return Infinity;
  const slices = objective.members.map(({ recorded }) =>
    Math.max(
      1,
      Math.floor(BURN_WINDOWS[pair.long] / sliceOf(recorded.indicator)),
    ),
  );
  return slices.reduce((a, b) => a + b, 0);
}

/** How many pairs of a severity fire while a share of all events is bad for long enough. */
export function firing(
  tested: TestedObjective,
  share: number,
): { page: number; ticket: number } {
  const { minFailures } = tested.subject.slo.options;
  const on = tested.pairs.filter(
    pair =>
      share > burnThreshold(pair.factor, tested.objective.target) &&
      mostFailures(tested, pair) >= minFailures,
  );
  const count = (severity: string) =>
    on.filter(pair => pair.severity === severity).length;
  return { page: count('page'), ticket: count('ticket') };
}

/** After which time slices have gathered as many failures as the guard wants; milliseconds. */
export function guardDelay({ subject, objective }: TestedObjective): number {
  const { minFailures } = subject.slo.options;
  if (subject.slo.method === 'Occurrences' || minFailures <= 1) return 0;
  return (
    Math.ceil(minFailures) *
    Math.max(
      ...objective.members.map(({ recorded }) => sliceOf(recorded.indicator)),
    )
  );
}

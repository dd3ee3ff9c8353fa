import {
  COMPOSITE,
  Indicator,
  indicatorsOf,
  Objective,
  usualLength,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RuleSubject } from '@plimsoll/backstage-plugin-reliability-node';

/** One indicator whose parts are recorded; objectives that share it share the recordings. */
export interface RecordedIndicator {
  readonly subjectId: string;
  /** Value of the label `plimsoll_objective`. */
  readonly objective: string;
  readonly indicator: Indicator;
}

/** Something with a target of its own: an objective, or a composite. */
export interface RuledObjective {
  readonly id: string;
  readonly title: string;
  /** Parts per million. */
  readonly target: number;
  /** What it rests on; several of a composite. */
  readonly members: readonly {
    readonly recorded: RecordedIndicator;
    readonly target: number;
    readonly weight: number;
  }[];
  /** Whether its share of bad events can exceed 1, as a sum of burns can. */
  readonly adds: boolean;
}

/** What of an SLO is recorded, in the order of its objectives. */
export function recordedIndicators({
  id,
  slo,
}: RuleSubject): RecordedIndicator[] {
  return indicatorsOf(slo).map(({ indicator, objectiveIds }) => ({
    subjectId: id,
    objective: objectiveIds[0],
    indicator,
  }));
}

/** What of an SLO alerts: each objective, or the composite alone. */
export function ruledObjectives(subject: RuleSubject): RuledObjective[] {
  const { slo } = subject;
  const recorded = recordedIndicators(subject);
  const sharing = indicatorsOf(slo);
  const memberOf = ({ id, target, weight }: Objective) => ({
    recorded:
      recorded[sharing.findIndex(each => each.objectiveIds.includes(id))],
    target,
    weight: weight ?? 1,
  });
  if (!slo.composite) {
    return slo.objectives.map(objective => ({
      id: objective.id,
      title: objective.title,
      target: objective.target,
      members: [memberOf(objective)],
      adds: false,
    }));
  }
  return [
    {
      id: COMPOSITE,
      title: slo.title,
      target: slo.composite.target,
      members: slo.objectives.map(memberOf),
      adds:
        slo.composite.aggregation !== 'weightedSum' ||
        slo.method === 'Occurrences',
    },
  ];
}

/** Length of the period of an SLO in milliseconds; of a calendar period the usual one. */
export const periodOf = ({ slo }: RuleSubject): number =>
  usualLength(slo.window);

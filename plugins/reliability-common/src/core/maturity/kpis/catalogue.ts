import { oncallDefinitions, readinessDefinitions } from './careDefinitions';
import { KpiDefinition } from './definition';
import {
  incidentDefinitions,
  learningDefinitions,
} from './incidentDefinitions';
import { outcomeDefinitions } from './outcomeDefinitions';

/** Every figure that we compute, in the order in which they stand. Targets are ours; yours belong in the configuration. @public */
export const kpiDefinitions: readonly KpiDefinition[] = [
  ...outcomeDefinitions,
  ...incidentDefinitions,
  ...learningDefinitions,
  ...oncallDefinitions,
  ...readinessDefinitions,
];

/** What a company says about a figure that others hold. @public */
export interface PushedKpi {
  readonly id: string;
  readonly title: string;
  /** `source/key` of a pushed fact. */
  readonly fact: string;
  readonly unit: string;
  readonly direction: 'higher' | 'lower';
  readonly target: number | null;
  readonly aggregate: 'mean' | 'median' | 'sum';
}

const HOW: Readonly<Record<PushedKpi['aggregate'], string>> = {
  mean: 'Mean',
  median: 'Median',
  sum: 'Sum',
};

/** A figure that others hold, beside ours. @public */
export const pushedKpiDefinition = (kpi: PushedKpi): KpiDefinition => ({
  id: kpi.id,
  title: kpi.title,
  group: 'others',
  noun: 'maturity',
  unit: kpi.unit,
  direction: kpi.direction,
  formula: `${HOW[kpi.aggregate]} of the pushed fact ${
    kpi.fact
  } over the services that have it, as it is now.`,
  source: `Whoever pushes ${kpi.fact}.`,
  hides: 'How it was measured. There is no past of it here, and so no trend.',
  detail: 'none',
  defaultTarget: kpi.target,
});

import { fingerprint } from '../facts/fingerprint';
import { Indicator, Objective, Slo } from './slo';

/** An indicator of an SLO, with the objectives that share it. @public */
export interface SharedIndicator {
  /** The same for equal indicators, also in other SLOs. */
  readonly key: string;
  readonly indicator: Indicator;
  readonly objectiveIds: readonly string[];
}

/** Key of an indicator: equal indicators have equal keys. @public */
export const indicatorKey = (indicator: Indicator): string =>
  fingerprint(indicator);

/** What must be measured for an SLO, each indicator once, in the order of the objectives. @public */
export function indicatorsOf({
  objectives,
}: Pick<Slo, 'objectives'>): SharedIndicator[] {
  const found = new Map<string, Objective[]>();
  for (const objective of objectives) {
    const key = indicatorKey(objective.indicator);
    found.set(key, [...(found.get(key) ?? []), objective]);
  }
  return [...found].map(([key, sharing]) => ({
    key,
    indicator: sharing[0].indicator,
    objectiveIds: sharing.map(({ id }) => id),
  }));
}

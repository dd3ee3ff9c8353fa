/** Under which heading a figure stands. @public */
export type KpiHeading =
  | 'outcomes'
  | 'incidents'
  | 'learning'
  | 'oncall'
  | 'readiness'
  | 'others';

/** The list on which each of the values is seen. @public */
export type KpiDetail =
  | 'slos'
  | 'incidents'
  | 'postmortems'
  | 'follow-ups'
  | 'oncall'
  | 'readiness'
  | 'ranking'
  | 'none';

/** Which is better. @public */
export type KpiDirection = 'higher' | 'lower';

/** What a figure of a reliability programme is, apart from any value of it. @public */
export interface KpiDefinition {
  readonly id: string;
  readonly title: string;
  readonly group: KpiHeading;
  readonly noun: 'slo' | 'oncall' | 'readiness' | 'incidents' | 'maturity';
  /** `percent`, `minutes`, `count`, `per-week`, or words of whoever pushes it. */
  readonly unit: string;
  readonly direction: KpiDirection;
  /** In words. */
  readonly formula: string;
  readonly source: string;
  /** What the figure does not show. */
  readonly hides: string;
  readonly detail: KpiDetail;
  /** null: there is no number that is right for everybody. */
  readonly defaultTarget: number | null;
}

type Parts = Omit<KpiDefinition, 'id' | 'group'>;

/** Figures of one heading. */
export const kpisOf = (
  group: KpiHeading,
  definitions: Readonly<Record<string, Parts>>,
): KpiDefinition[] =>
  Object.entries(definitions).map(([id, parts]) => ({ id, group, ...parts }));

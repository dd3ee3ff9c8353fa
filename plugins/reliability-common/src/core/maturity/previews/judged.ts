import { Enforcement, JudgedCheck, Outcome } from '../assess';
import { LevelDefinition } from '../scorecard';

/** A check of a report, as much of it as level and score need. @public */
export interface ReportedCheck {
  readonly id: string;
  /** Id of the level. */
  readonly level: string;
  readonly weight: number;
  readonly outcome: Outcome;
  readonly enforcement: Enforcement;
}

/** A report, as much of it as level and score need. @public */
export interface ReportedChecks {
  readonly levels: readonly Pick<LevelDefinition, 'id' | 'minScore'>[];
  readonly checks: readonly ReportedCheck[];
}

/** Whether a check fails or is not known: what work or data can change. @public */
export const isOpenCheck = ({
  outcome,
}: Pick<ReportedCheck, 'outcome'>): boolean =>
  outcome === 'fail' || outcome === 'unknown';

/** The checks of a report as score and ladder read them. */
export function judgedOf({ levels, checks }: ReportedChecks): JudgedCheck[] {
  const places = new Map(levels.map(({ id }, index) => [id, index]));
  return checks.map(({ id, level, weight, outcome, enforcement }) => ({
    check: {
      levelIndex: places.get(level) ?? -1,
      definition: { weight, dimension: '' },
    },
    result: { id, outcome, enforcement },
  }));
}

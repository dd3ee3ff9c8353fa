import { NextLevel } from '../ladder';
import { ratingOf } from '../rating';
import { isOpenCheck, judgedOf, ReportedChecks } from './judged';

/** What a report would say. @public */
export interface WhatIf {
  /** Index in the levels, -1 below the first. */
  readonly level: number;
  /** Per mille. */
  readonly score: number;
  /** Per mille. */
  readonly coverage: number;
  /** Absent at the top. */
  readonly nextLevel?: NextLevel;
}

/**
 * Level and score of a service if some of its failing or unknown checks passed. Ticking any other check changes
 * nothing: one that does not apply still would not, one that is exempt stays so, one that is scheduled or planned
 * does not count. Computed by the functions that assess, so that it agrees with the report that follows.
 *
 * @param report - the checks as reported, with all of the scorecard's levels
 * @param ticked - ids of checks
 *
 * @public
 */
export function whatIf(
  report: ReportedChecks,
  ticked: ReadonlySet<string>,
): WhatIf {
  const judged = judgedOf({
    levels: report.levels,
    checks: report.checks.map(check =>
      ticked.has(check.id) && isOpenCheck(check)
        ? { ...check, outcome: 'pass' as const }
        : check,
    ),
  });
  return ratingOf(report.levels, judged);
}

import {
  SliMeasurement,
  SloEvaluation,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReportedSlo } from '@plimsoll/backstage-plugin-reliability-node';
import { lowestCoverage } from './SloFactReader';
import { StoredCoverage, StoredEvaluation } from './sloState';

/** In these windows it shows first that a budget goes faster than it may. */
const FIRST: readonly string[] = ['5m', '1h'];

/** Whether a budget goes faster than it may, or nothing is known of it. */
export const burnsFast = ({ objectives }: SloEvaluation): boolean =>
  objectives.some(
    ({ budget, burns }) =>
      budget.sli === null ||
      burns.some(
        ({ window, rate }) => FIRST.includes(window) && (rate ?? 0) > 1,
      ),
  );

const distinct = (texts: readonly string[]) => [...new Set(texts)];

/** An evaluation with what it rests on. */
export function toStored(
  evaluation: SloEvaluation,
  at: number,
  measured: readonly SliMeasurement[],
  coverage: StoredCoverage | undefined,
): StoredEvaluation {
  const newest = measured.flatMap(({ newestAt }) => newestAt ?? []);
  return {
    ...evaluation,
    at,
    mode: measured[0].mode,
    queries: distinct(measured.flatMap(({ queries }) => queries)),
    warnings: distinct(
      measured.flatMap(({ warnings, notes = [] }) => [...warnings, ...notes]),
    ),
    newestSampleAt: newest.length > 0 ? Math.min(...newest) : null,
    coverage: lowestCoverage(coverage ?? null),
  };
}

/** An evaluation of what a source said that evaluates by itself. */
export function toStoredReport(
  evaluation: SloEvaluation,
  { at, warnings }: ReportedSlo,
): StoredEvaluation {
  return {
    ...evaluation,
    at,
    mode: 'reported',
    queries: [],
    warnings,
    newestSampleAt: at,
    coverage: null,
  };
}

import {
  CompiledScorecard,
  dimensionOutcome,
  enforcementOf,
  HeatCell,
  HeatColumn,
  Outcome,
  outcomeSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RankedReport } from '../rankingFilter';
import { letterOf } from '../reportRow';
import { dimensionsOf } from './presentRollup';
import { lineOf } from './ratedService';

const outcomeOfLetter = new Map<string, Outcome>(
  outcomeSchema.options.map(outcome => [letterOf(outcome), outcome]),
);

/** A column without its totals, and what stands in it for a report. */
export interface HeatColumnKind extends Omit<HeatColumn, 'totals'> {
  outcomeOf(report: RankedReport): Outcome | undefined;
  cellOf(report: RankedReport): HeatCell | null;
}

function dimensionColumn(id: string): HeatColumnKind {
  const outcomeOf = (report: RankedReport) =>
    dimensionOutcome(lineOf(report).dimensions[id]);
  return {
    id,
    title: id,
    level: null,
    enforcement: 'enforced',
    outcomeOf,
    cellOf: report => {
      const dimension = lineOf(report).dimensions[id];
      return {
        outcome: outcomeOf(report),
        ...(dimension && {
          score: dimension.score,
          coverage: dimension.coverage,
        }),
      };
    },
  };
}

function checkColumn(
  { checks, hash }: CompiledScorecard,
  index: number,
  now: number,
): HeatColumnKind {
  const { definition } = checks[index];
  // The letters of older rules stand for other checks.
  const outcomeOf = ({ scorecardHash, outcomes }: RankedReport) =>
    scorecardHash === hash ? outcomeOfLetter.get(outcomes[index]) : undefined;
  return {
    id: definition.id,
    title: definition.title,
    level: definition.level,
    enforcement: enforcementOf(checks[index], now),
    outcomeOf,
    cellOf: report => {
      const outcome = outcomeOf(report);
      return outcome ? { outcome } : null;
    },
  };
}

/** The columns of a heatmap, in the order of the scorecard. */
export function heatColumns(
  scorecard: CompiledScorecard,
  kind: 'dimensions' | 'checks',
  now: number,
): HeatColumnKind[] {
  return kind === 'dimensions'
    ? dimensionsOf(scorecard).map(dimensionColumn)
    : [...scorecard.checks.keys()].map(index =>
        checkColumn(scorecard, index, now),
      );
}

/** How many reports have each outcome in a column. */
export function heatTotals(
  column: HeatColumnKind,
  reports: readonly RankedReport[],
): HeatColumn['totals'] {
  const totals = {
    pass: 0,
    fail: 0,
    unknown: 0,
    'not-applicable': 0,
    exempt: 0,
    outdated: 0,
  };
  for (const report of reports) {
    totals[column.outcomeOf(report) ?? 'outdated'] += 1;
  }
  return totals;
}

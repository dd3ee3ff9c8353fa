import {
  CompiledScorecard,
  enforcementOf,
  RatedService,
} from '@plimsoll/backstage-plugin-reliability-common';
import { RankedReport } from '../rankingFilter';
import { letterOf, StoredItem } from '../reportRow';

/** The part of a stored line that the figures need beside what the ranking sorts by. */
export type ReportLine = Pick<
  StoredItem,
  'title' | 'tier' | 'level' | 'dimensions'
>;

const lines = new WeakMap<RankedReport, ReportLine>();

/** The stored line of a report, read once for as long as the report stands. */
export function lineOf(report: RankedReport): ReportLine {
  let line = lines.get(report);
  if (!line) {
    const { title, tier, level, dimensions } = JSON.parse(
      report.item,
    ) as StoredItem;
    line = { title, tier, level, dimensions };
    lines.set(report, line);
  }
  return line;
}

const EXCUSED = [letterOf('not-applicable'), letterOf('exempt')];

/** What is the same for all reports of an answer. */
export interface RatingContext {
  readonly scorecard: CompiledScorecard;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** YYYY-MM-DD; a trend that began today says nothing yet. */
  readonly today: string;
  /** Whether checks that are not applicable or exempt are counted: they are read one by one. */
  readonly countExcused?: boolean;
  /** Coverage at the start of the trend, where it is known. */
  readonly coverageThen?: (report: RankedReport) => number | undefined;
}

/** Reports as the figures see them, in the same order; without their types, by which they are chosen before. */
export function ratedServices(
  reports: readonly RankedReport[],
  context: RatingContext,
): RatedService[] {
  const { scorecard, now, today, countExcused, coverageThen } = context;
  const enforced = [...scorecard.checks.keys()].filter(
    index => enforcementOf(scorecard.checks[index], now) === 'enforced',
  );
  const excusedOf = ({ outcomes }: RankedReport) =>
    enforced.reduce(
      (sum, index) => sum + (EXCUSED.includes(outcomes[index]) ? 1 : 0),
      0,
    );
  return reports.map(report => {
    const { level, dimensions } = lineOf(report);
    // The letters of older rules stand for other checks.
    const counted = countExcused && report.scorecardHash === scorecard.hash;
    return {
      entityRef: report.entityRef,
      tierId: report.tierId,
      type: '',
      level: level.index,
      score: report.score,
      coverage: report.coverage,
      dimensions,
      needsAttention: report.needsAttention,
      excused: counted ? excusedOf(report) : 0,
      checks: counted ? enforced.length : 0,
      ...(report.trend.day !== today && {
        then: {
          day: report.trend.day,
          score: report.trend.score,
          coverage: coverageThen?.(report),
        },
      }),
    };
  });
}

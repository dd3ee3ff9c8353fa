import {
  CompiledScorecard,
  KpiLevels,
  levelMeasures,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { PastDays } from '../PastDays';
import { RankedReport } from '../rankingFilter';
import { kpiDays, KpiPeriod } from './kpiPeriod';
import { KpiMeasures, KpiPopulation } from './KpiReader';

/** Days of a period that are told; a year by months is enough to see where it goes. */
const MOST_DAYS = 13;

/** Adds services up, so that a day has one line. */
function sumUp(
  lines: readonly { level: string; services: number; coverageSum: number }[],
): KpiLevels | undefined {
  if (lines.length === 0) return undefined;
  const levels: Record<string, number> = {};
  let services = 0;
  let coverageSum = 0;
  for (const line of lines) {
    levels[line.level] = (levels[line.level] ?? 0) + line.services;
    services += line.services;
    coverageSum += line.coverageSum;
  }
  return { services, coverageSum, levels };
}

const ofReports = (reports: readonly RankedReport[]) =>
  sumUp(
    reports.map(({ levelId, coverage }) => ({
      level: levelId,
      services: 1,
      coverageSum: coverage,
    })),
  );

/** Levels and coverage of services now and on former days. */
export class KpiLevelReader {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly pastDays: PastDays;
    },
  ) {}

  /** @param reports - of the services on the scorecard, as they are now */
  async read(
    { refs }: KpiPopulation,
    scorecard: CompiledScorecard,
    period: KpiPeriod,
    reports: readonly RankedReport[],
  ) {
    const { knex, pastDays } = this.options;
    const { id, levels } = scorecard.definition;
    const lastBefore = period.before.lastDay;
    const days = kpiDays(period.now, MOST_DAYS);
    // Today is in the reports.
    const past = [lastBefore, ...days].filter(
      day => !period.isCurrent || day !== period.now.lastDay,
    );
    const lines = await pastDays.levels(knex, id, past, refs);
    const byDay = new Map(
      [lastBefore, ...days].map(day => [
        day,
        sumUp(lines.filter(line => line.day === day)),
      ]),
    );
    const last = period.now.lastDay;
    if (period.isCurrent) byDay.set(last, ofReports(reports));
    const measuresOf = (day: string): KpiMeasures =>
      levelMeasures(byDay.get(day), levels, refs.length);
    return {
      now: measuresOf(last),
      before: measuresOf(lastBefore),
      history: days.flatMap(day => {
        const found = byDay.get(day);
        return found
          ? [
              {
                day,
                services: found.services,
                coverage: found.coverageSum / found.services / 10,
                levels: { ...found.levels },
              },
            ]
          : [];
      }),
    };
  }
}

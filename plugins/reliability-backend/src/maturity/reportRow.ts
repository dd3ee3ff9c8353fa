import {
  Attention,
  DimensionScore,
  Outcome,
  rankKey,
  Tier,
  UNTIERED,
  UNTIERED_RANK,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceRecord } from '../catalog/ServiceStore';
import { dayOf } from '../database/dates';
import { optionalTime, timeOf } from '../database/sql';

/** One stored assessment. Times are milliseconds since the epoch, scores per mille. */
export interface StoredReport {
  readonly scorecardId: string;
  readonly entityRef: string;
  readonly title: string;
  readonly tierId: string;
  readonly tierRank: number;
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
  readonly lifecycle?: string;
  readonly level: number;
  readonly levelId: string;
  readonly score: number;
  readonly coverage: number;
  readonly dimensions: Readonly<Record<string, DimensionScore>>;
  readonly attention: readonly Attention[];
  readonly trend: { readonly score: number; readonly day: string };
  readonly droppedAt?: number;
  readonly scorecardHash: string;
  readonly assessedAt: number;
  readonly nextChangeAt?: number;
  /** Written by `encodeExplanation`. */
  readonly explanation: string;
  readonly rankKey: string;
}

/** A report to be written. */
export interface ReportWrite
  extends Omit<
    StoredReport,
    | 'title'
    | 'tierId'
    | 'tierRank'
    | 'owner'
    | 'system'
    | 'domain'
    | 'lifecycle'
    | 'trend'
    | 'rankKey'
    | 'entityRef'
  > {
  readonly service: ServiceRecord;
  readonly tier?: Tier;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export type ReportRow = {
  scorecard_id: string;
  entity_ref: string;
  rank_key: string;
  level_index: number;
  level_id: string;
  score: number;
  coverage: number;
  tier_id: string;
  tier_rank: number;
  sort_title: string;
  title: string;
  owner: string | null;
  system: string | null;
  domain: string | null;
  lifecycle: string | null;
  search: string;
  outcomes: string;
  dimensions: string;
  attention: string;
  needs_attention: boolean | number;
  trend_score: number;
  trend_day: string;
  dropped_at: Date | number | null;
  scorecard_hash: string;
  assessed_at: Date | number;
  next_change_at: Date | number | null;
  report: string;
};

export const REPORTS = 'reliability_reports';

/** A point in time for a column that may be null. */
export const optionalDate = (time: number | undefined) =>
  time === undefined ? null : new Date(time);

/** A row as a report. `explanation` is empty where the query left the column out. */
export function fromReportRow(row: ReportRow): StoredReport {
  return {
    scorecardId: row.scorecard_id,
    entityRef: row.entity_ref,
    title: row.title,
    tierId: row.tier_id,
    tierRank: row.tier_rank,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    domain: row.domain ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    level: row.level_index,
    levelId: row.level_id,
    score: row.score,
    coverage: row.coverage,
    dimensions: JSON.parse(row.dimensions) as StoredReport['dimensions'],
    attention: JSON.parse(row.attention) as Attention[],
    trend: { score: row.trend_score, day: row.trend_day },
    droppedAt: optionalTime(row.dropped_at),
    scorecardHash: row.scorecard_hash,
    assessedAt: timeOf(row.assessed_at),
    nextChangeAt: optionalTime(row.next_change_at),
    explanation: row.report ?? '',
    rankKey: row.rank_key,
  };
}

/** How a check's outcome stands in the column `outcomes`; what a filter looks for. */
export const outcomeMark = (check: string, outcome: Outcome) =>
  `;${check}=${outcome};`;

/** A report as a row. */
export function toReportRow(report: ReportWrite): ReportRow {
  const { service, tier } = report;
  const { entityRef } = service;
  const tierRank = tier?.rank ?? UNTIERED_RANK;
  return {
    scorecard_id: report.scorecardId,
    entity_ref: entityRef,
    rank_key: rankKey({ ...report, tierRank, entityRef }),
    level_index: report.level,
    level_id: report.levelId,
    score: report.score,
    coverage: report.coverage,
    tier_id: tier?.id ?? UNTIERED,
    tier_rank: tierRank,
    sort_title: service.title.toLocaleLowerCase('en-US'),
    title: service.title,
    owner: service.owner ?? null,
    system: service.system ?? null,
    domain: service.domain ?? null,
    lifecycle: service.lifecycle ?? null,
    search: [service.title, entityRef, service.owner ?? '']
      .join('\n')
      .toLocaleLowerCase('en-US'),
    outcomes: [...report.outcomes]
      .map(([check, outcome]) => outcomeMark(check, outcome))
      .join(''),
    dimensions: JSON.stringify(report.dimensions),
    attention: JSON.stringify(report.attention),
    needs_attention: report.attention.length > 0,
    trend_score: report.score,
    trend_day: dayOf(report.assessedAt),
    dropped_at: optionalDate(report.droppedAt),
    scorecard_hash: report.scorecardHash,
    assessed_at: new Date(report.assessedAt),
    next_change_at: optionalDate(report.nextChangeAt),
    report: report.explanation,
  };
}

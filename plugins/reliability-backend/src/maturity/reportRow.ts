import {
  Outcome,
  outcomeLetters,
  outcomeOfLetter,
  RankedServiceItem,
  rankKey,
  UNTIERED_RANK,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceRecord } from '../catalog/ServiceStore';
import { dayOf } from '../database/dates';
import { optionalTime, timeOf } from '../database/sql';

/** The part of a line of the ranking that is stored as it is answered; the rest depends on the reader or the day. */
export type StoredItem = Omit<
  RankedServiceItem,
  'rank' | 'trend' | 'assessedAt' | 'outdated'
>;

/** One stored assessment. Times are milliseconds since the epoch, scores per mille. */
export interface StoredReport {
  readonly scorecardId: string;
  readonly entityRef: string;
  readonly rankKey: string;
  readonly level: number;
  readonly levelId: string;
  readonly score: number;
  readonly coverage: number;
  readonly trend: { readonly score: number; readonly day: string };
  readonly droppedAt?: number;
  readonly scorecardHash: string;
  readonly assessedAt: number;
  readonly nextChangeAt?: number;
  /** One letter for each check, in the order of the scorecard. */
  readonly outcomes: string;
  /** JSON of a {@link StoredItem}. */
  readonly item: string;
  /** Written by `encodeExplanation`; empty where the query left it out. */
  readonly explanation: string;
}

/** The part of a stored report with which a reassessment compares. */
export type ComparedReport = Pick<
  StoredReport,
  | 'scorecardId'
  | 'entityRef'
  | 'level'
  | 'levelId'
  | 'score'
  | 'droppedAt'
  | 'scorecardHash'
  | 'nextChangeAt'
  | 'outcomes'
  | 'item'
  | 'explanation'
>;

/** A report to be written. */
export interface ReportWrite
  extends Omit<StoredReport, 'trend' | 'rankKey' | 'entityRef' | 'outcomes'> {
  readonly service: ServiceRecord;
  readonly tier: Pick<StoredItem['tier'], 'id' | 'rank'>;
  readonly needsAttention: boolean;
  /** In the order of the scorecard's checks; reports with the same share it. */
  readonly outcomes: readonly Outcome[];
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
  owner: string | null;
  system: string | null;
  domain: string | null;
  search: string;
  outcomes: string;
  needs_attention: boolean | number;
  item: string;
  trend_score: number;
  trend_day: string;
  dropped_at: Date | number | null;
  scorecard_hash: string;
  assessed_at: Date | number;
  next_change_at: Date | number | null;
  report: string | null;
};

/** What a reassessment compares with, beside item and explanation. */
export const COMPARED_COLUMNS = [
  'scorecard_id',
  'entity_ref',
  'level_index',
  'level_id',
  'score',
  'dropped_at',
  'scorecard_hash',
  'next_change_at',
  'outcomes',
] as const satisfies readonly (keyof ReportRow)[];

export const REPORTS = 'reliability_reports';

/** A point in time for a column that may be null. */
export const optionalDate = (time: number | undefined) =>
  time === undefined ? null : new Date(time);

/** A row as a report. */
export function fromReportRow(row: ReportRow): StoredReport {
  return {
    scorecardId: row.scorecard_id,
    entityRef: row.entity_ref,
    rankKey: row.rank_key,
    level: row.level_index,
    levelId: row.level_id,
    score: row.score,
    coverage: row.coverage,
    trend: { score: row.trend_score, day: row.trend_day },
    droppedAt: optionalTime(row.dropped_at),
    scorecardHash: row.scorecard_hash,
    assessedAt: timeOf(row.assessed_at),
    nextChangeAt: optionalTime(row.next_change_at),
    outcomes: row.outcomes,
    item: row.item,
    explanation: row.report ?? '',
  };
}

/** A part of a row; item and explanation are null where the query left them out. */
export type ComparedRow = Pick<ReportRow, (typeof COMPARED_COLUMNS)[number]> & {
  item: string | null;
  report: string | null;
};

/** The same as a report. */
export function toCompared(row: ComparedRow): ComparedReport {
  return {
    scorecardId: row.scorecard_id,
    entityRef: row.entity_ref,
    level: row.level_index,
    levelId: row.level_id,
    score: row.score,
    droppedAt: optionalTime(row.dropped_at),
    scorecardHash: row.scorecard_hash,
    nextChangeAt: optionalTime(row.next_change_at),
    outcomes: row.outcomes,
    item: row.item ?? '',
    explanation: row.report ?? '',
  };
}

/** Of the last report: those of one batch are of one time. */
let lastDay = { time: NaN, day: '' };

function trendDayOf(time: number): string {
  if (time !== lastDay.time) lastDay = { time, day: dayOf(time) };
  return lastDay.day;
}

/** How an outcome stands in the column `outcomes`. */
export const letterOf = (outcome: Outcome): string => outcomeLetters[outcome];

/** The outcome that a letter of the column `outcomes` stands for. */
export const outcomeOf = (letter: string): Outcome => outcomeOfLetter(letter)!;

/** By the outcomes, which reports share. */
const lettersKnown = new WeakMap<readonly Outcome[], string>();

/** How the outcomes of all checks stand there. */
export function lettersOf(all: readonly Outcome[]): string {
  let text = lettersKnown.get(all);
  if (text === undefined) {
    text = all.map(letterOf).join('');
    lettersKnown.set(all, text);
  }
  return text;
}

/** A report as a row. */
export function toReportRow(report: ReportWrite): ReportRow {
  const { service, tier, level, score, coverage } = report;
  const { entityRef } = service;
  const tierRank = tier.rank ?? UNTIERED_RANK;
  return {
    scorecard_id: report.scorecardId,
    entity_ref: entityRef,
    rank_key: rankKey({ level, score, coverage, tierRank, entityRef }),
    level_index: level,
    level_id: report.levelId,
    score,
    coverage,
    tier_id: tier.id,
    tier_rank: tierRank,
    sort_title: service.title.toLowerCase(),
    owner: service.owner ?? null,
    system: service.system ?? null,
    domain: service.domain ?? null,
    search: `${service.title}\n${entityRef}\n${
      service.owner ?? ''
    }`.toLowerCase(),
    outcomes: lettersOf(report.outcomes),
    needs_attention: report.needsAttention,
    item: report.item,
    trend_score: score,
    trend_day: trendDayOf(report.assessedAt),
    dropped_at: optionalDate(report.droppedAt),
    scorecard_hash: report.scorecardHash,
    assessed_at: new Date(report.assessedAt),
    next_change_at: optionalDate(report.nextChangeAt),
    report: report.explanation,
  };
}

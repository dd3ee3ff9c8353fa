import {
  ChangeCause,
  Flip,
} from '@plimsoll/backstage-plugin-reliability-common';
import { dayOf } from '../database/dates';
import { Db, inBatches, timeOf } from '../database/sql';
import { REPORTS } from './reportRow';

/** A step in the history of one service on one scorecard. */
export interface HistoryStep {
  readonly scorecardId: string;
  readonly entityRef: string;
  readonly at: number;
  /** Who or what brought it; absent where it was not kept. */
  readonly by?: string;
  /** Absent for the first assessment. */
  readonly cause?: ChangeCause;
  readonly from?: { readonly levelId: string; readonly score: number };
  readonly to: { readonly levelId: string; readonly score: number };
  readonly coverage: number;
  readonly flips: readonly Flip[];
  readonly scorecardHash: string;
}

/** The state of one service at the end of a day. */
export interface DailySnapshot {
  readonly day: string;
  readonly levelId: string;
  readonly level: number;
  readonly score: number;
  readonly coverage: number;
}

type Row = {
  id: number;
  scorecard_id: string;
  entity_ref: string;
  changed_at: Date | number;
  cause: ChangeCause | null;
  level_from: string | null;
  level_to: string;
  score_from: number | null;
  score_to: number;
  coverage: number;
  flips: string;
  scorecard_hash: string;
  changed_by: string | null;
};

const HISTORY = 'reliability_history';
const DAILY = 'reliability_daily';

const fromRow = (row: Row): HistoryStep & { id: number } => ({
  id: row.id,
  scorecardId: row.scorecard_id,
  entityRef: row.entity_ref,
  at: timeOf(row.changed_at),
  by: row.changed_by ?? undefined,
  cause: row.cause ?? undefined,
  from:
    row.level_from === null || row.score_from === null
      ? undefined
      : { levelId: row.level_from, score: row.score_from },
  to: { levelId: row.level_to, score: row.score_to },
  coverage: row.coverage,
  flips: JSON.parse(row.flips) as Flip[],
  scorecardHash: row.scorecard_hash,
});

const toRow = (step: HistoryStep): Omit<Row, 'id'> & { changed_at: Date } => ({
  scorecard_id: step.scorecardId,
  entity_ref: step.entityRef,
  changed_at: new Date(step.at),
  cause: step.cause ?? null,
  level_from: step.from?.levelId ?? null,
  level_to: step.to.levelId,
  score_from: step.from?.score ?? null,
  score_to: step.to.score,
  coverage: step.coverage,
  flips: JSON.stringify(step.flips),
  scorecard_hash: step.scorecardHash,
  changed_by: step.by ?? null,
});

/** What a day keeps of a report, under the same names. */
const DAY_COLUMNS = [
  'scorecard_id',
  'entity_ref',
  'level_id',
  'level_index',
  'score',
  'coverage',
  'tier_id',
  'scorecard_hash',
  'outcomes',
  'assessed_at',
  'owner',
  'system',
  'domain',
] as const;

/** What a history page asks for; times in milliseconds. */
export interface HistoryRange {
  readonly scorecardId: string;
  readonly entityRef: string;
  readonly from?: number;
  readonly to?: number;
}

/** Changes of levels, scores and outcomes, and the daily snapshots. */
export class HistoryStore {
  async append(db: Db, steps: readonly HistoryStep[]): Promise<void> {
    for (const batch of inBatches(steps.map(toRow), 500)) {
      await db(HISTORY).insert(batch);
    }
  }

  /** Newest first; `before` is the id after which the page goes on. */
  async steps(
    db: Db,
    range: HistoryRange,
    page: { before?: number; limit: number },
  ): Promise<{ items: (HistoryStep & { id: number })[]; total: number }> {
    const all = db(HISTORY).where({
      scorecard_id: range.scorecardId,
      entity_ref: range.entityRef,
    });
    if (range.from !== undefined) {
      all.where('changed_at', '>=', new Date(range.from));
    }
    if (range.to !== undefined)
      all.where('changed_at', '<', new Date(range.to));
    const [{ total }] = await all.clone().count({ total: '*' });
    const query = all.orderBy('id', 'desc').limit(page.limit);
    if (page.before !== undefined) query.where('id', '<', page.before);
    const rows: Row[] = await query;
    return { items: rows.map(fromRow), total: Number(total) };
  }

  /** Steps within a span of time in which a level changed, the oldest first. */
  async levelSteps(
    db: Db,
    { from, until }: { readonly from: number; readonly until: number },
  ): Promise<HistoryStep[]> {
    const rows: Row[] = await db(HISTORY)
      .whereNotNull('level_from')
      .whereRaw('level_from <> level_to')
      .where('changed_at', '>', new Date(from))
      .where('changed_at', '<=', new Date(until))
      .orderBy('id');
    return rows.map(fromRow);
  }

  /**
   * Steps behind an id in which a level changed, in their order. Ids are given when a transaction writes, not
   * when it commits: only steps from before `settledAt` are sure to have no earlier one to come.
   */
  async levelStepsAfter(
    db: Db,
    id: number,
    {
      settledAt,
      limit,
    }: { readonly settledAt: number; readonly limit: number },
  ): Promise<(HistoryStep & { id: number })[]> {
    const rows: Row[] = await db(HISTORY)
      .where('id', '>', id)
      .whereNotNull('level_from')
      .whereRaw('level_from <> level_to')
      .where('changed_at', '<=', new Date(settledAt))
      .orderBy('id')
      .limit(limit);
    return rows.map(row => ({ ...fromRow(row), id: Number(row.id) }));
  }

  /** The id of the newest step from before a time; 0 where there is none. */
  async lastId(db: Db, before: number): Promise<number> {
    const [{ last }] = await db(HISTORY)
      .where('changed_at', '<=', new Date(before))
      .max({ last: 'id' });
    return Number(last ?? 0);
  }

  /** Snapshots of one service, oldest first, at most `limit` of the newest. */
  async daily(
    db: Db,
    range: HistoryRange,
    limit: number,
  ): Promise<DailySnapshot[]> {
    const query = db(DAILY)
      .where({ scorecard_id: range.scorecardId, entity_ref: range.entityRef })
      .orderBy('day', 'desc')
      .limit(limit);
    if (range.from !== undefined) query.where('day', '>=', dayOf(range.from));
    if (range.to !== undefined) query.where('day', '<=', dayOf(range.to));
    const rows = await query;
    return rows.reverse().map(row => ({
      day: row.day,
      levelId: row.level_id,
      level: row.level_index,
      score: row.score,
      coverage: row.coverage,
    }));
  }

  /** Writes the state of every ranked service as that of the day; later on the same day it is written again. */
  async snapshot(db: Db, day: string): Promise<void> {
    const columns = ['day', ...DAY_COLUMNS];
    const current = db(REPORTS).select(db.raw('?', [day]), ...DAY_COLUMNS);
    await db(DAILY).where({ day }).delete();
    await db(
      db.raw(`?? (${columns.map(() => '??').join(', ')})`, [DAILY, ...columns]),
    ).insert(current);
  }

  /** Removes what is older than the retention; the last step of each service stays. */
  async prune(
    db: Db,
    before: { history: number; daily: number },
  ): Promise<{ steps: number; snapshots: number }> {
    const steps = await db(HISTORY)
      .where('changed_at', '<', new Date(before.history))
      .whereNotIn(
        'id',
        db(HISTORY).max('id').groupBy('scorecard_id', 'entity_ref'),
      )
      .delete();
    const snapshots = await db(DAILY)
      .where('day', '<', dayOf(before.daily))
      .delete();
    return { steps, snapshots };
  }
}

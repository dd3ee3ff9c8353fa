import { anyOf, Db, inBatches, upsert } from '../database/sql';
import {
  fromReportRow,
  optionalDate,
  ReportRow,
  REPORTS,
  ReportWrite,
  StoredReport,
  toReportRow,
} from './reportRow';

/** What of a stored row a reassessment replaces: all but the start of the trend. */
const replaced = (row: ReportRow) =>
  (Object.keys(row) as (keyof ReportRow)[]).filter(
    column =>
      !['scorecard_id', 'entity_ref', 'trend_score', 'trend_day'].includes(
        column,
      ),
  );

/** The stored assessments. */
export class ReportStore {
  /** All reports of the services. */
  async of(db: Db, refs: readonly string[]): Promise<StoredReport[]> {
    const rows: ReportRow[] = await db(REPORTS).where(
      anyOf(db, 'entity_ref', refs),
    );
    return rows.map(fromReportRow);
  }

  async save(db: Db, reports: readonly ReportWrite[]): Promise<void> {
    if (reports.length === 0) return;
    const rows = reports.map(toReportRow);
    await upsert(db, REPORTS, rows, {
      key: ['scorecard_id', 'entity_ref'],
      merge: replaced(rows[0]),
    });
  }

  /** Moves the time at which reports are looked at again, where nothing else changed. */
  async postpone(
    db: Db,
    scorecardId: string,
    times: ReadonlyMap<number | undefined, readonly string[]>,
  ): Promise<void> {
    for (const [time, refs] of times) {
      await db(REPORTS)
        .where({ scorecard_id: scorecardId })
        .where(anyOf(db, 'entity_ref', refs))
        .update({ next_change_at: optionalDate(time) });
    }
  }

  /** Takes reports out of the ranking. */
  async remove(
    db: Db,
    reports: readonly Pick<StoredReport, 'scorecardId' | 'entityRef'>[],
  ): Promise<void> {
    for (const { scorecardId, entityRef } of reports) {
      await db(REPORTS)
        .where({ scorecard_id: scorecardId, entity_ref: entityRef })
        .delete();
    }
  }

  /** Services with a report that may have changed without new facts, or was made by other rules. */
  async due(
    db: Db,
    hashes: ReadonlyMap<string, string>,
    now: number,
    limit: number,
  ): Promise<string[]> {
    const due: string[] = await db(REPORTS)
      .distinct('entity_ref')
      .where('next_change_at', '<=', new Date(now))
      .limit(limit)
      .pluck('entity_ref');
    const outdated: string[] = await db(REPORTS)
      .distinct('entity_ref')
      .whereNotIn('scorecard_hash', [...hashes.values()])
      .whereIn('scorecard_id', [...hashes.keys()])
      .limit(limit)
      .pluck('entity_ref');
    return [...new Set([...due, ...outdated])].slice(0, limit);
  }

  /** Reports of scorecards that are no longer configured leave the ranking. */
  async removeOtherScorecards(db: Db, ids: readonly string[]): Promise<void> {
    await db(REPORTS)
      .whereNotIn('scorecard_id', [...ids])
      .delete();
  }

  /** Begins the trend of every report at the snapshot of `day`, where there is one and it is later than the start so far. */
  async moveTrend(db: Db, day: string): Promise<void> {
    const snapshot = db('reliability_daily')
      .where('reliability_daily.day', day)
      .whereRaw(
        'reliability_daily.scorecard_id = reliability_reports.scorecard_id',
      )
      .whereRaw(
        'reliability_daily.entity_ref = reliability_reports.entity_ref',
      );
    await db(REPORTS)
      .where('trend_day', '<', day)
      .whereExists(snapshot.clone().select(db.raw('1')))
      .update({
        trend_score: snapshot.clone().select('reliability_daily.score'),
        trend_day: day,
      });
  }

  async count(db: Db): Promise<number> {
    const [{ total }] = await db(REPORTS).count({ total: '*' });
    return Number(total);
  }
}

/** Slices of references for one transaction each. */
export const REASSESS_BATCH = 500;

/** References in slices that one transaction can take. */
export const reassessBatches = (refs: readonly string[]) =>
  inBatches(refs, REASSESS_BATCH);

import {
  anyOf,
  containing,
  Db,
  inBatches,
  rowsOf,
  upsert,
} from '../database/sql';
import { changeStamp, noteRemovals } from './reportChanges';
import {
  COMPARED_COLUMNS,
  ComparedRow,
  ComparedReport,
  fromReportRow,
  optionalDate,
  ReportRow,
  REPORTS,
  StoredReport,
  toCompared,
} from './reportRow';

const KEY: (keyof ReportRow)[] = ['scorecard_id', 'entity_ref'];

/** What of a stored row a reassessment leaves: the start of the trend. */
const KEPT: (keyof ReportRow)[] = ['trend_score', 'trend_day'];

/** The stored assessments. */
export class ReportStore {
  /** The reports of the services on these scorecards. */
  async of(
    db: Db,
    refs: readonly string[],
    scorecardIds: readonly string[],
  ): Promise<StoredReport[]> {
    const rows: ReportRow[] = await db(REPORTS)
      .whereIn('scorecard_id', [...scorecardIds])
      .where(anyOf(db, 'entity_ref', refs));
    return rows.map(fromReportRow);
  }

  /**
   * The same to compare with, with items and explanations only of those that the current rules made: one of
   * other rules is replaced anyway.
   *
   * @param hashes - of the rules in force, by scorecard
   */
  async toCompare(
    db: Db,
    refs: readonly string[],
    hashes: ReadonlyMap<string, string>,
  ): Promise<ComparedReport[]> {
    const current = [...hashes.values()];
    const places = current.map(() => '?').join(', ');
    const ifCurrent = (column: string) =>
      db.raw(
        `case when scorecard_hash in (${places}) then ${column} end as ${column}`,
        current,
      );
    const query = db(REPORTS)
      .whereIn('scorecard_id', [...hashes.keys()])
      .where(anyOf(db, 'entity_ref', refs))
      .select(...COMPARED_COLUMNS, ifCurrent('item'), ifCurrent('report'));
    return (await rowsOf<ComparedRow>(db, query)).map(toCompared);
  }

  /** The explanation of a report that was read without. */
  async explanation(db: Db, report: ComparedReport): Promise<string> {
    if (report.explanation !== '') return report.explanation;
    const row = await db(REPORTS)
      .where({
        scorecard_id: report.scorecardId,
        entity_ref: report.entityRef,
      })
      .first('report');
    return row.report;
  }

  /** Writes reports; of those that are there it leaves the start of the trend. */
  async save(db: Db, rows: readonly ReportRow[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = Object.keys(rows[0]) as (keyof ReportRow)[];
    const left = [...KEY, ...KEPT];
    await upsert(db, REPORTS, rows, {
      key: KEY,
      merge: columns.filter(column => !left.includes(column)),
      same: await changeStamp(db),
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

  /** Has the reports of services looked at again as soon as it is somebody's turn. */
  async hurry(db: Db, refs: readonly string[], now: number): Promise<void> {
    if (refs.length === 0) return;
    await db(REPORTS)
      .where(anyOf(db, 'entity_ref', refs))
      .where(later =>
        later
          .whereNull('next_change_at')
          .orWhere('next_change_at', '>', new Date(now)),
      )
      .update({ next_change_at: new Date(now) });
  }

  /** Takes reports out of the ranking. */
  async remove(
    db: Db,
    reports: readonly Pick<StoredReport, 'scorecardId' | 'entityRef'>[],
  ): Promise<void> {
    if (reports.length === 0) return;
    await db.transaction(async tx => {
      await noteRemovals(tx, reports);
      for (const { scorecardId, entityRef } of reports) {
        await tx(REPORTS)
          .where({ scorecard_id: scorecardId, entity_ref: entityRef })
          .delete();
      }
    });
  }

  /**
   * Services with a report that may have changed without new facts, or was made by other rules; when there
   * are none, those without a report on a scorecard that applies to them, as when it was away for a while.
   *
   * @param hashes - of the rules in force, by scorecard; whatever else a replica with older configuration wrote is none of ours
   */
  async due(
    db: Db,
    hashes: ReadonlyMap<string, string>,
    now: number,
    limit: number,
  ): Promise<string[]> {
    const due: string[] = await db(REPORTS)
      .distinct('entity_ref')
      .whereIn('scorecard_id', [...hashes.keys()])
      .where('next_change_at', '<=', new Date(now))
      .limit(limit)
      .pluck('entity_ref');
    const outdated: string[] = await db(REPORTS)
      .distinct('entity_ref')
      .whereNotIn('scorecard_hash', [...hashes.values()])
      .whereIn('scorecard_id', [...hashes.keys()])
      .limit(limit)
      .pluck('entity_ref');
    const found = [...new Set([...due, ...outdated])].slice(0, limit);
    return found.length > 0
      ? found
      : this.unassessed(db, [...hashes.keys()], limit);
  }

  /** Services whose report on a scorecard may have changed without new facts. */
  async dueOf(db: Db, scorecardId: string, now: number): Promise<string[]> {
    return db(REPORTS)
      .where({ scorecard_id: scorecardId })
      .where('next_change_at', '<=', new Date(now))
      .pluck('entity_ref');
  }

  private async unassessed(
    db: Db,
    scorecardIds: readonly string[],
    limit: number,
  ): Promise<string[]> {
    const refs = new Set<string>();
    for (const id of scorecardIds) {
      const found: string[] = await db('reliability_services')
        .whereNull('removed_at')
        .whereRaw(`scorecards like ? escape '\\'`, [containing(`"${id}"`)])
        .whereNotExists(
          db(REPORTS)
            .select(db.raw('1'))
            .where({ scorecard_id: id })
            .whereRaw(
              `${REPORTS}.entity_ref = reliability_services.entity_ref`,
            ),
        )
        .limit(limit)
        .pluck('entity_ref');
      found.forEach(ref => refs.add(ref));
    }
    return [...refs].slice(0, limit);
  }

  /** Reports of scorecards that are no longer configured leave the ranking. */
  async removeOtherScorecards(db: Db, ids: readonly string[]): Promise<void> {
    await db.transaction(async tx => {
      const others = tx<ReportRow>(REPORTS).whereNotIn('scorecard_id', [
        ...ids,
      ]);
      const rows = await others.clone().select(KEY);
      const removed = rows.map(row => ({
        scorecardId: row.scorecard_id,
        entityRef: row.entity_ref,
      }));
      await noteRemovals(tx, removed);
      await others.delete();
    });
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
        ...(await changeStamp(db)),
      });
  }
}

/**
 * References of one transaction each. In smaller slices SQLite spends more on its commits than on writing; larger
 * ones would keep who writes about one of these services waiting for longer.
 */
export const REASSESS_BATCH = 1000;

/** References in slices that one transaction can take. */
export const reassessBatches = (refs: readonly string[]) =>
  inBatches(refs, REASSESS_BATCH);

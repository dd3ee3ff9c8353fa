import { Knex } from 'knex';
import { Db, isPostgres, upsert } from '../database/sql';
import { REPORTS, StoredReport } from './reportRow';

export const REMOVALS = 'reliability_report_removals';

/** From which change on something may not have been seen yet; a text, because it exceeds a number. */
export type ChangeMark = string;

/**
 * What a writer puts into the column `change`. In PostgreSQL the number of its transaction: numbers from a
 * counter would not appear in their order, because a transaction that began earlier may commit later. In
 * SQLite, where one writes after another, the next number.
 */
export async function changeStamp(
  db: Db,
): Promise<{ change: Knex.Raw | number }> {
  if (isPostgres(db)) return { change: db.raw('txid_current()') };
  const [{ mark }] = await db.raw(`select ${markOf(db)} as mark`);
  return { change: Number(mark) };
}

/**
 * An SQL expression for the mark at the moment of a query: every change below it is seen by that query, or
 * was rolled back.
 */
export function markOf(db: Db): string {
  return isPostgres(db)
    ? 'txid_snapshot_xmin(txid_current_snapshot())'
    : `1 + max(
        (select coalesce(max(change), 0) from ${REPORTS}),
        (select coalesce(max(change), 0) from ${REMOVALS})
      )`;
}

/**
 * Notes that reports are about to be deleted, in the same transaction. Afterwards would be too late: SQLite
 * counts on from the highest number, which may be that of a deleted row.
 */
export async function noteRemovals(
  db: Knex.Transaction,
  reports: readonly Pick<StoredReport, 'scorecardId' | 'entityRef'>[],
): Promise<void> {
  if (reports.length === 0) return;
  await upsert(
    db,
    REMOVALS,
    reports.map(({ scorecardId, entityRef }) => ({
      scorecard_id: scorecardId,
      entity_ref: entityRef,
    })),
    {
      key: ['scorecard_id', 'entity_ref'],
      merge: [],
      same: await changeStamp(db),
    },
  );
}

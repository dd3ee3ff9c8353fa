import { anyOf, Db, timeOf } from '../database/sql';

/** A time that somebody took out of a budget; milliseconds since the epoch, `to` is not in it. */
export interface StoredCorrection {
  readonly id: string;
  readonly sloId: string;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

type Row = {
  id: string;
  slo_id: string;
  from_at: Date | number;
  to_at: Date | number;
  reason: string;
  created_by: string;
  created_at: Date | number;
};

const TABLE = 'reliability_slo_corrections';

const fromRow = (row: Row): StoredCorrection => ({
  id: row.id,
  sloId: row.slo_id,
  from: timeOf(row.from_at),
  to: timeOf(row.to_at),
  reason: row.reason,
  by: row.created_by,
  at: timeOf(row.created_at),
});

/** Corrections of budgets. One that is taken back stays as a row, so that it can be told who did. */
export class CorrectionStore {
  /** Those in force, by SLO and in the order of time. */
  async of(
    db: Db,
    sloIds: readonly string[],
  ): Promise<Map<string, StoredCorrection[]>> {
    const rows: Row[] = await db(TABLE)
      .where(anyOf(db, 'slo_id', sloIds))
      .whereNull('removed_at')
      .orderBy(['slo_id', 'from_at', 'to_at', 'id']);
    const corrections = new Map<string, StoredCorrection[]>();
    for (const row of rows) {
      const list = corrections.get(row.slo_id);
      if (list) list.push(fromRow(row));
      else corrections.set(row.slo_id, [fromRow(row)]);
    }
    return corrections;
  }

  async add(db: Db, correction: StoredCorrection): Promise<void> {
    await db(TABLE).insert({
      id: correction.id,
      slo_id: correction.sloId,
      from_at: new Date(correction.from),
      to_at: new Date(correction.to),
      reason: correction.reason,
      created_by: correction.by,
      created_at: new Date(correction.at),
      removed_by: null,
      removed_at: null,
    });
  }

  /** Takes one back; of one that is not in force nothing changes. */
  async remove(
    db: Db,
    id: string,
    removed: { readonly by: string; readonly at: number },
  ): Promise<void> {
    await db(TABLE)
      .where({ id })
      .whereNull('removed_at')
      .update({ removed_by: removed.by, removed_at: new Date(removed.at) });
  }
}

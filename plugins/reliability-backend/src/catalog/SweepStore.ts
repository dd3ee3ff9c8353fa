import { Db, timeOf } from '../database/sql';

/** The last time that a source was read to the end. */
export interface Sweep {
  readonly completedAt: number;
  readonly seen: number;
  readonly changed: number;
}

const TABLE = 'reliability_sweeps';

/** When each source was last read as a whole. */
export class SweepStore {
  async last(db: Db, source: string): Promise<Sweep | undefined> {
    const row = await db(TABLE).where({ source }).first();
    return (
      row && {
        completedAt: timeOf(row.completed_at),
        seen: row.seen,
        changed: row.changed,
      }
    );
  }

  async complete(db: Db, source: string, sweep: Sweep): Promise<void> {
    await db(TABLE)
      .insert({
        source,
        completed_at: new Date(sweep.completedAt),
        seen: sweep.seen,
        changed: sweep.changed,
      })
      .onConflict('source')
      .merge();
  }

  /** The same of a source that stands for all whose name begins alike: the others are forgotten. */
  async replace(
    db: Db,
    prefix: string,
    source: string,
    sweep: Sweep,
  ): Promise<void> {
    await db.transaction(async tx => {
      await tx(TABLE)
        .whereRaw('substr(source, 1, ?) = ?', [prefix.length, prefix])
        .whereNot({ source })
        .delete();
      await this.complete(tx, source, sweep);
    });
  }
}

import { Knex } from 'knex';
import { anyOf, Db } from '../../database/sql';

/** What a sweep compares with. */
export interface KnownCopy {
  readonly hash: string;
  /** Sweeps in a row that did not see it. */
  readonly misses: number;
  readonly left: boolean;
}

interface CopyRow {
  readonly entity_ref: string;
  readonly hash: string;
  readonly misses: number;
  readonly left_at: Date | number | null;
}

/** A table that keeps step with entities of the catalog: what all such tables have in common. */
export class CatalogCopy {
  constructor(protected readonly table: string) {}

  /** Those among `refs` that are kept, also those that left. */
  async known(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, KnownCopy>> {
    const rows: CopyRow[] = await db(this.table)
      .select('entity_ref', 'hash', 'misses', 'left_at')
      .where(anyOf(db, 'entity_ref', refs));
    return new Map(
      rows.map(row => [
        row.entity_ref,
        { hash: row.hash, misses: row.misses, left: row.left_at !== null },
      ]),
    );
  }

  /** References of all that did not leave. */
  async refs(db: Db): Promise<string[]> {
    return db(this.table)
      .whereNull('left_at')
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /** Notes that a sweep did not see them. @returns those that left now, having been missed `limit` times in a row */
  async miss(
    tx: Knex.Transaction,
    refs: readonly string[],
    limit: number,
    now: number,
  ): Promise<string[]> {
    if (refs.length === 0) return [];
    const present = () =>
      tx(this.table).whereNull('left_at').where(anyOf(tx, 'entity_ref', refs));
    await present().increment('misses', 1);
    const gone: string[] = await present()
      .where('misses', '>=', limit)
      .orderBy('entity_ref')
      .pluck('entity_ref');
    await tx(this.table)
      .where(anyOf(tx, 'entity_ref', gone))
      .update({ left_at: new Date(now), changed_at: new Date(now) });
    return gone;
  }

  /** Forgets the misses of those that were seen again. */
  async seen(tx: Knex.Transaction, refs: readonly string[]): Promise<void> {
    if (refs.length === 0) return;
    await tx(this.table)
      .where(anyOf(tx, 'entity_ref', refs))
      .update({ misses: 0 });
  }
}

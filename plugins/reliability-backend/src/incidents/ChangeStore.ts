import { anyOf, Db, timeOf, upsert } from '../database/sql';

/** A change of a service that was pushed. Times are milliseconds since the epoch. */
export interface StoredChange {
  readonly source: string;
  /** Unique at the source. */
  readonly id: string;
  readonly entityRef: string;
  readonly at: number;
  readonly kind: string;
  readonly title: string;
  readonly url: string | null;
}

type Row = {
  source: string;
  id: string;
  entity_ref: string;
  at: Date | number;
  kind: string;
  title: string;
  url: string | null;
};

const TABLE = 'reliability_changes';

const fromRow = (row: Row): StoredChange => ({
  source: row.source,
  id: row.id,
  entityRef: row.entity_ref,
  at: timeOf(row.at),
  kind: row.kind,
  title: row.title,
  url: row.url,
});

/** Deployments and other changes that machines push. */
export class ChangeStore {
  /** Changes of services from a time on and before another, the newest first. */
  async between(
    db: Db,
    refs: readonly string[],
    range: { readonly from: number; readonly to: number },
    limit: number,
  ): Promise<StoredChange[]> {
    const rows: Row[] = await db(TABLE)
      .where(anyOf(db, 'entity_ref', refs))
      .where('at', '>=', new Date(range.from))
      .where('at', '<', new Date(range.to))
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'source' },
        { column: 'id' },
        { column: 'entity_ref' },
      ])
      .limit(limit);
    return rows.map(fromRow);
  }

  /** Changes of a source by their ids, of whichever service. */
  async known(
    db: Db,
    source: string,
    ids: readonly string[],
  ): Promise<StoredChange[]> {
    const rows: Row[] = await db(TABLE)
      .where({ source })
      .where(anyOf(db, 'id', ids));
    return rows.map(fromRow);
  }

  /** Writes changes; one with the same source, id and service replaces. Their keys must differ. */
  async save(
    db: Db,
    changes: readonly StoredChange[],
    now: number,
  ): Promise<void> {
    const rows = changes.map(change => ({
      source: change.source,
      id: change.id,
      entity_ref: change.entityRef,
      at: new Date(change.at),
      kind: change.kind,
      title: change.title,
      url: change.url,
      received_at: new Date(now),
    }));
    await upsert(db, TABLE, rows, {
      key: ['source', 'id', 'entity_ref'],
      merge: ['at', 'kind', 'title', 'url', 'received_at'],
    });
  }

  /** Removes changes from before a time. @returns how many */
  async prune(db: Db, before: number): Promise<number> {
    return db(TABLE).where('at', '<', new Date(before)).delete();
  }
}

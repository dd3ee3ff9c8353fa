import { Knex } from 'knex';
import { anyOf, Db, upsert } from '../../database/sql';
import { CatalogCopy } from './CatalogCopy';
import { GroupProjection } from './projectPerson';

/** A Group of the catalog as kept. */
export type GroupRecord = Omit<GroupProjection, 'hash'>;

type GroupRow = {
  entity_ref: string;
  title: string;
  parent: string | null;
  misses: number;
  left_at: Date | number | null;
  hash: string;
  changed_at: Date | number;
};

const TABLE = 'reliability_groups';

const fromRow = (row: GroupRow): GroupRecord => ({
  entityRef: row.entity_ref,
  title: row.title,
  parent: row.parent ?? undefined,
});

const toRow = (group: GroupProjection, now: number): GroupRow => ({
  entity_ref: group.entityRef,
  title: group.title,
  parent: group.parent ?? null,
  misses: 0,
  left_at: null,
  hash: group.hash,
  changed_at: new Date(now),
});

/** The Groups of the catalog. */
export class GroupStore extends CatalogCopy {
  constructor() {
    super(TABLE);
  }

  /** Writes groups; one that had left is back. */
  async save(
    tx: Knex.Transaction,
    groups: readonly GroupProjection[],
    now: number,
  ): Promise<void> {
    const rows = groups
      .map(group => toRow(group, now))
      .sort((a, b) => (a.entity_ref < b.entity_ref ? -1 : 1));
    await upsert(tx, TABLE, rows, {
      key: ['entity_ref'],
      merge: ['title', 'parent', 'misses', 'left_at', 'hash', 'changed_at'],
    });
  }

  /** Groups by reference, without those that left. */
  async of(db: Db, refs: readonly string[]): Promise<Map<string, GroupRecord>> {
    if (refs.length === 0) return new Map();
    const rows: GroupRow[] = await db(TABLE)
      .whereNull('left_at')
      .where(anyOf(db, 'entity_ref', refs));
    return new Map(rows.map(row => [row.entity_ref, fromRow(row)]));
  }

  /** The parent of every group that has one. */
  async parents(db: Db): Promise<Map<string, string[]>> {
    const rows: Pick<GroupRow, 'entity_ref' | 'parent'>[] = await db(TABLE)
      .select('entity_ref', 'parent')
      .whereNull('left_at')
      .whereNotNull('parent');
    return new Map(rows.map(row => [row.entity_ref, [row.parent!]]));
  }
}

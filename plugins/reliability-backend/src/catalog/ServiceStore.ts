import { Knex } from 'knex';
import { anyOf, Db, isPostgres, rowsOf, upsert } from '../database/sql';
import { ServiceProjection } from './projectEntity';
import {
  declaredTierOf,
  fromServiceRow,
  RECORD_COLUMNS,
  RecordRow,
  ServiceRecord,
  ServiceRow,
  toServiceRow,
  UnreadServiceRecord,
} from './serviceRow';

export type { ServiceRecord, UnreadServiceRecord } from './serviceRow';

/** What a sweep compares with. */
export interface KnownService {
  readonly hash: string;
  readonly misses: number;
  readonly removed: boolean;
}

const TABLE = 'reliability_services';

/**
 * Current services, beside a condition on the reference. Written so that SQLite does not take the index that
 * begins with `removed_at`, which holds nearly all rows, and reads the whole table for a few of them.
 */
const IS_CURRENT = '(removed_at is null) = true';

/** The services of the catalog. */
export class ServiceStore {
  /** Hashes of those among `refs` that are known, removed ones included. */
  async known(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, KnownService>> {
    const rows: Pick<
      ServiceRow,
      'entity_ref' | 'hash' | 'misses' | 'removed_at'
    >[] = await db(TABLE)
      .select('entity_ref', 'hash', 'misses', 'removed_at')
      .where(anyOf(db, 'entity_ref', refs));
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          hash: row.hash,
          misses: row.misses,
          removed: row.removed_at !== null,
        },
      ]),
    );
  }

  /** Writes services; one that had been removed is back. */
  async save(
    db: Db,
    services: readonly ServiceProjection[],
    now: number,
  ): Promise<void> {
    // Rows are locked in the order of the insert; the same as that of `lock`, so that nothing deadlocks.
    const rows = services
      .map(service => toServiceRow(service, now))
      .sort((a, b) => (a.entity_ref < b.entity_ref ? -1 : 1));
    await upsert(db, TABLE, rows, {
      key: ['entity_ref'],
      merge: [
        'title',
        'owner',
        'system',
        'domain',
        'lifecycle',
        'declared_tier',
        'scorecards',
        'facts',
        'hash',
        'misses',
        'changed_at',
        'removed_at',
      ],
    });
  }

  /**
   * The current services among `refs`, locked until the transaction ends. Always in the same order, so that
   * two batches that overlap wait for each other instead of deadlocking.
   */
  async lock(
    tx: Knex.Transaction,
    refs: readonly string[],
  ): Promise<ServiceRecord[]> {
    return (await this.lockUnread(tx, refs)).map(service => service.read());
  }

  /** The same for many, each to be read when it is its turn. */
  async lockUnread(
    tx: Knex.Transaction,
    refs: readonly string[],
  ): Promise<UnreadServiceRecord[]> {
    const query = tx(TABLE)
      .select([...RECORD_COLUMNS])
      .whereRaw(IS_CURRENT)
      .where(anyOf(tx, 'entity_ref', refs))
      .orderBy('entity_ref');
    const rows = await rowsOf<RecordRow>(
      tx,
      isPostgres(tx) ? query.forUpdate() : query,
    );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      read: () => fromServiceRow(row),
    }));
  }

  /** The current services among `refs`, in byte order of their references. */
  async current(db: Db, refs: readonly string[]): Promise<ServiceRecord[]> {
    const rows: ServiceRow[] = await db<ServiceRow>(TABLE)
      .whereRaw(IS_CURRENT)
      .where(anyOf(db, 'entity_ref', refs))
      .orderBy('entity_ref');
    return rows.map(fromServiceRow);
  }

  async get(db: Db, ref: string): Promise<ServiceRecord | undefined> {
    const row: ServiceRow | undefined = await db(TABLE)
      .where({ entity_ref: ref })
      .whereNull('removed_at')
      .first();
    return row && fromServiceRow(row);
  }

  /** What is shown of current services, by reference; their facts are not read. */
  async briefs(
    db: Db,
    refs: readonly string[],
  ): Promise<
    Map<string, Pick<ServiceRecord, 'title' | 'owner' | 'declaredTier'>>
  > {
    const rows: Pick<
      ServiceRow,
      'entity_ref' | 'title' | 'owner' | 'declared_tier'
    >[] = await db(TABLE)
      .select('entity_ref', 'title', 'owner', 'declared_tier')
      .whereRaw(IS_CURRENT)
      .where(anyOf(db, 'entity_ref', refs));
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          title: row.title,
          owner: row.owner ?? undefined,
          declaredTier: declaredTierOf(row),
        },
      ]),
    );
  }

  /** References of all current services. */
  async refs(db: Db): Promise<string[]> {
    return db(TABLE)
      .whereNull('removed_at')
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /** Notes that a sweep did not see them. @returns those that were missed `limit` times in a row by now */
  async miss(
    db: Db,
    refs: readonly string[],
    limit: number,
  ): Promise<string[]> {
    await this.update(db, refs, query => query.increment('misses', 1));
    return db(TABLE)
      .whereRaw(IS_CURRENT)
      .where('misses', '>=', limit)
      .where(anyOf(db, 'entity_ref', refs))
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /** Forgets the misses of services that were seen again. */
  async seen(db: Db, refs: readonly string[]): Promise<void> {
    await this.update(db, refs, query => query.update({ misses: 0 }));
  }

  /** Takes services out of the ranking; their history stays. */
  async remove(db: Db, refs: readonly string[], now: number): Promise<void> {
    await this.update(db, refs, query =>
      query.whereRaw(IS_CURRENT).update({ removed_at: new Date(now) }),
    );
  }

  async saveProblems(
    db: Db,
    problems: ReadonlyMap<string, readonly string[]>,
  ): Promise<void> {
    for (const [ref, texts] of problems) {
      await db(TABLE)
        .where({ entity_ref: ref })
        .update({
          problems: JSON.stringify(texts),
          problem_count: texts.length,
        });
    }
  }

  /** Services with data problems, in the order of their references. */
  async withProblems(
    db: Db,
    page: { visible?: readonly string[]; after?: string; limit: number },
  ): Promise<{ items: ServiceRecord[]; total: number }> {
    const all = db(TABLE)
      .whereNull('removed_at')
      .where('problem_count', '>', 0);
    if (page.visible) all.where(anyOf(db, 'entity_ref', page.visible));
    const [{ total }] = await all.clone().count({ total: '*' });
    const query = all.orderBy('entity_ref').limit(page.limit);
    if (page.after !== undefined) query.where('entity_ref', '>', page.after);
    const rows: ServiceRow[] = await query;
    return { items: rows.map(fromServiceRow), total: Number(total) };
  }

  private async update(
    db: Db,
    refs: readonly string[],
    change: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<void> {
    if (refs.length > 0) {
      await change(db(TABLE).where(anyOf(db, 'entity_ref', refs)));
    }
  }
}

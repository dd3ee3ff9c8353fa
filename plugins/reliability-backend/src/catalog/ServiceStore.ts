import { TierDeclaration } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { anyOf, Db, isPostgres, timeOf, upsert } from '../database/sql';
import { EntityFacts, ServiceProjection } from './projectEntity';

/** A service as stored. Times are milliseconds since the epoch. */
export interface ServiceRecord extends ServiceProjection {
  readonly problems: readonly string[];
  /** When its facts last changed. */
  readonly changedAt: number;
}

/** What a sweep compares with. */
export interface KnownService {
  readonly hash: string;
  readonly misses: number;
  readonly removed: boolean;
}

type Row = {
  entity_ref: string;
  title: string;
  owner: string | null;
  system: string | null;
  domain: string | null;
  lifecycle: string | null;
  declared_tier: string | null;
  scorecards: string;
  facts: string;
  hash: string;
  problems: string;
  problem_count: number;
  misses: number;
  changed_at: Date | number;
  first_seen_at: Date | number;
  removed_at: Date | number | null;
};

const TABLE = 'reliability_services';

function fromRow(row: Row): ServiceRecord {
  return {
    entityRef: row.entity_ref,
    title: row.title,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    domain: row.domain ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    declaredTier:
      row.declared_tier === null
        ? undefined
        : (JSON.parse(row.declared_tier) as TierDeclaration),
    scorecards: JSON.parse(row.scorecards) as string[],
    facts: JSON.parse(row.facts) as EntityFacts,
    hash: row.hash,
    problems: JSON.parse(row.problems) as string[],
    changedAt: timeOf(row.changed_at),
  };
}

function toRow(service: ServiceProjection, now: number) {
  return {
    entity_ref: service.entityRef,
    title: service.title,
    owner: service.owner ?? null,
    system: service.system ?? null,
    domain: service.domain ?? null,
    lifecycle: service.lifecycle ?? null,
    declared_tier: service.declaredTier
      ? JSON.stringify(service.declaredTier)
      : null,
    scorecards: JSON.stringify(service.scorecards),
    facts: JSON.stringify(service.facts),
    hash: service.hash,
    misses: 0,
    changed_at: new Date(now),
    first_seen_at: new Date(now),
    removed_at: null,
  };
}

/** The services of the catalog. */
export class ServiceStore {
  /** Hashes of those among `refs` that are known, removed ones included. */
  async known(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, KnownService>> {
    const rows: Pick<Row, 'entity_ref' | 'hash' | 'misses' | 'removed_at'>[] =
      await db(TABLE)
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
      .map(service => toRow(service, now))
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
    const query = tx<Row>(TABLE)
      .whereNull('removed_at')
      .where(anyOf(tx, 'entity_ref', refs))
      .orderBy('entity_ref');
    const rows = await (isPostgres(tx) ? query.forUpdate() : query);
    return (rows as Row[]).map(fromRow);
  }

  async get(db: Db, ref: string): Promise<ServiceRecord | undefined> {
    const row: Row | undefined = await db(TABLE)
      .where({ entity_ref: ref })
      .whereNull('removed_at')
      .first();
    return row && fromRow(row);
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
      .whereNull('removed_at')
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
      query.whereNull('removed_at').update({ removed_at: new Date(now) }),
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
    const rows: Row[] = await query;
    return { items: rows.map(fromRow), total: Number(total) };
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

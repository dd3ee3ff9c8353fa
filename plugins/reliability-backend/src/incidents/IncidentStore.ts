import { Knex } from 'knex';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, isPostgres, upsert } from '../database/sql';
import {
  ServiceOfIncident,
  fromIncidentRow,
  IncidentRow,
  INCIDENTS,
  ServiceOrigin,
  StoredIncident,
} from './incidentRow';

/** An incident as it is written, with its services. */
export interface IncidentWriteRow {
  readonly row: Omit<IncidentRow, 'repeat_of' | 'budget_spent'>;
  readonly services: readonly (ServiceOfIncident & {
    readonly owner?: string;
  })[];
  /** Services that a provider or a person names, in the catalog or not. */
  readonly claims: readonly string[];
}

const SERVICES = 'reliability_incident_services';
const CLAIMS = 'reliability_incident_claims';

type ServiceRow = {
  incident_id: string;
  entity_ref: string;
  origin: ServiceOrigin;
};

const servicesOf = (rows: readonly ServiceRow[] | undefined) =>
  (rows ?? []).map(({ entity_ref: entityRef, origin }) => ({
    entityRef,
    origin,
  }));

/** The incidents, as they were told and as they count. */
export class IncidentStore {
  /** Incidents by id; those that are not there are left out. */
  async load(
    db: Db,
    ids: readonly string[],
  ): Promise<Map<string, StoredIncident>> {
    return this.read(db, ids, db(INCIDENTS));
  }

  /** The same, kept from others until the transaction ends; always in the same order, so that nothing deadlocks. */
  async lock(
    tx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<Map<string, StoredIncident>> {
    const query = tx(INCIDENTS).orderBy('id');
    return this.read(tx, ids, isPostgres(tx) ? query.forUpdate() : query);
  }

  private async read(
    db: Db,
    ids: readonly string[],
    query: Knex.QueryBuilder,
  ): Promise<Map<string, StoredIncident>> {
    if (ids.length === 0) return new Map();
    const rows: IncidentRow[] = await query.where(anyOf(db, 'id', ids));
    const found: ServiceRow[] = await db(SERVICES)
      .where(anyOf(db, 'incident_id', ids))
      .orderBy(['incident_id', 'entity_ref']);
    const services = groupBy(found, row => row.incident_id);
    return new Map(
      rows.map(row => [
        row.id,
        fromIncidentRow(row, servicesOf(services.get(row.id))),
      ]),
    );
  }

  /** References of the services that any of these incidents concerns, sorted. */
  async servicesOf(db: Db, ids: readonly string[]): Promise<string[]> {
    return db(SERVICES)
      .distinct('entity_ref')
      .where(anyOf(db, 'incident_id', ids))
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /**
   * Writes incidents with their services; whoever calls it holds the locks on those that are there.
   *
   * @returns ids of new ones that somebody else wrote meanwhile; nothing of theirs was changed
   */
  async save(
    tx: Knex.Transaction,
    writes: readonly IncidentWriteRow[],
    known: ReadonlySet<string>,
  ): Promise<string[]> {
    const fresh = writes.filter(({ row }) => !known.has(row.id));
    const lost = await this.insert(tx, fresh);
    if (lost.length > 0) return lost;
    const changed = writes.filter(({ row }) => known.has(row.id));
    if (changed.length > 0) {
      const columns = Object.keys(changed[0].row) as (keyof IncidentRow)[];
      await upsert(
        tx,
        INCIDENTS,
        changed.map(({ row }) => row as IncidentRow),
        {
          key: ['id'],
          merge: columns.filter(
            name => name !== 'id' && name !== 'first_seen_at',
          ),
        },
      );
    }
    await this.replaceServices(tx, writes, changed);
    return [];
  }

  private async insert(
    tx: Knex.Transaction,
    writes: readonly IncidentWriteRow[],
  ): Promise<string[]> {
    if (writes.length === 0) return [];
    await upsert(
      tx,
      INCIDENTS,
      writes.map(({ row }) => row as IncidentRow),
      { key: ['id'], merge: [] },
    );
    const rows: Pick<IncidentRow, 'id' | 'content_hash'>[] = await tx(INCIDENTS)
      .select('id', 'content_hash')
      .where(
        anyOf(
          tx,
          'id',
          writes.map(({ row }) => row.id),
        ),
      );
    const hashes = new Map(rows.map(row => [row.id, row.content_hash]));
    return writes
      .filter(({ row }) => hashes.get(row.id) !== row.content_hash)
      .map(({ row }) => row.id);
  }

  private async replaceServices(
    tx: Knex.Transaction,
    writes: readonly IncidentWriteRow[],
    changed: readonly IncidentWriteRow[],
  ): Promise<void> {
    const ids = changed.map(({ row }) => row.id);
    for (const table of ids.length > 0 ? [SERVICES, CLAIMS] : []) {
      await tx(table).where(anyOf(tx, 'incident_id', ids)).delete();
    }
    const services = writes.flatMap(({ row, services: concerned }) =>
      concerned.map(({ entityRef, origin, owner }) => ({
        incident_id: row.id,
        entity_ref: entityRef,
        origin,
        started_at: row.started_at,
        owner: owner ?? null,
      })),
    );
    await upsert(tx, SERVICES, services, {
      key: ['incident_id', 'entity_ref'],
      merge: [],
    });
    const claims = writes.flatMap(({ row, claims: named }) =>
      named.map(ref => ({ incident_id: row.id, entity_ref: ref })),
    );
    await upsert(tx, CLAIMS, claims, {
      key: ['incident_id', 'entity_ref'],
      merge: [],
    });
  }

  /** Notes that their account does not have them any more: they stay, and count for nothing. */
  async markGone(
    tx: Knex.Transaction,
    ids: readonly string[],
    now: number,
  ): Promise<void> {
    await tx(INCIDENTS)
      .where(anyOf(tx, 'id', ids))
      .update({
        removed_at: new Date(now),
        changed_at: new Date(now),
        counts: false,
        open: false,
        // Whatever is told of it again is something new.
        content_hash: '',
      });
  }

  /** External ids of incidents of an account that are not over, sorted. */
  async openOf(db: Db, account: string): Promise<string[]> {
    return db(INCIDENTS)
      .where({ account, open: true })
      .whereNull('removed_at')
      .orderBy('external_id')
      .pluck('external_id');
  }

  /** References of the services that incidents of an account concern, sorted. */
  async servicesOfAccount(db: Db, account: string): Promise<string[]> {
    return db(`${SERVICES} as s`)
      .join(`${INCIDENTS} as i`, 'i.id', 's.incident_id')
      .distinct('s.entity_ref')
      .where('i.account', account)
      .orderBy('s.entity_ref')
      .pluck('s.entity_ref');
  }

  /** Ids after one, in their order: for walks over all incidents. */
  async idsAfter(db: Db, after: string, limit: number): Promise<string[]> {
    return db(INCIDENTS)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .pluck('id');
  }

  /**
   * Ids of the incidents that concern, or might concern, one of these services: those that did, those that name
   * it, and those about something that is linked or mapped to it. Sorted.
   */
  async concerning(
    db: Db,
    refs: readonly string[],
    subjects: readonly { account: string; kind: string; id: string }[],
  ): Promise<string[]> {
    const ids = new Set<string>();
    const add = (found: readonly string[]) => found.forEach(id => ids.add(id));
    for (const table of [SERVICES, CLAIMS]) {
      add(
        await db(table)
          .where(anyOf(db, 'entity_ref', refs))
          .pluck('incident_id'),
      );
    }
    for (const [, some] of groupBy(subjects, ({ account, kind }) =>
      JSON.stringify([account, kind]),
    )) {
      const { account, kind } = some[0];
      add(
        await db('reliability_incident_subjects')
          .where({ account, kind })
          .where(
            anyOf(
              db,
              'ref_id',
              some.map(({ id }) => id),
            ),
          )
          .pluck('incident_id'),
      );
    }
    return [...ids].sort();
  }
}

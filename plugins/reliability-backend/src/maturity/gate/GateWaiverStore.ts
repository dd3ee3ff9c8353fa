import { Knex } from 'knex';
import {
  isSortValues,
  SortColumn,
  sortedPage,
  SortValues,
} from '../../database/keyset';
import { anyOf, Db, timeOf } from '../../database/sql';

/** A waiver as it is kept. Times are milliseconds since the epoch. */
export interface StoredWaiver {
  readonly id: string;
  readonly entityRef: string;
  /** Absent: every rule. */
  readonly rules?: readonly string[];
  readonly reason: string;
  readonly until: number;
  readonly by: string;
  readonly at: number;
  /** Where somebody ended it before its time. */
  readonly ended?: {
    readonly by: string;
    readonly at: number;
    readonly reason: string;
  };
}

/** A waiver with what its service is called. */
export interface WaiverLine extends StoredWaiver {
  readonly serviceTitle: string;
  readonly owner?: string;
}

/** What narrows the list. A list that is empty matches nothing; one that is absent, everything. */
export interface WaiverFilter {
  readonly visible?: readonly string[];
  readonly service?: readonly string[];
  readonly owner?: readonly string[];
  readonly id?: string;
  /** Only those in force at this time. */
  readonly inForceAt?: number;
}

type Time = Date | number;

type Row = {
  id: string;
  entity_ref: string;
  rules: string | null;
  reason: string;
  until: Time;
  given_by: string;
  given_at: Time;
  ended_by: string | null;
  ended_at: Time | null;
  ended_reason: string | null;
};

type LineRow = Row & { service_title: string | null; owner: string | null };

const TABLE = 'reliability_gate_waivers';

const fromRow = (row: Row): StoredWaiver => ({
  id: row.id,
  entityRef: row.entity_ref,
  ...(row.rules !== null && { rules: JSON.parse(row.rules) as string[] }),
  reason: row.reason,
  until: timeOf(row.until),
  by: row.given_by,
  at: timeOf(row.given_at),
  ...(row.ended_at !== null && {
    ended: {
      by: row.ended_by ?? '',
      at: timeOf(row.ended_at),
      reason: row.ended_reason ?? '',
    },
  }),
});

const fromLine = (row: LineRow): WaiverLine => ({
  ...fromRow(row),
  serviceTitle: row.service_title ?? row.entity_ref,
  owner: row.owner ?? undefined,
});

const SORTED: readonly SortColumn[] = [
  { sql: 'w.given_at', direction: 'desc', type: 'time' },
  { sql: 'w.id', direction: 'desc', type: 'text' },
];

/** Waivers. None is ever removed. */
export class GateWaiverStore {
  readonly isPosition = isSortValues(SORTED);

  async add(db: Db, waiver: StoredWaiver): Promise<void> {
    await db(TABLE).insert({
      id: waiver.id,
      entity_ref: waiver.entityRef,
      rules: waiver.rules ? JSON.stringify(waiver.rules) : null,
      reason: waiver.reason,
      until: new Date(waiver.until),
      given_by: waiver.by,
      given_at: new Date(waiver.at),
    });
  }

  /** Ends one that was not ended before. */
  async end(
    db: Db,
    id: string,
    { by, at, reason }: NonNullable<StoredWaiver['ended']>,
  ): Promise<void> {
    await db(TABLE)
      .where({ id })
      .whereNull('ended_at')
      .update({
        ended_by: by,
        ended_at: new Date(at),
        ended_reason: reason,
      });
  }

  /** Those that match, the newest first. */
  async page(
    db: Db,
    filter: WaiverFilter,
    page: { readonly after?: SortValues; readonly limit: number },
  ): Promise<{ items: WaiverLine[]; next?: SortValues }> {
    const query = this.matching(db, filter).select(
      'w.*',
      { service_title: 's.title' },
      's.owner',
    );
    const { rows, next } = await sortedPage<LineRow>(db, query, SORTED, page);
    return { items: rows.map(fromLine), next };
  }

  async count(db: Db, filter: WaiverFilter): Promise<number> {
    const [{ count }] = await this.matching(db, filter).count({ count: '*' });
    return Number(count);
  }

  private matching(db: Db, filter: WaiverFilter): Knex.QueryBuilder {
    const { visible, service, owner, id, inForceAt } = filter;
    const query = db(`${TABLE} as w`).leftJoin(
      'reliability_services as s',
      's.entity_ref',
      'w.entity_ref',
    );
    if (visible) query.where(anyOf(db, 'w.entity_ref', visible));
    if (service) query.where(anyOf(db, 'w.entity_ref', service));
    if (owner) query.where(anyOf(db, 's.owner', owner));
    if (id !== undefined) query.where('w.id', id);
    if (inForceAt !== undefined) {
      query.where('w.until', '>', new Date(inForceAt)).whereNull('w.ended_at');
    }
    return query;
  }
}

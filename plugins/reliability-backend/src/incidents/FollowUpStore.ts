import { Knex } from 'knex';
import { SortColumn, sortedPage, SortValues } from '../database/keyset';
import { containsLower, containsText } from '../database/search';
import { anyOf, Db, upsert } from '../database/sql';
import {
  FOLLOW_UPS,
  FollowUpRow,
  fromFollowUpRow,
  OPEN_STATUSES,
  StoredFollowUp,
  toFollowUpRow,
} from './followUpRow';
import {
  idsConcerning,
  IncidentVisibility,
  onlySeen,
} from './incidentVisibility';

/** What narrows the list. A list that is empty matches nothing; one that is absent, everything. */
export interface FollowUpFilter extends IncidentVisibility {
  /** The present; milliseconds since the epoch. */
  readonly now: number;
  /** Ids of incidents. */
  readonly incident?: readonly string[];
  readonly service?: readonly string[];
  /** Who has to do it, or the owner of a service. */
  readonly owner?: readonly string[];
  /** Who has to do it. */
  readonly assignee?: readonly string[];
  /** The only person whose follow-ups are found by their name; absent: everybody. */
  readonly onlyPerson?: string;
  readonly status?: readonly string[];
  /** Whether it is open and its date has passed. */
  readonly overdue?: boolean;
  /** Each must be found somewhere. */
  readonly words: readonly string[];
}

export interface FollowUpSorting {
  readonly orderBy: 'due' | 'created';
  readonly order: 'asc' | 'desc';
}

export interface FollowUpPage extends FollowUpSorting {
  readonly after?: SortValues;
  readonly limit: number;
}

/** How many there are. */
export interface FollowUpTotals {
  /** Of those that match. */
  readonly listed: number;
  /** Of those that match whatever their status, as the rest. */
  readonly open: number;
  readonly overdue: number;
  readonly done: number;
}

const OPEN = `f.status in ('${OPEN_STATUSES.join("', '")}')`;

/** Of a time that is bound to it. */
const LATE = `(${OPEN} and coalesce(f.due_at < ?, false))`;

/** The columns that a list is sorted by; what has no date stands behind, whatever the order. */
function columnsOf({ orderBy, order }: FollowUpSorting): SortColumn[] {
  const id: SortColumn = { sql: 'f.id', direction: order, type: 'text' };
  const created: SortColumn = {
    sql: 'f.created_at',
    direction: order,
    type: 'time',
  };
  if (orderBy === 'created') return [created, id];
  return [
    {
      sql: 'case when f.due_at is null then 1 else 0 end',
      direction: 'asc',
      type: 'number',
    },
    {
      sql: 'coalesce(f.due_at, f.created_at)',
      direction: order,
      type: 'time',
    },
    id,
  ];
}

/** What has to be done after incidents. */
export class FollowUpStore {
  /** Follow-ups by id. */
  async of(
    db: Db,
    ids: readonly string[],
  ): Promise<Map<string, StoredFollowUp>> {
    const rows: FollowUpRow[] = await db(FOLLOW_UPS).where(
      anyOf(db, 'id', ids),
    );
    return new Map(rows.map(row => [row.id, fromFollowUpRow(row)]));
  }

  /** Follow-ups of incidents, the oldest first. */
  async ofIncidents(
    db: Db,
    incidentIds: readonly string[],
  ): Promise<StoredFollowUp[]> {
    const rows: FollowUpRow[] = await db(FOLLOW_UPS)
      .where(anyOf(db, 'incident_id', incidentIds))
      .orderBy(['created_at', 'id']);
    return rows.map(fromFollowUpRow);
  }

  /** Those that are open and whose date passed within a span of time: after `from`, up to and including `until`. */
  async dueBetween(
    db: Db,
    { from, until }: { readonly from: number; readonly until: number },
  ): Promise<StoredFollowUp[]> {
    const rows: FollowUpRow[] = await db(FOLLOW_UPS)
      .whereIn('status', [...OPEN_STATUSES])
      .where('due_at', '>', new Date(from))
      .where('due_at', '<=', new Date(until))
      .orderBy(['due_at', 'id']);
    return rows.map(fromFollowUpRow);
  }

  /** Writes follow-ups; whoever calls it holds the locks on their incidents. */
  async save(db: Db, followUps: readonly StoredFollowUp[]): Promise<void> {
    if (followUps.length === 0) return;
    const rows = followUps.map(toFollowUpRow);
    const columns = Object.keys(rows[0]) as (keyof FollowUpRow)[];
    await upsert(db, FOLLOW_UPS, rows, {
      key: ['id'],
      merge: columns.filter(name => name !== 'id'),
    });
  }

  /** Whether a value that came back from outside is a position in this order. */
  columns(sorting: FollowUpSorting): readonly SortColumn[] {
    return columnsOf(sorting);
  }

  /** One page and the position after which the next begins. */
  async page(
    db: Db,
    filter: FollowUpFilter,
    page: FollowUpPage,
  ): Promise<{ items: StoredFollowUp[]; next?: SortValues }> {
    const columns = columnsOf(page);
    const listed = this.listed(filter);
    const query = this.matching(db, filter)
      .whereRaw(listed.sql, listed.bindings)
      .select('f.*');
    const { rows, next } = await sortedPage<FollowUpRow>(
      db,
      query,
      columns,
      page,
    );
    return { items: rows.map(fromFollowUpRow), next };
  }

  async totals(db: Db, filter: FollowUpFilter): Promise<FollowUpTotals> {
    const sum = (condition: string) =>
      `sum(case when ${condition} then 1 else 0 end)`;
    const late = new Date(filter.now);
    const listed = this.listed(filter);
    const [row] = await this.matching(db, filter).select(
      db.raw(`${sum(listed.sql)} as listed`, listed.bindings),
      db.raw(`${sum(OPEN)} as open`),
      db.raw(`${sum(LATE)} as overdue`, [late]),
      db.raw(`${sum(`f.status = 'done'`)} as done`),
    );
    return {
      listed: Number(row.listed ?? 0),
      open: Number(row.open ?? 0),
      overdue: Number(row.overdue ?? 0),
      done: Number(row.done ?? 0),
    };
  }

  /** What narrows the list by status, which does not narrow the totals. */
  private listed({ status, overdue, now }: FollowUpFilter): {
    sql: string;
    bindings: (string | Date)[];
  } {
    const marks = status?.map(() => '?').join(', ') || 'null';
    const conditions = [
      ...(status ? [`f.status in (${marks})`] : []),
      ...(overdue === undefined ? [] : [overdue ? LATE : `not ${LATE}`]),
    ];
    return {
      sql: conditions.join(' and ') || '1 = 1',
      bindings: [
        ...(status ?? []),
        ...(overdue === undefined ? [] : [new Date(now)]),
      ],
    };
  }

  private matching(db: Db, filter: FollowUpFilter): Knex.QueryBuilder {
    const { incident, service, owner, assignee, words } = filter;
    const { visible, onlyPerson } = filter;
    const query = db(`${FOLLOW_UPS} as f`).join(
      'reliability_incidents as i',
      'i.id',
      'f.incident_id',
    );
    onlySeen(db, query, filter);
    if (incident) query.where(anyOf(db, 'f.incident_id', incident));
    const named = (names: readonly string[]) =>
      names.filter(
        name =>
          onlyPerson === undefined ||
          name === onlyPerson ||
          name.startsWith('group:'),
      );
    if (assignee) query.where(anyOf(db, 'f.owner', named(assignee)));
    if (service) {
      query.whereIn('f.incident_id', idsConcerning(db, { visible, service }));
    }
    if (owner) {
      query.where(either =>
        either
          .where(anyOf(db, 'f.owner', named(owner)))
          .orWhereIn('f.incident_id', idsConcerning(db, { visible, owner })),
      );
    }
    for (const word of words) {
      query.where(found =>
        found
          .where(open =>
            open
              .whereRaw('not i.is_private')
              .whereRaw(...containsText(['f.title', 'f.ticket'], word)),
          )
          .orWhereRaw(...containsLower(['i.search'], word)),
      );
    }
    return query;
  }
}

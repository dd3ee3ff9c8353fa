import { Knex } from 'knex';
import {
  isSortValues,
  SortColumn,
  sortedPage,
  SortValues,
} from '../../database/keyset';
import { anyOf, Db, optionalTime, timeOf, upsert } from '../../database/sql';

/** Something about an SLO and its incidents that does not fit together. Times are milliseconds since the epoch. */
export interface StoredReview {
  /** The same for the same finding. */
  readonly id: string;
  readonly kind: 'dark-burn' | 'blind-spot';
  readonly sloId: string;
  readonly objectiveId: string;
  /** Of a blind spot. */
  readonly incidentId?: string;
  readonly entityRef: string;
  readonly from: number;
  readonly to: number;
  /** Of the budget. */
  readonly share: number | null;
  readonly state: 'open' | 'settled';
  readonly note: string;
  readonly settledBy?: string;
  readonly settledAt?: number;
  readonly foundAt: number;
}

/** A review item with what it is about. */
export interface ReviewLine extends StoredReview {
  readonly sloTitle: string;
  readonly serviceTitle: string;
  readonly owner?: string;
}

/** What narrows the list. A list that is empty matches nothing; one that is absent, everything. */
export interface ReviewFilter {
  readonly visible?: readonly string[];
  readonly service?: readonly string[];
  readonly owner?: readonly string[];
  readonly kind?: readonly string[];
  readonly state?: readonly string[];
  readonly ids?: readonly string[];
}

type Time = Date | number;

type Row = {
  id: string;
  kind: StoredReview['kind'];
  slo_id: string;
  objective_id: string;
  incident_id: string | null;
  entity_ref: string;
  from_at: Time;
  to_at: Time;
  share: number | null;
  state: StoredReview['state'];
  note: string | null;
  settled_by: string | null;
  settled_at: Time | null;
  found_at: Time;
};

type LineRow = Row & {
  slo_title: string | null;
  service_title: string;
  owner: string | null;
};

const TABLE = 'reliability_budget_reviews';

const fromRow = (row: Row): StoredReview => ({
  id: row.id,
  kind: row.kind,
  sloId: row.slo_id,
  objectiveId: row.objective_id,
  incidentId: row.incident_id ?? undefined,
  entityRef: row.entity_ref,
  from: timeOf(row.from_at),
  to: timeOf(row.to_at),
  share: row.share,
  state: row.state,
  note: row.note ?? '',
  settledBy: row.settled_by ?? undefined,
  settledAt: optionalTime(row.settled_at),
  foundAt: timeOf(row.found_at),
});

const toRow = (review: StoredReview): Row => ({
  id: review.id,
  kind: review.kind,
  slo_id: review.sloId,
  objective_id: review.objectiveId,
  incident_id: review.incidentId ?? null,
  entity_ref: review.entityRef,
  from_at: new Date(review.from),
  to_at: new Date(review.to),
  share: review.share,
  state: review.state,
  note: review.note,
  settled_by: review.settledBy ?? null,
  settled_at:
    review.settledAt === undefined ? null : new Date(review.settledAt),
  found_at: new Date(review.foundAt),
});

const SORTED: readonly SortColumn[] = [
  { sql: 'r.from_at', direction: 'desc', type: 'time' },
  { sql: 'r.id', direction: 'desc', type: 'text' },
];

/** Review items of error budgets. */
export class BudgetReviewStore {
  readonly isPosition = isSortValues(SORTED);

  /** Keeps what was found; what is known stays as it is, settled or not. @returns how many are new */
  async add(db: Db, reviews: readonly StoredReview[]): Promise<number> {
    if (reviews.length === 0) return 0;
    const ids = reviews.map(({ id }) => id);
    const known: string[] = await db(TABLE)
      .where(anyOf(db, 'id', ids))
      .pluck('id');
    await upsert(db, TABLE, reviews.map(toRow), { key: ['id'], merge: [] });
    return reviews.length - known.length;
  }

  /** Removes open ones of a kind that were found before and do not hold (any more). */
  async removeOpen(db: Db, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await db(TABLE)
      .where(anyOf(db, 'id', ids))
      .where({ state: 'open' })
      .delete();
  }

  /** Of an SLO in a time. */
  async ofSlos(
    db: Db,
    sloIds: readonly string[],
    range: { readonly from: number; readonly to: number },
  ): Promise<StoredReview[]> {
    const rows: Row[] = await db(TABLE)
      .where(anyOf(db, 'slo_id', sloIds))
      .where('to_at', '>', new Date(range.from))
      .where('from_at', '<', new Date(range.to))
      .orderBy('id');
    return rows.map(fromRow);
  }

  /** One page, the newest first, and the position after which the next begins. */
  async page(
    db: Db,
    filter: ReviewFilter,
    page: { readonly after?: SortValues; readonly limit: number },
  ): Promise<{ items: ReviewLine[]; next?: SortValues }> {
    const query = this.matching(db, filter)
      .select('r.*', { service_title: 's.title', slo_title: 'd.title' })
      .select('s.owner');
    const { rows, next } = await sortedPage<LineRow>(db, query, SORTED, page);
    return {
      items: rows.map(row => ({
        ...fromRow(row),
        sloTitle: row.slo_title ?? row.slo_id,
        serviceTitle: row.service_title,
        owner: row.owner ?? undefined,
      })),
      next,
    };
  }

  /** How many match. */
  async count(db: Db, filter: ReviewFilter): Promise<number> {
    const [{ count }] = await this.matching(db, filter).count({ count: '*' });
    return Number(count);
  }

  /** Settles one, or opens it again. */
  async settle(
    db: Db,
    id: string,
    decision: Pick<StoredReview, 'state' | 'note' | 'settledBy' | 'settledAt'>,
  ): Promise<void> {
    const { state, note, settledBy, settledAt } = decision;
    await db(TABLE)
      .where({ id })
      .update({
        state,
        note,
        settled_by: settledBy ?? null,
        settled_at: settledAt === undefined ? null : new Date(settledAt),
      });
  }

  private matching(db: Db, filter: ReviewFilter): Knex.QueryBuilder {
    const { visible, service, owner, kind, state, ids } = filter;
    const query = db(`${TABLE} as r`)
      .join('reliability_services as s', 's.entity_ref', 'r.entity_ref')
      .leftJoin('reliability_slos as d', 'd.id', 'r.slo_id')
      .whereNull('s.removed_at');
    const among = (column: string, values: readonly string[] | undefined) => {
      if (values) query.where(anyOf(db, column, values));
    };
    among('s.entity_ref', visible);
    among('s.entity_ref', service);
    among('s.owner', owner);
    among('r.id', ids);
    if (kind) query.whereIn('r.kind', [...kind]);
    if (state) query.whereIn('r.state', [...state]);
    return query;
  }
}

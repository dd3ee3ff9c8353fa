import { Knex } from 'knex';
import {
  SortColumn,
  sortedBy,
  SortValues,
  sortValuesOf,
} from '../../database/keyset';
import { anyOf, Db } from '../../database/sql';
import {
  Condition,
  ExemptionFilter,
  ExemptionStates,
  EXPIRING,
  IN_FORCE,
  matchingExemptions,
  REQUESTED,
  stateCondition,
} from './exemptionFilter';
import {
  ExemptionRow,
  fromExemptionRow,
  StoredExemption,
} from './exemptionRow';

export interface ExemptionSorting {
  readonly orderBy: 'end' | 'requested';
  readonly order: 'asc' | 'desc';
}

export interface ExemptionPage extends ExemptionSorting {
  readonly after?: SortValues;
  readonly limit: number;
}

/** How many there are by all filters but the state. */
export interface ExemptionCounts {
  readonly requested: number;
  readonly forMe: number;
  readonly approved: number;
  readonly expiring: number;
  readonly over: number;
}

const TIMES = { end: 'e.ends_at', requested: 'e.requested_at' };

/** The columns that a list is sorted by. */
export const exemptionColumns = ({
  orderBy,
  order,
}: ExemptionSorting): SortColumn[] => [
  { sql: TIMES[orderBy], direction: order, type: 'time' },
  { sql: 'e.id', direction: order, type: 'text' },
];

type Decidable = NonNullable<ExemptionStates['decidable']>;

/** Stored exemptions in lists. */
export class ExemptionListStore {
  /** One page, with the values by which each is sorted. */
  async page(
    db: Db,
    filter: ExemptionFilter & ExemptionStates,
    page: ExemptionPage,
  ): Promise<{ exemption: StoredExemption; position: SortValues }[]> {
    const columns = exemptionColumns(page);
    const query = this.narrowed(db, filter).select('e.*').limit(page.limit);
    sortedBy(query, db.raw.bind(db), columns, page.after);
    const rows: ExemptionRow[] = await query;
    return rows.map(row => ({
      exemption: fromExemptionRow(row),
      position: sortValuesOf(row, columns),
    }));
  }

  async total(
    db: Db,
    filter: ExemptionFilter & ExemptionStates,
  ): Promise<number> {
    const [{ total }] = await this.narrowed(db, filter).count({ total: '*' });
    return Number(total);
  }

  async counts(
    db: Db,
    filter: ExemptionFilter,
    decidable: Decidable,
  ): Promise<ExemptionCounts> {
    const { now } = filter;
    const sum = ({ sql, bindings }: Condition, name: string) =>
      db.raw(`sum(case when ${sql} then 1 else 0 end) as ${name}`, [
        ...bindings,
      ]);
    const requested = REQUESTED(now);
    const inForce = IN_FORCE(now);
    const [row] = await matchingExemptions(db, filter).select(
      sum(requested, 'requested'),
      sum(inForce, 'approved'),
      sum(EXPIRING(now), 'expiring'),
      sum(
        {
          sql: `not (${requested.sql} or ${inForce.sql})`,
          bindings: [...requested.bindings, ...inForce.bindings],
        },
        'ended',
      ),
    );
    return {
      requested: Number(row.requested ?? 0),
      forMe: await this.total(db, { ...filter, decidable }),
      approved: Number(row.approved ?? 0),
      expiring: Number(row.expiring ?? 0),
      over: Number(row.ended ?? 0),
    };
  }

  /** References of the services about which a request waits. */
  async requestedRefs(db: Db, filter: ExemptionFilter): Promise<string[]> {
    const { sql, bindings } = REQUESTED(filter.now);
    return matchingExemptions(db, filter)
      .whereRaw(sql, [...bindings])
      .distinct('e.entity_ref')
      .pluck('e.entity_ref');
  }

  /** Those in force, with the owners of their services. */
  async inForce(
    db: Db,
    filter: ExemptionFilter,
  ): Promise<{ exemption: StoredExemption; owner?: string }[]> {
    const { sql, bindings } = IN_FORCE(filter.now);
    const rows: (ExemptionRow & { owner: string | null })[] =
      await matchingExemptions(db, filter)
        .whereRaw(sql, [...bindings])
        .select('e.*', 's.owner');
    return rows.map(({ owner, ...row }) => ({
      exemption: fromExemptionRow(row),
      owner: owner ?? undefined,
    }));
  }

  private narrowed(
    db: Db,
    {
      state,
      expiring,
      decidable,
      ...filter
    }: ExemptionFilter & ExemptionStates,
  ): Knex.QueryBuilder {
    const query = matchingExemptions(db, filter);
    const { now } = filter;
    const also = ({ sql, bindings }: Condition) =>
      query.whereRaw(sql, [...bindings]);
    if (state) {
      const any = state.map(each => stateCondition(each, now));
      also({
        sql: `(${any.map(({ sql }) => sql).join(' or ') || '1 = 0'})`,
        bindings: any.flatMap(({ bindings }) => bindings),
      });
    }
    if (expiring) also(EXPIRING(now));
    if (decidable) {
      also(REQUESTED(now));
      query
        .where(anyOf(db, 'e.entity_ref', decidable.refs))
        .whereRaw('lower(e.requested_by) <> ?', [
          decidable.by.toLocaleLowerCase('en-US'),
        ]);
    }
    return query;
  }
}

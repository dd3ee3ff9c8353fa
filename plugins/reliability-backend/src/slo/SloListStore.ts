import { SloStatus } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { isSortValues, sortedPage, SortValues } from '../database/keyset';
import { containsText } from '../database/search';
import { anyOf, Db } from '../database/sql';
import { rankOf, tierOf, tierRank, Tiers } from '../tier/tierSql';
import {
  columnsOf,
  FROM_SLO,
  FROM_STATE,
  SloListRow,
  SloLine,
  SloServiceLine,
  SloSorting,
  STATUS,
  toLine,
} from './sloListRow';

/** What narrows a list of SLOs. A list that is empty matches nothing; one that is absent, everything. */
export interface SloListFilter {
  /** As configured. */
  readonly tiers: Tiers;
  /** References of services that the reader may see; absent: all. */
  readonly visible?: readonly string[];
  readonly status?: readonly SloStatus[];
  readonly tier?: readonly string[];
  readonly owner?: readonly string[];
  readonly system?: readonly string[];
  readonly service?: readonly string[];
  /** Ids of SLOs. */
  readonly ids?: readonly string[];
  readonly text?: string;
}

export interface SloListPage extends SloSorting {
  readonly after?: SortValues;
  readonly limit: number;
}

/** A condition on an expression that can have few values; an empty list matches nothing. */
const isIn = (
  query: Knex.QueryBuilder,
  sql: string,
  values: readonly (string | number)[],
) =>
  query.whereRaw(
    `${sql} in (${values.map(() => '?').join(', ') || 'null'})`,
    values as (string | number)[],
  );

/** Reads over the SLOs of all services: definitions, states and services, nothing computed. */
export class SloListStore {
  /** One page and the position after which the next begins. */
  async page(
    db: Db,
    filter: SloListFilter,
    page: SloListPage,
  ): Promise<{ items: SloLine[]; next?: SortValues }> {
    const columns = columnsOf(db, filter.tiers, page);
    const query = this.matching(db, filter)
      .select(FROM_SLO)
      .select(FROM_STATE)
      .select(db.raw(`${tierRank(db, filter.tiers)} as tier_rank`));
    const { rows, next } = await sortedPage<SloListRow>(
      db,
      query,
      columns,
      page,
    );
    return {
      items: rows.map(row => toLine(row, filter.tiers)),
      next,
    };
  }

  /** Whether a value that came back from outside is a position in this order. */
  isPosition(db: Db, tiers: Tiers, page: SloSorting) {
    return isSortValues(columnsOf(db, tiers, page));
  }

  /** All that match, the worst first. */
  async all(db: Db, filter: SloListFilter): Promise<SloLine[]> {
    const { items } = await this.page(db, filter, {
      orderBy: 'worst',
      descending: false,
      limit: Number.MAX_SAFE_INTEGER - 1,
    });
    return items;
  }

  /** How many match, by status. */
  async counts(db: Db, filter: SloListFilter): Promise<Map<SloStatus, number>> {
    const rows: { status: SloStatus; count: number | string }[] =
      await this.matching(db, filter)
        .select(db.raw(`${STATUS} as status`))
        .count({ count: '*' })
        .groupByRaw(STATUS);
    return new Map(rows.map(({ status, count }) => [status, Number(count)]));
  }

  /** Ids of all that match, in their order. */
  async ids(db: Db, filter: SloListFilter): Promise<string[]> {
    return this.matching(db, filter).orderBy('d.id').pluck('d.id');
  }

  /** What is told of services beside their SLOs, by reference. */
  async services(
    db: Db,
    tiers: Tiers,
    refs: readonly string[],
  ): Promise<Map<string, SloServiceLine>> {
    const rows: Pick<
      SloListRow,
      'entity_ref' | 'title' | 'owner' | 'tier_rank'
    >[] = await db('reliability_services as s')
      .leftJoin(
        'reliability_tier_overrides as o',
        'o.entity_ref',
        's.entity_ref',
      )
      .whereNull('s.removed_at')
      .where(anyOf(db, 's.entity_ref', refs))
      .select('s.entity_ref', 's.title', 's.owner')
      .select(db.raw(`${tierRank(db, tiers)} as tier_rank`));
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          title: row.title,
          owner: row.owner ?? undefined,
          tierId: tierOf(row.tier_rank, tiers),
        },
      ]),
    );
  }

  /** How many services match that have no SLO. The status does not count. */
  async withoutSlo(db: Db, filter: SloListFilter): Promise<number> {
    const query = db('reliability_services as s').leftJoin(
      'reliability_tier_overrides as o',
      'o.entity_ref',
      's.entity_ref',
    );
    this.narrow(db, query, filter, ['s.title', 's.entity_ref', 's.owner']);
    const [{ count }] = await query
      .whereNotExists(
        db('reliability_slos as d').whereRaw('d.entity_ref = s.entity_ref'),
      )
      .count({ count: '*' });
    return Number(count);
  }

  private matching(db: Db, filter: SloListFilter): Knex.QueryBuilder {
    const query = db('reliability_slos as d')
      .join('reliability_services as s', 's.entity_ref', 'd.entity_ref')
      .leftJoin('reliability_slo_states as e', 'e.slo_id', 'd.id')
      .leftJoin(
        'reliability_tier_overrides as o',
        'o.entity_ref',
        's.entity_ref',
      );
    if (filter.ids) query.where(anyOf(db, 'd.id', filter.ids));
    if (filter.status) isIn(query, STATUS, filter.status);
    return this.narrow(db, query, filter, [
      'd.title',
      'd.name',
      's.title',
      's.entity_ref',
      's.owner',
    ]);
  }

  private narrow(
    db: Db,
    query: Knex.QueryBuilder,
    filter: SloListFilter,
    searched: readonly string[],
  ): Knex.QueryBuilder {
    query.whereNull('s.removed_at');
    const among = (column: string, values: readonly string[] | undefined) => {
      if (values) query.where(anyOf(db, column, values));
    };
    among('s.entity_ref', filter.visible);
    among('s.entity_ref', filter.service);
    among('s.owner', filter.owner);
    among('s.system', filter.system);
    if (filter.tier) {
      const ranks = filter.tier.map(id => rankOf(id, filter.tiers));
      isIn(query, tierRank(db, filter.tiers), ranks);
    }
    if (filter.text) {
      const [condition, bindings] = containsText(searched, filter.text);
      query.whereRaw(condition, bindings);
    }
    return query;
  }
}

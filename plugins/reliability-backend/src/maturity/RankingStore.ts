import { Outcome } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { anyOf, containing, Db } from '../database/sql';
import { isInteger, isText } from '../http/cursor';
import {
  fromReportRow,
  letterOf,
  ReportRow,
  REPORTS,
  StoredReport,
} from './reportRow';

/** What narrows the ranking. A list that is empty matches nothing; one that is absent, everything. */
export interface RankingFilter {
  readonly scorecardId: string;
  /** References that the reader may see; absent: all. */
  readonly visible?: readonly string[];
  readonly tier?: readonly string[];
  readonly owner?: readonly string[];
  readonly system?: readonly string[];
  readonly domain?: readonly string[];
  readonly level?: readonly string[];
  /** Outcome of a check, by its place in the scorecard; reports made by other rules do not match. */
  readonly check?: {
    readonly index: number;
    readonly outcome: Outcome;
    readonly scorecardHash: string;
  };
  readonly attention?: boolean;
  readonly text?: string;
}

/** The columns that the ranking can be sorted by; ties keep the order of the ranking. */
const orders = {
  rank: 'rank_key',
  title: 'sort_title',
  tier: 'tier_rank',
  score: 'score',
  coverage: 'coverage',
  owner: `coalesce(owner, '')`,
  trend: 'score - trend_score',
} as const;

export type RankingOrder = keyof typeof orders;

/** The value by which a row was sorted, and the tie-breaker: where the next page begins. */
export interface RankingPosition {
  readonly value: string | number;
  readonly rankKey: string;
}

const TEXT_ORDERS: readonly RankingOrder[] = ['rank', 'title', 'owner'];

/** Whether a value that came back from outside is a position in this order. */
export const isPositionIn =
  (orderBy: RankingOrder) =>
  (position: unknown): position is RankingPosition => {
    if (typeof position !== 'object' || position === null) return false;
    const { value, rankKey } = position as Partial<RankingPosition>;
    const fits = TEXT_ORDERS.includes(orderBy) ? isText : isInteger;
    return isText(rankKey) && fits(value);
  };

export interface RankingPage {
  readonly orderBy: RankingOrder;
  readonly descending: boolean;
  readonly after?: RankingPosition;
  readonly limit: number;
}

/** What a line of the ranking is made of; the rest of a row is for filters, or explains. */
const LISTED: (keyof ReportRow)[] = [
  'item',
  'rank_key',
  'trend_score',
  'trend_day',
  'score',
  'scorecard_hash',
  'assessed_at',
];

/** Reads of the stored reports: one table, no joins, nothing computed. */
export class RankingStore {
  /** One page and the position after which the next begins. */
  async page(
    db: Db,
    filter: RankingFilter,
    page: RankingPage,
  ): Promise<{ items: StoredReport[]; next?: RankingPosition }> {
    const column = orders[page.orderBy];
    const direction = page.descending ? 'desc' : 'asc';
    const query = this.matching(db, filter)
      .select(...LISTED, db.raw(`${column} as sort_value`))
      .orderByRaw(`${column} ${direction}, rank_key`)
      .limit(page.limit + 1);
    if (page.after) {
      const { value, rankKey } = page.after;
      const beyond = page.descending ? '<' : '>';
      query.whereRaw(
        `(${column} ${beyond} ? or (${column} = ? and rank_key > ?))`,
        [value, value, rankKey],
      );
    }
    const rows: (ReportRow & { sort_value: string | number })[] = await query;
    const items = rows.slice(0, page.limit);
    const last = items[items.length - 1];
    return {
      items: items.map(fromReportRow),
      next:
        rows.length > page.limit
          ? { value: last.sort_value, rankKey: last.rank_key }
          : undefined,
    };
  }

  async count(db: Db, filter: RankingFilter): Promise<number> {
    const [{ total }] = await this.matching(db, filter).count({ total: '*' });
    return Number(total);
  }

  /** The rank keys of all that match, in the order of the ranking. */
  async rankKeys(db: Db, filter: RankingFilter): Promise<string[]> {
    return this.matching(db, filter).orderBy('rank_key').pluck('rank_key');
  }

  /** How many there are of each value of a column, the frequent first. */
  async counts(
    db: Db,
    filter: RankingFilter,
    column: 'owner' | 'system' | 'domain' | 'tier_id' | 'level_id',
    options: { match?: string; limit?: number } = {},
  ): Promise<{ value: string; count: number }[]> {
    const query = this.matching(db, filter)
      .whereNotNull(column)
      .select({ value: column })
      .count({ count: '*' })
      .groupBy(column)
      .orderBy([{ column: 'count', order: 'desc' }, { column: 'value' }]);
    if (options.match) {
      query.whereRaw(`lower(??) like ? escape '\\'`, [
        column,
        containing(options.match.toLocaleLowerCase('en-US')),
      ]);
    }
    if (options.limit !== undefined) query.limit(options.limit);
    const rows = (await query) as { value: string; count: number | string }[];
    return rows.map(({ value, count }) => ({ value, count: Number(count) }));
  }

  /** Sums over all that match. */
  async totals(db: Db, filter: RankingFilter, currentHash: string) {
    const row = await this.matching(db, filter)
      .select(
        db.raw('count(*) as total'),
        db.raw('avg(score) as score'),
        db.raw('avg(coverage) as coverage'),
        db.raw('sum(case when needs_attention then 1 else 0 end) as attention'),
        db.raw(
          'sum(case when scorecard_hash <> ? then 1 else 0 end) as outdated',
          [currentHash],
        ),
      )
      .first();
    return {
      total: Number(row.total),
      averageScore: Math.floor(Number(row.score ?? 0)),
      averageCoverage: Math.floor(Number(row.coverage ?? 0)),
      needAttention: Number(row.attention ?? 0),
      outdated: Number(row.outdated ?? 0),
    };
  }

  private matching(db: Db, filter: RankingFilter): Knex.QueryBuilder {
    const query = db(REPORTS).where({ scorecard_id: filter.scorecardId });
    const among = (column: string, values: readonly string[] | undefined) => {
      if (values?.length === 1) query.where(column, values[0]);
      else if (values) query.where(anyOf(db, column, values));
    };
    among('tier_id', filter.tier);
    among('owner', filter.owner);
    among('system', filter.system);
    among('domain', filter.domain);
    among('level_id', filter.level);
    if (filter.visible) query.where(anyOf(db, 'entity_ref', filter.visible));
    if (filter.attention) query.where('needs_attention', true);
    if (filter.check) {
      const { index, outcome, scorecardHash } = filter.check;
      query
        .where({ scorecard_hash: scorecardHash })
        .whereRaw('substr(outcomes, ?, 1) = ?', [index + 1, letterOf(outcome)]);
    }
    if (filter.text) {
      query.whereRaw(`search like ? escape '\\'`, [
        containing(filter.text.toLocaleLowerCase('en-US')),
      ]);
    }
    return query;
  }
}

import { CoverState } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { isSortValues, sortedPage, SortValues } from '../database/keyset';
import { containsLower, containsText } from '../database/search';
import { anyOf, Db, isPostgres } from '../database/sql';
import { rankOf, tierRank, Tiers } from '../tier/tierSql';
import {
  CoverAt,
  coverAt,
  inProviderTexts,
  ownLinks,
  rotationsWithName,
  STATE,
} from './oncallAt';
import {
  columnsOf,
  LISTED,
  OncallLine,
  OncallListRow,
  OncallSorting,
  toLine,
} from './oncallListRow';

/** What narrows the directory. A list that is empty matches nothing; one that is absent, everything. */
export interface OncallListFilter extends CoverAt {
  /** As configured. */
  readonly tiers: Tiers;
  /** The present; milliseconds since the epoch. */
  readonly now: number;
  /** References of services that the reader may see; absent: all. */
  readonly visible?: readonly string[];
  /** Names of accounts of which a service has a rotation. */
  readonly accounts?: readonly string[];
  readonly owner?: readonly string[];
  readonly system?: readonly string[];
  readonly tier?: readonly string[];
  readonly state?: readonly CoverState[];
  readonly finding?: readonly string[];
  /** Each must be found somewhere. */
  readonly words: readonly string[];
  /** Whether words are looked for in names of people on call. */
  readonly names: boolean;
}

export interface OncallListPage extends OncallSorting {
  readonly after?: SortValues;
  readonly limit: number;
}

/** All in lower case. */
const SEARCHED = ['s.entity_ref', 's.owner', 's.system'];

/** Reads over who is on call for all services. */
export class OncallListStore {
  /** One page and the position after which the next begins. */
  async page(
    db: Db,
    filter: OncallListFilter,
    page: OncallListPage,
  ): Promise<{ items: OncallLine[]; next?: SortValues }> {
    const { tiers, now } = filter;
    const columns = columnsOf(db, tiers, now, page);
    const query = this.matching(db, filter)
      .select(LISTED)
      .select(db.raw(`${STATE} as state`))
      .select(db.raw(`${tierRank(db, tiers)} as tier_rank`));
    const { rows, next } = await sortedPage<OncallListRow>(
      db,
      query,
      columns,
      page,
    );
    return { items: rows.map(row => toLine(row, tiers, now)), next };
  }

  /** Whether a value that came back from outside is a position in this order. */
  isPosition(db: Db, { tiers, now }: OncallListFilter, sorting: OncallSorting) {
    return isSortValues(columnsOf(db, tiers, now, sorting));
  }

  /** How many match, by state. */
  async counts(
    db: Db,
    filter: OncallListFilter,
  ): Promise<Map<CoverState, number>> {
    const rows: { state: CoverState; count: number | string }[] =
      await this.matching(db, filter)
        .select(db.raw(`${STATE} as state`))
        .count({ count: '*' })
        .groupByRaw(STATE);
    return new Map(rows.map(({ state, count }) => [state, Number(count)]));
  }

  /** The services of an owner and of all groups below it, by title. */
  async ownedBy(
    db: Db,
    owner: string,
    visible: readonly string[] | undefined,
  ): Promise<{ entityRef: string; title: string }[]> {
    // As the columns are: PostgreSQL does not join others.
    const collation = isPostgres(db) ? 'collate "C"' : '';
    const owners = db.raw(
      `select cast(? as text) ${collation} as ref union select cast(g.entity_ref as text) from reliability_groups g
         join owners on owners.ref = g.parent where g.left_at is null`,
      [owner],
    );
    const query = db('reliability_services as s')
      .withRecursive('owners', owners)
      .whereNull('s.removed_at')
      .whereIn('s.owner', db('owners').select('ref'))
      .orderByRaw('lower(s.title), s.entity_ref')
      .select({ entityRef: 's.entity_ref', title: 's.title' });
    if (visible) query.where(anyOf(db, 's.entity_ref', visible));
    return query;
  }

  private matching(db: Db, filter: OncallListFilter): Knex.QueryBuilder {
    const query = db('reliability_services as s')
      .leftJoin(
        'reliability_tier_overrides as o',
        'o.entity_ref',
        's.entity_ref',
      )
      .leftJoin(
        'reliability_oncall_services as x',
        'x.entity_ref',
        's.entity_ref',
      )
      .leftJoin(coverAt(db, filter).as('c'), 'c.entity_ref', 's.entity_ref')
      .whereNull('s.removed_at');
    const among = (column: string, values: readonly string[] | undefined) => {
      if (values) query.where(anyOf(db, column, values));
    };
    among('s.entity_ref', filter.visible);
    among('s.owner', filter.owner);
    among('s.system', filter.system);
    const isIn = (sql: string, values: readonly (string | number)[]) =>
      query.whereRaw(
        `${sql} in (${values.map(() => '?').join(', ') || 'null'})`,
        [...values],
      );
    if (filter.tier) {
      const ranks = filter.tier.map(id => rankOf(id, filter.tiers));
      isIn(tierRank(db, filter.tiers), ranks);
    }
    if (filter.state) isIn(STATE, filter.state);
    if (filter.accounts) {
      query.whereIn(
        's.entity_ref',
        db('reliability_oncall_links')
          .select('entity_ref')
          .where(anyOf(db, 'account', filter.accounts)),
      );
    }
    if (filter.finding) this.narrowByFinding(query, filter.finding);
    for (const word of filter.words) this.narrowByWord(db, query, filter, word);
    return query;
  }

  /** Findings are kept as JSON; a code stands there only as the value of its member. */
  private narrowByFinding(
    query: Knex.QueryBuilder,
    codes: readonly string[],
  ): void {
    query.whereRaw(
      `(${codes.map(() => 'x.findings like ?').join(' or ') || '1 = 0'})`,
      codes.map(code => `%"code":"${code}"%`),
    );
  }

  private narrowByWord(
    db: Db,
    query: Knex.QueryBuilder,
    { names, at, counting }: OncallListFilter,
    word: string,
  ): void {
    query.where(found => {
      found
        .whereRaw(...containsText(['s.title'], word))
        .orWhereRaw(...containsLower(SEARCHED, word))
        .orWhere(inProviderTexts(db, ['x.words'], word, names));
      if (!names) return;
      found.orWhereIn(
        's.entity_ref',
        ownLinks(db, counting)
          .whereIn('l.rotation_id', rotationsWithName(db, word, at))
          .select('l.entity_ref'),
      );
    });
  }
}

import { RotationState } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  isSortValues,
  SortColumn,
  sortedPage,
  SortValues,
} from '../database/keyset';
import { groupBy } from '../database/groupBy';
import { containsLower, containsText } from '../database/search';
import { anyOf, Db, isPostgres, timeLiteral } from '../database/sql';
import { tierOf, tierRank, Tiers } from '../tier/tierSql';
import { inProviderTexts, rotationsWithName } from './oncallAt';
import { UsedBy } from './presentRotation';

/** What narrows a list of rotations. A list that is empty matches nothing; one that is absent, everything. */
export interface RotationListFilter {
  /** The present; milliseconds since the epoch. */
  readonly now: number;
  /** Rotations that were read before are stale. */
  readonly freshAfter: number;
  /** References of services that the reader may see; absent: all. */
  readonly visible?: readonly string[];
  readonly accounts?: readonly string[];
  /** Owners of services that use it. */
  readonly owner?: readonly string[];
  readonly state?: readonly RotationState[];
  /** Each must be found somewhere. */
  readonly words: readonly string[];
  /** Whether words are looked for in names of people on call. */
  readonly names: boolean;
}

type UsingRow = {
  rotation_id: string;
  entity_ref: string;
  title: string;
  tier_rank: number;
};

const SEARCHED = ['r.title', 'r.team', 'r.id'];
/** All in lower case. */
const SEARCHED_OF_SERVICES = ['s.entity_ref', 's.owner', 's.system'];

/** As `rotationStateOf` finds it. */
const stateOf = (db: Db, freshAfter: number) =>
  `case when r.failure = 'not-found' then 'missing' when r.fetched_at is null then case when r.failure is null then 'pending' else 'failing' end when r.fetched_at < ${timeLiteral(
    db,
    freshAfter,
  )} then 'stale' when r.failure is not null then 'failing' else 'ok' end`;

const columnsOf = (db: Db): SortColumn[] => [
  {
    sql: `lower(r.title)${isPostgres(db) ? ' collate "C"' : ''}`,
    direction: 'asc',
    type: 'text',
  },
  { sql: 'r.id', direction: 'asc', type: 'text' },
];

/** Reads over the rotations that services use. */
export class RotationListStore {
  /** Ids of one page by title, how many match in all, and the position after which the next page begins. */
  async page(
    db: Db,
    filter: RotationListFilter,
    page: { after?: SortValues; limit: number },
  ): Promise<{ ids: string[]; total: number; next?: SortValues }> {
    const columns = columnsOf(db);
    const query = this.matching(db, filter).select('r.id');
    const { rows, next } = await sortedPage<{ id: string }>(
      db,
      query,
      columns,
      page,
    );
    const [{ total }] = await this.matching(db, filter).count({ total: '*' });
    return {
      ids: rows.map(({ id }) => id),
      total: Number(total),
      next,
    };
  }

  /** Whether a value that came back from outside is a position in the list. */
  isPosition(db: Db) {
    return isSortValues(columnsOf(db));
  }

  /** Ids of rotations on which a User of the catalog has a shift that ends after a time. */
  async ofPerson(db: Db, entityRef: string, after: number): Promise<string[]> {
    return db('reliability_oncall_responders as p')
      .join('reliability_oncall_shifts as h', 'h.responder_id', 'p.id')
      .where('p.entity_ref', entityRef)
      .where(ending =>
        ending.where('h.end_at', '>', new Date(after)).orWhereNull('h.end_at'),
      )
      .distinct()
      .orderBy('h.rotation_id')
      .pluck('h.rotation_id');
  }

  /** The services that use rotations, by title. */
  async servicesUsing(
    db: Db,
    ids: readonly string[],
    { visible, tiers }: { visible?: readonly string[]; tiers: Tiers },
  ): Promise<Map<string, UsedBy[]>> {
    const query = this.links(db, { visible })
      .leftJoin(
        'reliability_tier_overrides as o',
        'o.entity_ref',
        's.entity_ref',
      )
      .where(anyOf(db, 'l.rotation_id', ids))
      .select('l.rotation_id', 's.entity_ref', 's.title')
      .select(db.raw(`${tierRank(db, tiers)} as tier_rank`))
      .orderByRaw(`lower(s.title), s.entity_ref`);
    const rows: UsingRow[] = await query;
    const using = rows.map(row => ({
      rotation: row.rotation_id,
      entityRef: row.entity_ref,
      title: row.title,
      tierId: tierOf(row.tier_rank, tiers),
    }));
    return groupBy(using, ({ rotation }) => rotation);
  }

  /** How many rotations each account has that services use which the reader may see. */
  async byAccount(
    db: Db,
    visible: readonly string[] | undefined,
  ): Promise<Map<string, { rotations: number; failing: number }>> {
    const rows: { account: string; rotations: number; failing: number }[] =
      await db('reliability_oncall_rotations as r')
        .whereIn('r.id', this.used(db, { visible }))
        .groupBy('r.account')
        .select('r.account')
        .count({ rotations: '*' })
        .count({ failing: 'r.failure' });
    return new Map(
      rows.map(({ account, rotations, failing }) => [
        account,
        { rotations: Number(rotations), failing: Number(failing) },
      ]),
    );
  }

  private matching(db: Db, filter: RotationListFilter): Knex.QueryBuilder {
    const query = db('reliability_oncall_rotations as r').whereIn(
      'r.id',
      this.used(db, filter),
    );
    if (filter.accounts) {
      query.where(anyOf(db, 'r.account', filter.accounts));
    }
    if (filter.state) {
      query.whereRaw(
        `${stateOf(db, filter.freshAfter)} in (${
          filter.state.map(() => '?').join(', ') || 'null'
        })`,
        [...filter.state],
      );
    }
    for (const word of filter.words) this.narrow(db, query, filter, word);
    return query;
  }

  /** Ids of rotations that services use which the reader may see. */
  private used(
    db: Db,
    using: Pick<RotationListFilter, 'visible' | 'owner'>,
  ): Knex.QueryBuilder {
    return this.links(db, using).select('l.rotation_id');
  }

  private links(
    db: Db,
    { visible, owner }: Pick<RotationListFilter, 'visible' | 'owner'>,
  ): Knex.QueryBuilder {
    const query = db('reliability_oncall_links as l')
      .join('reliability_services as s', 's.entity_ref', 'l.entity_ref')
      .whereNull('s.removed_at');
    if (visible) query.where(anyOf(db, 's.entity_ref', visible));
    if (owner) query.where(anyOf(db, 's.owner', owner));
    return query;
  }

  private narrow(
    db: Db,
    query: Knex.QueryBuilder,
    { visible, names, now }: RotationListFilter,
    word: string,
  ): void {
    query.where(found => {
      found.where(inProviderTexts(db, SEARCHED, word, names)).orWhereIn(
        'r.id',
        this.used(db, { visible }).where(service =>
          service
            .whereRaw(...containsText(['s.title'], word))
            .orWhereRaw(...containsLower(SEARCHED_OF_SERVICES, word)),
        ),
      );
      if (names) found.orWhereIn('r.id', rotationsWithName(db, word, now));
    });
  }
}

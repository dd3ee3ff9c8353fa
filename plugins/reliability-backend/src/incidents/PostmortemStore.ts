import {
  PostmortemResponse,
  PostmortemState,
  PostmortemStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { optionalDate } from '../maturity/reportRow';
import { SortColumn, sortedPage, SortValues } from '../database/keyset';
import { containsLower } from '../database/search';
import { anyOf, Db, optionalTime, timeOf, upsert } from '../database/sql';
import {
  idsConcerning,
  IncidentVisibility,
  onlySeen,
} from './incidentVisibility';
import { POSTMORTEM_DUE, postmortemState } from './postmortemSql';

/** A section by the id of the template. */
export interface SectionText {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
}

/** A postmortem as kept. Times are milliseconds since the epoch. */
export interface StoredPostmortem {
  readonly incidentId: string;
  readonly source: PostmortemResponse['source'];
  readonly status: PostmortemStatus;
  readonly title: string;
  /** Where it is kept, if not here. */
  readonly url?: string;
  readonly sections: readonly SectionText[];
  /** From 1. */
  readonly version: number;
  readonly author?: string;
  readonly createdAt: number;
  readonly updatedBy?: string;
  readonly updatedAt: number;
  /** Who published it. */
  readonly reviewer?: string;
  readonly publishedAt?: number;
}

/** A postmortem in a list, or an incident that lacks one. */
export interface PostmortemLine {
  readonly incidentId: string;
  readonly state: PostmortemState;
  readonly dueAt?: number;
  /** Absent: nobody has begun. */
  readonly postmortem?: StoredPostmortem;
}

/** What narrows the list. A list that is empty matches nothing; one that is absent, everything. */
export interface PostmortemFilter extends IncidentVisibility {
  readonly now: number;
  readonly service?: readonly string[];
  readonly owner?: readonly string[];
  /** Absent: all that exist. */
  readonly state?: readonly string[];
  /** Each must be found somewhere. */
  readonly words: readonly string[];
  /** Changed then or later. */
  readonly since?: number;
}

type Time = Date | number;

type Row = {
  incident_id: string;
  source: StoredPostmortem['source'];
  status: PostmortemStatus;
  title: string;
  url: string | null;
  sections: string;
  version: number;
  author: string | null;
  created_at: Time;
  updated_by: string | null;
  updated_at: Time;
  reviewer: string | null;
  published_at: Time | null;
  search: string;
};

type ListRow = {
  id: string;
  state: PostmortemState;
  due_at: Time | string | null;
};

const TABLE = 'reliability_postmortems';

const fromRow = (row: Row): StoredPostmortem => ({
  incidentId: row.incident_id,
  source: row.source,
  status: row.status,
  title: row.title,
  url: row.url ?? undefined,
  sections: JSON.parse(row.sections) as SectionText[],
  version: row.version,
  author: row.author ?? undefined,
  createdAt: timeOf(row.created_at),
  updatedBy: row.updated_by ?? undefined,
  updatedAt: timeOf(row.updated_at),
  reviewer: row.reviewer ?? undefined,
  publishedAt: optionalTime(row.published_at),
});

const toRow = (postmortem: StoredPostmortem): Row => ({
  incident_id: postmortem.incidentId,
  source: postmortem.source,
  status: postmortem.status,
  title: postmortem.title,
  url: postmortem.url ?? null,
  sections: JSON.stringify(postmortem.sections),
  version: postmortem.version,
  author: postmortem.author ?? null,
  created_at: new Date(postmortem.createdAt),
  updated_by: postmortem.updatedBy ?? null,
  updated_at: new Date(postmortem.updatedAt),
  reviewer: postmortem.reviewer ?? null,
  published_at: optionalDate(postmortem.publishedAt),
  search: [postmortem.title, ...postmortem.sections.map(({ text }) => text)]
    .join('\n')
    .toLocaleLowerCase('en-US'),
});

const SORTED: readonly SortColumn[] = [
  {
    sql: 'coalesce(p.updated_at, i.updated_at)',
    direction: 'desc',
    type: 'time',
  },
  { sql: 'i.id', direction: 'desc', type: 'text' },
];

/** Of a private incident nothing is found. */
const SEARCHED = `case when i.is_private then '' else coalesce(p.search, '') end`;

/** Postmortems of incidents. */
export class PostmortemStore {
  readonly sorting = SORTED;

  /** Postmortems by the id of their incident. */
  async of(
    db: Db,
    incidentIds: readonly string[],
  ): Promise<Map<string, StoredPostmortem>> {
    const rows: Row[] = await db(TABLE).where(
      anyOf(db, 'incident_id', incidentIds),
    );
    return new Map(rows.map(row => [row.incident_id, fromRow(row)]));
  }

  /** Writes postmortems of different incidents; whoever calls it holds the locks on those. */
  async save(
    db: Db,
    ...postmortems: readonly StoredPostmortem[]
  ): Promise<void> {
    const rows = postmortems.map(toRow);
    const columns = Object.keys(rows[0] ?? {}) as (keyof Row)[];
    await upsert(db, TABLE, rows, {
      key: ['incident_id'],
      merge: columns.filter(name => name !== 'incident_id'),
    });
  }

  /** One page, the last changed first, and the position after which the next begins. */
  async page(
    db: Db,
    filter: PostmortemFilter,
    page: { readonly after?: SortValues; readonly limit: number },
  ): Promise<{ items: PostmortemLine[]; next?: SortValues }> {
    // Without the texts: a database that sorts carries along whatever is selected.
    const query = this.matching(db, filter)
      .select('i.id')
      .select(db.raw(`${postmortemState(db, filter.now)} as state`))
      .select(db.raw(`${POSTMORTEM_DUE} as due_at`));
    const { rows, next } = await sortedPage<ListRow>(db, query, SORTED, page);
    const known = await this.of(
      db,
      rows.map(({ id }) => id),
    );
    return {
      items: rows.map(({ id, state, due_at: due }) => ({
        incidentId: id,
        state,
        dueAt: optionalTime(due),
        postmortem: known.get(id),
      })),
      next,
    };
  }

  /**
   * Incidents whose postmortem became overdue within a span of time and is so still: after `from`, up to and
   * including `until`. One that has missed both dates is there for each.
   */
  async dueBetween(
    db: Db,
    { from, until }: { readonly from: number; readonly until: number },
  ): Promise<{ incidentId: string; stage: 'draft' | 'publish'; at: number }[]> {
    const missed = async (stage: 'draft' | 'publish') => {
      const column = `i.${stage}_due_at`;
      const query = db('reliability_incidents as i')
        .leftJoin(`${TABLE} as p`, 'p.incident_id', 'i.id')
        .whereNull('i.removed_at')
        .where('i.postmortem_required', true)
        .where(column, '>', new Date(from))
        .where(column, '<=', new Date(until))
        .orderBy([{ column }, { column: 'i.id' }])
        .select({ id: 'i.id', at: column });
      if (stage === 'draft') query.whereNull('p.incident_id');
      else query.whereRaw(`coalesce(p.status, '') <> 'published'`);
      const rows: { id: string; at: Time }[] = await query;
      return rows.map(({ id, at }) => ({
        incidentId: id,
        stage,
        at: timeOf(at),
      }));
    };
    return [...(await missed('draft')), ...(await missed('publish'))];
  }

  /** How many match. */
  async count(db: Db, filter: PostmortemFilter): Promise<number> {
    const [{ count }] = await this.matching(db, filter).count({ count: '*' });
    return Number(count);
  }

  private matching(db: Db, filter: PostmortemFilter): Knex.QueryBuilder {
    const { service, owner, state, words, since, visible } = filter;
    const query = db('reliability_incidents as i').leftJoin(
      `${TABLE} as p`,
      'p.incident_id',
      'i.id',
    );
    onlySeen(db, query, filter);
    if (service || owner) {
      query.whereIn('i.id', idsConcerning(db, { visible, service, owner }));
    }
    if (state) {
      const marks = state.map(() => '?').join(', ') || 'null';
      query.whereRaw(`${postmortemState(db, filter.now)} in (${marks})`, [
        ...state,
      ]);
    } else query.whereNotNull('p.incident_id');
    if (since !== undefined) query.where('p.updated_at', '>=', new Date(since));
    for (const word of words) {
      query.whereRaw(...containsLower([SEARCHED, 'i.search'], word));
    }
    return query;
  }
}

import { Knex } from 'knex';
import { isSortValues, sortedPage, SortValues } from '../database/keyset';
import { anyOf, Db, timeLiteral } from '../database/sql';
import { tierOf, tierRank, Tiers } from '../tier/tierSql';
import {
  columnsOf,
  IncidentLine,
  IncidentListRow,
  IncidentSorting,
  lineColumns,
  toLine,
} from './incidentListRow';
import {
  IncidentListFilter,
  servicesConcerned,
  matchingIncidents,
} from './matchingIncidents';

export interface IncidentListPage extends IncidentSorting {
  /** Until when open incidents lasted; the same for all pages, so that their order stays. */
  readonly at: number;
  readonly after?: SortValues;
  readonly limit: number;
}

/** A service that an incident concerns, as the reader sees it. */
export interface IncidentServiceLine {
  readonly incidentId: string;
  readonly entityRef: string;
  readonly title: string;
  readonly owner?: string;
  readonly tierId: string;
  readonly origin: 'provider' | 'mapping' | 'annotation' | 'person';
}

/** How many of the follow-ups of an incident. */
export interface FollowUpCounts {
  readonly open: number;
  readonly overdue: number;
  readonly total: number;
}

/** What is told of all that match. */
export interface IncidentCounts {
  readonly total: number;
  readonly active: number;
  readonly postmortemsOverdue: number;
  readonly followUpsOverdue: number;
  readonly unmapped: number;
}

type Count = number | string | null;

const OPEN_FOLLOW_UPS = ['open', 'in-progress'];

/** Reads over the incidents of all services. */
export class IncidentListStore {
  /** One page and the position after which the next begins. */
  async page(
    db: Db,
    filter: IncidentListFilter,
    page: IncidentListPage,
  ): Promise<{ items: IncidentLine[]; next?: SortValues }> {
    const columns = columnsOf(db, page.at, page);
    // Only what is sorted by: whole rows would be sorted on disk.
    const query = matchingIncidents(db, filter).select('i.id');
    const { rows, next } = await sortedPage<{ id: string }>(
      db,
      query,
      columns,
      page,
    );
    const ids = rows.map(({ id }) => id);
    const lines = await this.lines(db, ids, filter.now);
    return {
      items: ids.flatMap(id => lines.get(id) ?? []),
      next,
    };
  }

  /** Incidents by id, whoever may see them. */
  async lines(
    db: Db,
    ids: readonly string[],
    now: number,
  ): Promise<Map<string, IncidentLine>> {
    if (ids.length === 0) return new Map();
    const rows: IncidentListRow[] = await db('reliability_incidents as i')
      .leftJoin('reliability_postmortems as p', 'p.incident_id', 'i.id')
      .whereNull('i.removed_at')
      .where(anyOf(db, 'i.id', ids))
      .select(lineColumns(db, now));
    return new Map(rows.map(row => [row.id, toLine(row)]));
  }

  /** Whether a value that came back from outside is a position in this order. */
  isPosition(db: Db, sorting: IncidentSorting) {
    return isSortValues(columnsOf(db, 0, sorting));
  }

  /** How many match, and of those that match whatever their status and postmortem, what has to be looked at. */
  async counts(db: Db, filter: IncidentListFilter): Promise<IncidentCounts> {
    const whole = { ...filter, status: undefined, postmortem: undefined };
    const isWhole = !filter.status && !filter.postmortem;
    const [[row], total, postmortemsOverdue, followUpsOverdue] =
      await Promise.all([
        matchingIncidents(db, whole)
          .count({ total: '*' })
          .select(
            db.raw('sum(case when i.open then 1 else 0 end) as active'),
            db.raw('sum(case when i.unmapped then 1 else 0 end) as unmapped'),
          ) as unknown as Promise<Record<string, Count>[]>,
        isWhole ? undefined : this.total(db, filter),
        this.total(db, { ...whole, postmortem: ['overdue'] }),
        this.followUpsOverdue(db, whole),
      ]);
    return {
      total: total ?? Number(row.total),
      active: Number(row.active ?? 0),
      postmortemsOverdue,
      followUpsOverdue,
      unmapped: Number(row.unmapped ?? 0),
    };
  }

  /** How many match. */
  async total(db: Db, filter: IncidentListFilter): Promise<number> {
    const [{ count }] = await matchingIncidents(db, filter).count({
      count: '*',
    });
    return Number(count);
  }

  /** How many match of each account. */
  async byAccount(
    db: Db,
    filter: IncidentListFilter,
  ): Promise<Map<string, { incidents: number; unmapped: number }>> {
    const rows: { account: string; incidents: Count; unmapped: Count }[] =
      await matchingIncidents(db, filter)
        .groupBy('i.account')
        .select('i.account')
        .count({ incidents: '*' })
        .select(
          db.raw('sum(case when i.unmapped then 1 else 0 end) as unmapped'),
        );
    return new Map(
      rows.map(({ account, incidents, unmapped }) => [
        account,
        { incidents: Number(incidents), unmapped: Number(unmapped) },
      ]),
    );
  }

  /** Which of some incidents match. */
  async among(
    db: Db,
    ids: readonly string[],
    filter: IncidentListFilter,
  ): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const query = matchingIncidents(db, { ...filter, ids }).pluck('i.id');
    return new Set(await query);
  }

  /** Others of the same key that match, the newest first. */
  async sharingKey(
    db: Db,
    { id, key }: Pick<IncidentLine, 'id' | 'key'>,
    filter: IncidentListFilter,
    limit: number,
  ): Promise<IncidentLine[]> {
    if (key === undefined) return [];
    const ids: string[] = await matchingIncidents(db, filter)
      .where('i.dedupe_key', key)
      .whereNot('i.id', id)
      .orderByRaw('i.started_at desc, i.id')
      .limit(limit)
      .pluck('i.id');
    const lines = await this.lines(db, ids, filter.now);
    return ids.flatMap(each => lines.get(each) ?? []);
  }

  /** The services of incidents that a reader may see, by id of the incident and title. */
  async services(
    db: Db,
    ids: readonly string[],
    options: { readonly tiers: Tiers; readonly visible?: readonly string[] },
  ): Promise<IncidentServiceLine[]> {
    const rows: {
      incident_id: string;
      entity_ref: string;
      title: string;
      owner: string | null;
      origin: IncidentServiceLine['origin'];
      tier_rank: number;
    }[] = await servicesConcerned(db, options)
      .where(anyOf(db, 'x.incident_id', ids))
      .select('x.incident_id', 'x.entity_ref', 'x.origin', 's.title', 's.owner')
      .select(db.raw(`${tierRank(db, options.tiers)} as tier_rank`))
      .orderByRaw('lower(s.title), x.entity_ref');
    return rows.map(row => ({
      incidentId: row.incident_id,
      entityRef: row.entity_ref,
      title: row.title,
      owner: row.owner ?? undefined,
      tierId: tierOf(row.tier_rank, options.tiers),
      origin: row.origin,
    }));
  }

  /** Of incidents that have any, by id. */
  async followUps(
    db: Db,
    ids: readonly string[],
    now: number,
  ): Promise<Map<string, FollowUpCounts>> {
    const open = `status in ('${OPEN_FOLLOW_UPS.join("', '")}')`;
    const rows: (Record<'open' | 'overdue' | 'total', Count> & {
      incident_id: string;
    })[] = await db('reliability_follow_ups')
      .where(anyOf(db, 'incident_id', ids))
      .groupBy('incident_id')
      .select('incident_id')
      .count({ total: '*' })
      .select(
        db.raw(`sum(case when ${open} then 1 else 0 end) as open`),
        db.raw(
          `sum(case when ${open} and due_at < ${timeLiteral(
            db,
            now,
          )} then 1 else 0 end) as overdue`,
        ),
      );
    return new Map(
      rows.map(({ incident_id: id, open: count, overdue, total }) => [
        id,
        {
          open: Number(count),
          overdue: Number(overdue),
          total: Number(total),
        },
      ]),
    );
  }

  private async followUpsOverdue(
    db: Db,
    filter: IncidentListFilter,
  ): Promise<number> {
    const overdue = (query: Knex.QueryBuilder) =>
      query
        .whereIn('f.status', OPEN_FOLLOW_UPS)
        .where('f.due_at', '<', new Date(filter.now));
    const [{ count }] = await matchingIncidents(db, filter)
      .join('reliability_follow_ups as f', 'f.incident_id', 'i.id')
      .modify(overdue)
      .count({ count: '*' });
    return Number(count);
  }
}

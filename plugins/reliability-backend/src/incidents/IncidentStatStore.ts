import {
  followUpOverdue,
  FollowUpStatus,
  isFollowUpOpen,
  postmortemState,
  PostmortemStatus,
  StatIncident,
} from '@plimsoll/backstage-plugin-reliability-common';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, optionalTime, timeOf } from '../database/sql';
import { tierOf, tierRank } from '../tier/tierSql';
import {
  figureColumns,
  figureParts,
  FigureRow,
  postmortemParts,
} from './incidentFigureRow';
import {
  IncidentListFilter,
  servicesConcerned,
  matchingIncidents,
  servicesMatching,
} from './matchingIncidents';

/** An incident with what figures need of it. */
export interface StatLine {
  readonly id: string;
  readonly incident: StatIncident;
}

/** What a service of an incident is grouped by. */
export interface StatService {
  readonly entityRef: string;
  readonly owner?: string;
  /** Its id. */
  readonly tier: string;
}

/** The same trouble at the same service, again and again. */
export interface Repeater {
  readonly entityRef: string;
  readonly key: string;
  readonly incidents: number;
  /** When the last of them began; milliseconds since the epoch. */
  readonly lastAt: number;
  readonly lastId: string;
}

type Time = Date | number;

type Row = FigureRow & {
  dedupe_key: string | null;
  postmortem: PostmortemStatus | null;
  published_at: Time | null;
};

type FollowUpRow = {
  incident_id: string;
  status: FollowUpStatus;
  due_at: Time | null;
  done_at: Time | null;
};

const DAY = 24 * 60 * 60 * 1000;

/** Incidents that are held at once. */
const BATCH = 10_000;

/** Done by the day on which it was due, in UTC; one without a date cannot be late. */
function inTime({ due_at: due, done_at: done }: FollowUpRow): boolean {
  const dueAt = optionalTime(due);
  const doneAt = optionalTime(done);
  if (dueAt === undefined) return true;
  return doneAt !== undefined && doneAt < (Math.floor(dueAt / DAY) + 1) * DAY;
}

function followUpFigures(rows: readonly FollowUpRow[], now: number) {
  const done = rows.filter(({ status }) => status === 'done');
  const counted = rows.filter(
    row => isFollowUpOpen(row) || row.status === 'done',
  );
  return {
    total: counted.length,
    done: done.length,
    inTime: done.filter(inTime).length,
    overdue: rows.filter(({ status, due_at: due }) =>
      followUpOverdue({ status, dueAt: optionalTime(due) ?? null }, now),
    ).length,
  };
}

function toLine(
  row: Row,
  followUps: readonly FollowUpRow[],
  now: number,
): StatLine {
  const postmortem = postmortemParts(row, row.postmortem);
  return {
    id: row.id,
    incident: {
      ...figureParts(row),
      key: row.dedupe_key,
      postmortem: {
        state: postmortemState({ ...postmortem, incident: row.status }, now),
        required: postmortem.required,
        publishDueAt: postmortem.publishDueAt,
        publishedAt: optionalTime(row.published_at) ?? null,
      },
      followUps: followUpFigures(followUps, now),
    },
  };
}

/** Reads incidents for figures, without anything that is JSON. */
export class IncidentStatStore {
  /** The incidents that match, the oldest first, so many at once that memory stays bounded. */
  async *batches(
    db: Db,
    filter: IncidentListFilter,
    size = BATCH,
  ): AsyncGenerator<StatLine[]> {
    let after: { at: number; id: string } | undefined;
    do {
      const rows: Row[] = await this.batch(db, filter, { after, size });
      const ids = rows.map(({ id }) => id);
      const followUps = await this.followUps(db, ids);
      if (rows.length > 0) {
        yield rows.map(row =>
          toLine(row, followUps.get(row.id) ?? [], filter.now),
        );
      }
      const last = rows[rows.length - 1];
      after =
        rows.length === size
          ? { at: timeOf(last.started_at), id: last.id }
          : undefined;
    } while (after);
  }

  /** The services that match the filter, by reference. */
  async services(
    db: Db,
    filter: IncidentListFilter,
  ): Promise<Map<string, StatService>> {
    const rows: {
      entity_ref: string;
      owner: string | null;
      tier_rank: number;
    }[] = await servicesMatching(db, filter)
      .select('s.entity_ref', 's.owner')
      .select(db.raw(`${tierRank(db, filter.tiers)} as tier_rank`));
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          entityRef: row.entity_ref,
          owner: row.owner ?? undefined,
          tier: tierOf(row.tier_rank, filter.tiers),
        },
      ]),
    );
  }

  /** References of the services of incidents, whoever may see them. */
  async serviceRefs(
    db: Db,
    ids: readonly string[],
  ): Promise<Map<string, string[]>> {
    const rows: { incident_id: string; entity_ref: string }[] = await db(
      'reliability_incident_services',
    )
      .where(anyOf(db, 'incident_id', ids))
      .select('incident_id', 'entity_ref');
    const byIncident = groupBy(rows, row => row.incident_id);
    return new Map(
      [...byIncident].map(([id, group]) => [
        id,
        group.map(row => row.entity_ref),
      ]),
    );
  }

  /** Keys that came back at a service, those of most incidents first. */
  async repeaters(
    db: Db,
    filter: IncidentListFilter,
    limit: number,
  ): Promise<Repeater[]> {
    const rows: {
      entity_ref: string;
      dedupe_key: string;
      incidents: number | string;
      last_at: Time;
    }[] = await matchingIncidents(db, filter)
      .join(
        servicesConcerned(db, filter)
          .select('x.incident_id', 'x.entity_ref')
          .as('w'),
        'w.incident_id',
        'i.id',
      )
      .whereNotNull('i.dedupe_key')
      .whereRaw('i.counts')
      .groupBy('w.entity_ref', 'i.dedupe_key')
      .havingRaw('sum(case when i.repeat_of is null then 0 else 1 end) > 0')
      .orderByRaw('count(*) desc, max(i.started_at) desc, 1, 2')
      .limit(limit)
      .select('w.entity_ref', 'i.dedupe_key')
      .count({ incidents: '*' })
      .max({ last_at: 'i.started_at' });
    return Promise.all(
      rows.map(async row => ({
        entityRef: row.entity_ref,
        key: row.dedupe_key,
        incidents: Number(row.incidents),
        lastAt: timeOf(row.last_at),
        lastId: await this.lastOf(db, row.entity_ref, row.dedupe_key, filter),
      })),
    );
  }

  private async lastOf(
    db: Db,
    entityRef: string,
    key: string,
    filter: IncidentListFilter,
  ): Promise<string> {
    const [id] = await matchingIncidents(db, {
      ...filter,
      among: [entityRef],
    })
      .where('i.dedupe_key', key)
      .whereRaw('i.counts')
      .orderByRaw('i.started_at desc, i.id')
      .limit(1)
      .pluck('i.id');
    return id;
  }

  private batch(
    db: Db,
    filter: IncidentListFilter,
    page: {
      readonly after?: { at: number; id: string };
      readonly size: number;
    },
  ): Promise<Row[]> {
    const query = matchingIncidents(db, { ...filter, postmortem: undefined })
      .select([...figureColumns(db), 'i.dedupe_key'])
      .select({ postmortem: 'pm.status', published_at: 'pm.published_at' })
      .leftJoin('reliability_postmortems as pm', 'pm.incident_id', 'i.id')
      .orderBy(['i.started_at', 'i.id'])
      .limit(page.size);
    const { after } = page;
    if (filter.postmortem) {
      query.whereIn('i.id', matchingIncidents(db, filter).select('i.id'));
    }
    if (after) {
      const at = new Date(after.at);
      query
        .where('i.started_at', '>=', at)
        .whereRaw('(i.started_at > ? or i.id > ?)', [at, after.id]);
    }
    return query as unknown as Promise<Row[]>;
  }

  private async followUps(
    db: Db,
    ids: readonly string[],
  ): Promise<Map<string, FollowUpRow[]>> {
    const rows: FollowUpRow[] = await db('reliability_follow_ups')
      .where(anyOf(db, 'incident_id', ids))
      .select('incident_id', 'status', 'due_at', 'done_at');
    return groupBy(rows, row => row.incident_id);
  }
}

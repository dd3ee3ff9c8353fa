import {
  DatedFollowUp,
  FactIncident,
  PostmortemStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, optionalTime, timeOf } from '../database/sql';
import {
  FIGURE_COLUMNS,
  figureParts,
  FigureRow,
  postmortemParts,
} from './incidentFigureRow';

/** An incident of a service, as facts need it. */
export interface ServiceFactIncident {
  readonly entityRef: string;
  readonly account: string;
  /** When something of it last changed here; milliseconds since the epoch. */
  readonly changedAt: number;
  readonly incident: FactIncident;
}

type Row = FigureRow & {
  entity_ref: string;
  account: string;
  postmortem: PostmortemStatus | null;
};

const OPEN = `('open', 'in-progress')`;

/** What is kept of the incidents of services, with one statement a table for any number of services. */
export class IncidentFactStore {
  /**
   * The incidents that facts are made of: those since a time, those that something is left to do for, and the
   * latest. Exercises, merged and declined ones are not among them.
   */
  async incidents(
    db: Db,
    refs: readonly string[],
    since: number,
  ): Promise<Map<string, ServiceFactIncident[]>> {
    const matching = db('reliability_incident_services as x')
      .join('reliability_incidents as i', 'i.id', 'x.incident_id')
      .leftJoin('reliability_postmortems as p', 'p.incident_id', 'i.id')
      .where(anyOf(db, 'x.entity_ref', refs))
      .whereNull('i.removed_at')
      .whereRaw('i.counts')
      .select([...FIGURE_COLUMNS, 'i.account', 'i.open', 'x.entity_ref'])
      .select({ postmortem: 'p.status' })
      .select(
        db.raw(
          'row_number() over (partition by x.entity_ref order by x.started_at desc, i.id) as nth',
        ),
      );
    const rows: Row[] = await db
      .from(matching.as('m'))
      .select('m.*')
      .where(wanted =>
        wanted
          .where('m.nth', 1)
          .orWhere('m.started_at', '>=', new Date(since))
          .orWhereRaw('m.open')
          .orWhereRaw(
            `(m.postmortem_required and coalesce(m.postmortem, '') <> 'published')`,
          )
          .orWhereRaw(
            `exists (select 1 from reliability_follow_ups f where f.incident_id = m.id and f.status in ${OPEN})`,
          ),
      );
    const followUps = await this.followUps(
      db,
      rows.map(({ id }) => id),
    );
    const found = rows.map(row => ({
      entityRef: row.entity_ref,
      account: row.account,
      changedAt: timeOf(row.changed_at),
      incident: {
        ...figureParts(row),
        postmortem: postmortemParts(row, row.postmortem),
        followUps: followUps.get(row.id) ?? [],
      },
    }));
    return groupBy(found, ({ entityRef }) => entityRef);
  }

  /** Names of the accounts that annotations of services and mappings link with them. */
  async accounts(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, Set<string>>> {
    const links: { entity_ref: string; account: string }[] = await db(
      'reliability_incident_links',
    )
      .where(anyOf(db, 'entity_ref', refs))
      .distinct('entity_ref', 'account');
    const mappings: { account: string; entity_refs: string }[] = await db(
      'reliability_incident_mappings',
    ).distinct('account', 'entity_refs');
    const wanted = new Set(refs);
    const linked = new Map<string, Set<string>>();
    const add = (ref: string, account: string) => {
      const accounts = linked.get(ref);
      if (accounts) accounts.add(account);
      else linked.set(ref, new Set([account]));
    };
    for (const { entity_ref: ref, account } of links) add(ref, account);
    for (const { account, entity_refs: json } of mappings) {
      for (const ref of JSON.parse(json) as string[]) {
        if (wanted.has(ref)) add(ref, account);
      }
    }
    return linked;
  }

  /** Names of the accounts that told of incidents of services. */
  async accountsOfIncidents(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, Set<string>>> {
    const rows: { entity_ref: string; account: string }[] = await db(
      'reliability_incident_services as x',
    )
      .join('reliability_incidents as i', 'i.id', 'x.incident_id')
      .where(anyOf(db, 'x.entity_ref', refs))
      .whereNull('i.removed_at')
      .distinct('x.entity_ref', 'i.account');
    const byService = groupBy(rows, row => row.entity_ref);
    return new Map(
      [...byService].map(([ref, group]) => [
        ref,
        new Set(group.map(({ account }) => account)),
      ]),
    );
  }

  /** When each account was last read to the end, by name; null: never. */
  async reads(db: Db): Promise<Map<string, number | null>> {
    const rows: { name: string; success_at: Date | number | null }[] = await db(
      'reliability_incident_accounts',
    ).select('name', 'success_at');
    return new Map(
      rows.map(row => [row.name, optionalTime(row.success_at) ?? null]),
    );
  }

  /** When what the annotations of services name last changed. */
  async linkedAt(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, number>> {
    const rows: { entity_ref: string; changed_at: Date | number }[] = await db(
      'reliability_incident_entities',
    )
      .where(anyOf(db, 'entity_ref', refs))
      .select('entity_ref', 'changed_at');
    return new Map(rows.map(row => [row.entity_ref, timeOf(row.changed_at)]));
  }

  /** Those that are not done. */
  private async followUps(
    db: Db,
    ids: readonly string[],
  ): Promise<Map<string, DatedFollowUp[]>> {
    if (ids.length === 0) return new Map();
    const rows: {
      incident_id: string;
      status: DatedFollowUp['status'];
      due_at: Date | number | null;
    }[] = await db('reliability_follow_ups')
      .where(anyOf(db, 'incident_id', [...new Set(ids)]))
      .whereRaw(`status in ${OPEN}`)
      .select('incident_id', 'status', 'due_at');
    const byIncident = groupBy(rows, row => row.incident_id);
    return new Map(
      [...byIncident].map(([id, group]) => [
        id,
        group.map(({ status, due_at: due }) => ({
          status,
          dueAt: optionalTime(due) ?? null,
        })),
      ]),
    );
  }
}

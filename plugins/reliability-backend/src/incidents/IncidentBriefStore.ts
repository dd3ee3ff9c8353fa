import {
  IncidentEdits,
  IncidentStatus,
  Severity,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, isPostgres, optionalTime, timeOf } from '../database/sql';
import { tierOf, tierRank, Tiers } from '../tier/tierSql';

/** A current service that an incident concerns. */
export interface BriefService {
  readonly entityRef: string;
  readonly title: string;
  readonly owner?: string;
  readonly tierId: string;
}

/** What is told of an incident wherever something belongs to it. Times are milliseconds since the epoch. */
export interface IncidentBrief {
  readonly id: string;
  readonly account: string;
  readonly provider: string;
  /** As people call it. */
  readonly reference: string;
  readonly title: string;
  readonly status: IncidentStatus;
  readonly severityRaw: string | null;
  readonly severityLevel: Severity | null;
  /** Whether a person set the severity. */
  readonly severityEdited: boolean;
  readonly isPrivate: boolean;
  readonly startedAt: number;
  readonly resolvedAt?: number;
  readonly postmortemRequired: boolean;
  readonly draftDueAt?: number;
  readonly publishDueAt?: number;
  /** Those that the catalog has. */
  readonly services: readonly BriefService[];
}

type Time = Date | number;

type Row = {
  id: string;
  account: string;
  provider: string;
  external_id: string;
  reference: string | null;
  title: string;
  status: IncidentStatus;
  severity_raw: string | null;
  severity_level: Severity | null;
  edits: string;
  is_private: boolean | number;
  started_at: Time;
  resolved_at: Time | null;
  postmortem_required: boolean | number;
  draft_due_at: Time | null;
  publish_due_at: Time | null;
};

const TABLE = 'reliability_incidents';

const COLUMNS = [
  'id',
  'account',
  'provider',
  'external_id',
  'reference',
  'title',
  'status',
  'severity_raw',
  'severity_level',
  'edits',
  'is_private',
  'started_at',
  'resolved_at',
  'postmortem_required',
  'draft_due_at',
  'publish_due_at',
];

const toBrief = (
  row: Row,
  services: readonly BriefService[],
): IncidentBrief => ({
  id: row.id,
  account: row.account,
  provider: row.provider,
  reference: row.reference ?? row.external_id,
  title: row.title,
  status: row.status,
  severityRaw: row.severity_raw,
  severityLevel: row.severity_level,
  severityEdited:
    (JSON.parse(row.edits) as IncidentEdits).severity !== undefined,
  isPrivate: Boolean(row.is_private),
  startedAt: timeOf(row.started_at),
  resolvedAt: optionalTime(row.resolved_at),
  postmortemRequired: Boolean(row.postmortem_required),
  draftDueAt: optionalTime(row.draft_due_at),
  publishDueAt: optionalTime(row.publish_due_at),
  services,
});

/** Reads of what incidents are called and whom they concern. */
export class IncidentBriefStore {
  /** Incidents by id; those that their account does not have any more are left out. */
  async of(
    db: Db,
    tiers: Tiers,
    ids: readonly string[],
  ): Promise<Map<string, IncidentBrief>> {
    if (ids.length === 0) return new Map();
    const rows: Row[] = await db(TABLE)
      .select(COLUMNS)
      .whereNull('removed_at')
      .where(anyOf(db, 'id', ids));
    const services = await this.services(db, tiers, ids);
    return new Map(
      rows.map(row => [row.id, toBrief(row, services.get(row.id) ?? [])]),
    );
  }

  /** References of the services that an incident concerns, in their order. */
  async refsOf(db: Db, id: string): Promise<string[]> {
    return db('reliability_incident_services')
      .where({ incident_id: id })
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /** Keeps others from writing to an incident until the transaction ends. */
  async lock(tx: Knex.Transaction, id: string): Promise<void> {
    if (isPostgres(tx)) await tx(TABLE).select('id').where({ id }).forUpdate();
  }

  private async services(
    db: Db,
    tiers: Tiers,
    ids: readonly string[],
  ): Promise<Map<string, BriefService[]>> {
    const rows: {
      incident_id: string;
      entity_ref: string;
      title: string;
      owner: string | null;
      tier_rank: number;
    }[] = await db('reliability_incident_services as l')
      .join('reliability_services as s', 's.entity_ref', 'l.entity_ref')
      .leftJoin(
        'reliability_tier_overrides as o',
        'o.entity_ref',
        's.entity_ref',
      )
      .whereNull('s.removed_at')
      .where(anyOf(db, 'l.incident_id', ids))
      .orderBy(['l.incident_id', 's.entity_ref'])
      .select('l.incident_id', 's.entity_ref', 's.title', 's.owner')
      .select(db.raw(`${tierRank(db, tiers)} as tier_rank`));
    const services = groupBy(rows, ({ incident_id }) => incident_id);
    return new Map(
      [...services].map(([id, found]) => [
        id,
        found.map(({ entity_ref: entityRef, title, owner, tier_rank }) => ({
          entityRef,
          title,
          owner: owner ?? undefined,
          tierId: tierOf(tier_rank, tiers),
        })),
      ]),
    );
  }
}

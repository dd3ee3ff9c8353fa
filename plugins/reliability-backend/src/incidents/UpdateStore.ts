import { IncidentStatus } from '@plimsoll/backstage-plugin-reliability-common';
import { anyOf, Db, timeOf } from '../database/sql';

/** What was written here while an incident went on. */
export interface StoredUpdate {
  readonly incidentId: string;
  /** Within the incident. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly text: string;
  readonly status?: IncidentStatus;
  /** Entity reference of the author. */
  readonly by?: string;
}

type Row = {
  incident_id: string;
  id: string;
  at: Date | number;
  text: string;
  status: IncidentStatus | null;
  by_ref: string | null;
};

const TABLE = 'reliability_incident_updates';

const fromRow = (row: Row): StoredUpdate => ({
  incidentId: row.incident_id,
  id: row.id,
  at: timeOf(row.at),
  text: row.text,
  status: row.status ?? undefined,
  by: row.by_ref ?? undefined,
});

/** Updates of incidents that were written in the portal. */
export class UpdateStore {
  /** Updates of incidents, the oldest first. */
  async of(db: Db, incidentIds: readonly string[]): Promise<StoredUpdate[]> {
    const rows: Row[] = await db(TABLE)
      .where(anyOf(db, 'incident_id', incidentIds))
      .orderBy(['incident_id', 'at', 'id']);
    return rows.map(fromRow);
  }

  async insert(db: Db, update: StoredUpdate): Promise<void> {
    await db(TABLE).insert({
      incident_id: update.incidentId,
      id: update.id,
      at: new Date(update.at),
      text: update.text,
      status: update.status ?? null,
      by_ref: update.by ?? null,
    });
  }
}

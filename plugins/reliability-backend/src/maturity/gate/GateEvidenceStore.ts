import {
  GateSpend,
  PRIVATE_TITLE,
} from '@plimsoll/backstage-plugin-reliability-common';
import { anyOf, Db, timeOf } from '../../database/sql';

/** What an incident took of a budget of a service. Times are milliseconds since the epoch. */
export interface EvidenceSpend extends GateSpend {
  readonly sloId: string;
  readonly objectiveId: string;
  readonly from: number;
  readonly to: number;
}

type Time = Date | number;

type SpendRow = {
  slo_id: string;
  objective_id: string;
  incident_id: string;
  from_at: Time;
  to_at: Time;
  share: number;
  title: string;
  is_private: boolean | number;
  cause: string | null;
  postmortem: string | null;
};

/** What of the incidents of one service the load line needs beside its facts. */
export class GateEvidenceStore {
  /** Severities of the open incidents; null: nobody set one. */
  async openSeverities(db: Db, entityRef: string): Promise<(number | null)[]> {
    return db('reliability_incident_services as x')
      .join('reliability_incidents as i', 'i.id', 'x.incident_id')
      .where('x.entity_ref', entityRef)
      .whereNull('i.removed_at')
      .whereRaw('i.counts')
      .whereRaw('i.open')
      .orderBy('i.id')
      .pluck('i.severity_level');
  }

  /** Pages of its incidents that began since a time. */
  async pagesSince(db: Db, entityRef: string, since: number): Promise<number> {
    const [{ pages }] = await db('reliability_incident_services as x')
      .join('reliability_incidents as i', 'i.id', 'x.incident_id')
      .where('x.entity_ref', entityRef)
      .where('x.started_at', '>=', new Date(since))
      .whereNull('i.removed_at')
      .whereRaw('i.counts')
      .sum({ pages: 'i.pages_total' });
    return Number(pages ?? 0);
  }

  /** What incidents took of SLOs, where that was measured and their impact ended after a time. */
  async spends(
    db: Db,
    sloIds: readonly string[],
    after: number,
  ): Promise<EvidenceSpend[]> {
    const rows: SpendRow[] = await db('reliability_incident_spends as sp')
      .join('reliability_incidents as i', 'i.id', 'sp.incident_id')
      .leftJoin('reliability_postmortems as p', 'p.incident_id', 'i.id')
      .where(anyOf(db, 'sp.slo_id', sloIds))
      .where('sp.to_at', '>', new Date(after))
      .whereNotNull('sp.share')
      .whereNull('i.removed_at')
      .whereRaw('i.counts')
      .orderBy(['sp.slo_id', 'sp.objective_id', 'sp.from_at', 'i.id'])
      .select('sp.slo_id', 'sp.objective_id', 'sp.incident_id', 'sp.share')
      .select('sp.from_at', 'sp.to_at', 'i.title', 'i.is_private', 'i.cause')
      .select({ postmortem: 'p.status' });
    return rows.map(row => ({
      sloId: row.slo_id,
      objectiveId: row.objective_id,
      incidentId: row.incident_id,
      incidentTitle: row.is_private ? PRIVATE_TITLE : row.title,
      cause: row.cause,
      share: row.share,
      postmortemPublished: row.postmortem === 'published',
      from: timeOf(row.from_at),
      to: timeOf(row.to_at),
    }));
  }
}

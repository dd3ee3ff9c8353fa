import {
  DebtIncident,
  PRIVATE_TITLE,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Db, timeOf } from '../../database/sql';
import {
  ExemptionFilter,
  IN_FORCE,
  matchingExemptions,
} from './exemptionFilter';

/** An incident that began while a check was exempt. */
export interface MeanwhileIncident extends DebtIncident {
  readonly title: string;
  readonly startedAt: number;
  /** 1 is the worst; null: not mapped. */
  readonly severity: number | null;
}

type Share = { incident_id: string; entity_ref: string; share: number | null };

/** Of the budgets of the service itself, not of others that the incident met too. */
const SHARE = `(
  select max(sp.share) from reliability_incident_spends sp
  where sp.incident_id = x.incident_id and sp.entity_ref = x.entity_ref
) as share`;

const shareOf = ({ share }: Share) => (share === null ? null : Number(share));

/** What happened while checks were exempt. Exercises, merged and declined incidents are left out. */
export class MeanwhileStore {
  /** Incidents of a service that began within a span of time, the newest first. */
  async ofService(
    db: Db,
    entityRef: string,
    { from, to }: { readonly from: number; readonly to: number },
  ): Promise<MeanwhileIncident[]> {
    const rows: (Share & {
      title: string;
      is_private: boolean | number;
      started_at: Date | number;
      severity_level: number | null;
    })[] = await this.counted(db('reliability_incident_services as x'))
      .where('x.entity_ref', entityRef)
      .where('x.started_at', '>=', new Date(from))
      .where('x.started_at', '<', new Date(to))
      .orderBy([
        { column: 'x.started_at', order: 'desc' },
        { column: 'x.incident_id' },
      ])
      .select(
        'x.incident_id',
        'x.entity_ref',
        'x.started_at',
        'i.title',
        'i.is_private',
        'i.severity_level',
        db.raw(SHARE),
      );
    return rows.map(row => ({
      incidentId: row.incident_id,
      entityRef: row.entity_ref,
      budgetShare: shareOf(row),
      title: row.is_private ? PRIVATE_TITLE : row.title,
      startedAt: timeOf(row.started_at),
      severity: row.severity_level,
    }));
  }

  /** Incidents that began since a check of their service is exempt, of all exemptions in force that match. */
  async ofExemptions(db: Db, filter: ExemptionFilter): Promise<DebtIncident[]> {
    const { sql, bindings } = IN_FORCE(filter.now);
    const rows: Share[] = await this.counted(
      matchingExemptions(db, filter)
        .whereRaw(sql, [...bindings])
        .join('reliability_incident_services as x', on => {
          on.on('x.entity_ref', 'e.entity_ref').on(
            'x.started_at',
            '>=',
            'e.since_at',
          );
        }),
    )
      .where('x.started_at', '<=', new Date(filter.now))
      .distinct('x.incident_id', 'x.entity_ref', db.raw(SHARE));
    return rows.map(row => ({
      incidentId: row.incident_id,
      entityRef: row.entity_ref,
      budgetShare: shareOf(row),
    }));
  }

  private counted(query: Knex.QueryBuilder): Knex.QueryBuilder {
    return query
      .join('reliability_incidents as i', 'i.id', 'x.incident_id')
      .whereNull('i.removed_at')
      .whereRaw('i.counts');
  }
}

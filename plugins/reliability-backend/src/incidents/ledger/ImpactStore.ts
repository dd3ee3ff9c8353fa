import {
  impactWindow,
  IncidentStatus,
  PRIVATE_TITLE,
  StampName,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { anyOf, Db, timeOf } from '../../database/sql';
import { FIGURE_COLUMNS, figureParts, FigureRow } from '../incidentFigureRow';

/** An incident with what tells when it may have spent budget. Times are milliseconds since the epoch. */
export interface ImpactIncident {
  readonly id: string;
  /** As people call it, with its title. */
  readonly name: string;
  readonly status: IncidentStatus;
  readonly customerImpact: boolean | null;
  readonly stamps: Readonly<
    Partial<Record<StampName, { readonly at: number }>>
  >;
  readonly changedAt: number;
}

/** When an incident may have spent budget, for an incident of a service. */
export interface ServiceImpact {
  readonly entityRef: string;
  readonly incident: ImpactIncident;
  readonly from: number;
  readonly to: number;
  /** Whether it goes on. */
  readonly open: boolean;
}

type Row = FigureRow & {
  external_id: string;
  reference: string | null;
  title: string;
  is_private: boolean | number;
};

const END =
  'coalesce(i.impact_end_at, i.mitigated_at, i.resolved_at, i.closed_at)';

/** An impact that begins before an incident is declared; longer ones are not looked for. */
const EARLY_MS = 7 * 24 * 60 * 60 * 1000;

const COLUMNS = [
  ...FIGURE_COLUMNS,
  'i.external_id',
  'i.reference',
  'i.title',
  'i.is_private',
];

function fromRow(row: Row): ImpactIncident {
  const { status, customerImpact, stamps } = figureParts(row);
  const title = row.is_private ? PRIVATE_TITLE : row.title;
  return {
    id: row.id,
    name: `${row.reference ?? row.external_id}: ${title}`,
    status,
    customerImpact,
    stamps,
    changedAt: timeOf(row.changed_at),
  };
}

/** When incidents may have spent error budget. Those that count for nothing are left out. */
export class ImpactStore {
  /** Incidents by id. */
  async of(
    db: Db,
    ids: readonly string[],
  ): Promise<Map<string, ImpactIncident>> {
    const rows: Row[] = await this.counted(db)
      .where(anyOf(db, 'i.id', ids))
      .select(COLUMNS);
    return new Map(rows.map(row => [row.id, fromRow(row)]));
  }

  /** Impacts on services that lie in a time at least in part, in the order of their incidents' start. */
  async ofServices(
    db: Db,
    refs: readonly string[],
    range: { readonly from: number; readonly to: number },
    now: number,
  ): Promise<ServiceImpact[]> {
    const rows: (Row & { entity_ref: string })[] = await this.counted(db)
      .join('reliability_incident_services as x', 'x.incident_id', 'i.id')
      .where(anyOf(db, 'x.entity_ref', refs))
      .where('x.started_at', '<', new Date(range.to + EARLY_MS))
      .whereRaw(`(${END} is null or ${END} > ?)`, [new Date(range.from)])
      .orderBy(['x.started_at', 'i.id', 'x.entity_ref'])
      .select([...COLUMNS, 'x.entity_ref']);
    return rows.flatMap(row => {
      const incident = fromRow(row);
      const impact = impactWindow(incident, now);
      return impact && impact.from < range.to && impact.to > range.from
        ? [{ entityRef: row.entity_ref, incident, ...impact }]
        : [];
    });
  }

  private counted(db: Db): Knex.QueryBuilder {
    return db('reliability_incidents as i')
      .whereNull('i.removed_at')
      .whereRaw('i.counts');
  }
}

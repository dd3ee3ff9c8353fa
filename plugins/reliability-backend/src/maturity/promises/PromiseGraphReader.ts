import {
  DependencyEdge,
  dependencyEdges,
  resolveTier,
  Tier,
  TierEvidence,
} from '@plimsoll/backstage-plugin-reliability-common';
import { declaredTierOf, ServiceRow } from '../../catalog/serviceRow';
import { ReliabilityConfig } from '../../config/config';
import { Db } from '../../database/sql';
import { Stores } from '../../database/stores';

/** Evidence of incidents is that of so many days. */
const EVIDENCE_MS = 90 * 24 * 60 * 60 * 1000;

/** A service in the graph. */
export interface GraphService {
  readonly entityRef: string;
  readonly title: string;
  readonly owner: string | null;
  readonly tier?: Tier;
}

/** The highest target of a service, and the SLO that has it. */
export interface HighestTarget {
  /** Parts per million. */
  readonly target: number;
  readonly sloId: string;
  readonly sloTitle: string;
}

/** What happened to a service in 90 days. */
export type IncidentEvidence = Pick<TierEvidence, 'sev1' | 'sev2' | 'pages'>;

/** Services, what they need, what they promise and what happened to them. */
export interface PromiseGraph {
  /** By reference, in order. */
  readonly services: ReadonlyMap<string, GraphService>;
  readonly edges: readonly DependencyEdge[];
  readonly targets: ReadonlyMap<string, HighestTarget>;
  readonly incidents: ReadonlyMap<string, IncidentEvidence>;
}

type EvidenceRow = Record<'sev1' | 'sev2' | 'pages', number | string | null> & {
  entity_ref: string;
};

/** Reads the graph as a whole, each table once: tens of thousands of short rows. */
export class PromiseGraphReader {
  constructor(
    private readonly options: {
      readonly stores: Pick<Stores, 'dependencies' | 'tiers'>;
      readonly config: Pick<ReliabilityConfig, 'tiers'>;
    },
  ) {}

  /** @param now - milliseconds since the epoch */
  async read(db: Db, now: number): Promise<PromiseGraph> {
    const services = await this.services(db);
    const declared = await this.options.stores.dependencies.all(db);
    return {
      services,
      edges: dependencyEdges(declared),
      targets: await this.targets(db),
      incidents: await this.incidents(db, now),
    };
  }

  /** How many services there are. */
  async count(db: Db): Promise<number> {
    const [{ count }] = await db('reliability_services')
      .whereNull('removed_at')
      .count({ count: '*' });
    return Number(count);
  }

  private async services(db: Db): Promise<Map<string, GraphService>> {
    const { stores, config } = this.options;
    const rows: Pick<
      ServiceRow,
      'entity_ref' | 'title' | 'owner' | 'declared_tier'
    >[] = await db('reliability_services')
      .whereNull('removed_at')
      .select('entity_ref', 'title', 'owner', 'declared_tier')
      .orderBy('entity_ref');
    const refs = rows.map(row => row.entity_ref);
    const overrides = await stores.tiers.overrides(db, refs);
    return new Map(
      rows.map(row => {
        const { entity_ref: entityRef, title, owner } = row;
        const { tier } = resolveTier(
          declaredTierOf(row),
          overrides.get(entityRef),
          config.tiers,
        );
        return [entityRef, { entityRef, title, owner, tier }];
      }),
    );
  }

  private async targets(db: Db): Promise<Map<string, HighestTarget>> {
    const rows: {
      id: string;
      entity_ref: string;
      title: string;
      target: number;
    }[] = await db('reliability_slos')
      .select('id', 'entity_ref', 'title', 'target')
      .orderBy([{ column: 'target' }, { column: 'id', order: 'desc' }]);
    // The last of a service is the one with the highest target.
    return new Map(
      rows.map(({ entity_ref: ref, id, title, target }) => [
        ref,
        { target, sloId: id, sloTitle: title },
      ]),
    );
  }

  private async incidents(
    db: Db,
    now: number,
  ): Promise<Map<string, IncidentEvidence>> {
    const count = (level: number) =>
      `sum(case when i.severity_level = ${level} then 1 else 0 end) as sev${level}`;
    const rows: EvidenceRow[] = await db('reliability_incident_services as x')
      .join('reliability_incidents as i', 'i.id', 'x.incident_id')
      .whereNull('i.removed_at')
      .whereRaw('i.counts')
      .where('x.started_at', '>=', new Date(now - EVIDENCE_MS))
      .groupBy('x.entity_ref')
      .select('x.entity_ref')
      .select(db.raw(`${count(1)}, ${count(2)}, sum(i.pages_total) as pages`));
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          sev1: Number(row.sev1),
          sev2: Number(row.sev2),
          pages: Number(row.pages),
        },
      ]),
    );
  }
}

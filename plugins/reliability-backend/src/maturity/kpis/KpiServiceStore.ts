import { anyOf, Db } from '../../database/sql';
import { servicesMatching } from '../../incidents/matchingIncidents';
import { tierOf, tierRank, Tiers } from '../../tier/tierSql';

/** Which services figures are about. A list that is empty matches nothing; one that is absent, everything. */
export interface KpiScope {
  readonly tiers: Tiers;
  /** References of services that the reader may see; absent: all. */
  readonly visible?: readonly string[];
  readonly tier?: readonly string[];
  /** Groups below them are among them. */
  readonly owner?: readonly string[];
  readonly system?: readonly string[];
  readonly domain?: readonly string[];
}

/** A service that figures are about. */
export interface KpiService {
  readonly entityRef: string;
  /** Id; `untiered` where none. */
  readonly tier: string;
  readonly tierRank: number;
  readonly title: string;
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
}

type ServiceRow = {
  entity_ref: string;
  title: string;
  owner: string | null;
  system: string | null;
  domain: string | null;
  tier_rank: number;
};

const number = (value: number | string | undefined) => Number(value ?? 0);

/** Reads over the services of a scope; each is one question to the database. */
export class KpiServiceStore {
  async services(db: Db, scope: KpiScope): Promise<KpiService[]> {
    const query = servicesMatching(db, scope)
      .select('s.entity_ref', 's.title', 's.owner', 's.system', 's.domain')
      .select(db.raw(`${tierRank(db, scope.tiers)} as tier_rank`));
    if (scope.domain) query.where(anyOf(db, 's.domain', scope.domain));
    const rows: ServiceRow[] = await query;
    return rows.map(row => ({
      entityRef: row.entity_ref,
      tier: tierOf(row.tier_rank, scope.tiers),
      tierRank: row.tier_rank,
      title: row.title,
      owner: row.owner ?? undefined,
      system: row.system ?? undefined,
      domain: row.domain ?? undefined,
    }));
  }

  /**
   * How many services somebody would know of an incident of: an account is linked to them, or they have had one.
   *
   * @param mapped - references that mappings link with an account
   */
  async connected(
    db: Db,
    refs: readonly string[],
    mapped: readonly string[],
  ): Promise<number> {
    const has = (table: string) =>
      db(`${table} as x`)
        .select(db.raw('1'))
        .whereRaw('x.entity_ref = s.entity_ref');
    const [row] = await db('reliability_services as s')
      .where(anyOf(db, 's.entity_ref', refs))
      .where(any =>
        any
          .whereExists(has('reliability_incident_links'))
          .orWhereExists(has('reliability_incident_services'))
          .orWhere(anyOf(db, 's.entity_ref', mapped)),
      )
      .count({ count: '*' });
    return number(row.count);
  }

  /** Rotations that annotations of services name; a shared one counts once. */
  async rotations(db: Db, refs: readonly string[]): Promise<number> {
    const [row] = await db('reliability_oncall_links')
      .where(anyOf(db, 'entity_ref', refs))
      .countDistinct({ count: 'rotation_id' });
    return number(row.count);
  }

  /** What a checklist says about services for which it is; those that a former definition made are left out. */
  async readiness(
    db: Db,
    refs: readonly string[],
    checklist: { readonly id: string; readonly hash: string },
  ): Promise<
    Map<string, { applies: boolean; missing: number; states: string }>
  > {
    const rows: {
      entity_ref: string;
      applies: boolean | number;
      missing: number;
      states: string;
    }[] = await db('reliability_readiness')
      .where({ checklist_id: checklist.id, checklist_hash: checklist.hash })
      .where(anyOf(db, 'entity_ref', refs))
      .select('entity_ref', 'applies', 'missing', 'states');
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          applies: Boolean(row.applies),
          missing: row.missing,
          states: row.states,
        },
      ]),
    );
  }

  /** Fresh numbers of a pushed fact, by service. */
  async values(
    db: Db,
    refs: readonly string[],
    fact: string,
    now: number,
  ): Promise<Map<string, number>> {
    const slash = fact.indexOf('/');
    const rows: { entity_ref: string; value: string }[] = await db(
      'reliability_facts',
    )
      .where({ source: fact.slice(0, slash), key: fact.slice(slash + 1) })
      .where(anyOf(db, 'entity_ref', refs))
      .where(fresh =>
        fresh.whereNull('expires_at').orWhere('expires_at', '>', new Date(now)),
      )
      .select('entity_ref', 'value');
    return new Map(
      rows.flatMap(row => {
        const value: unknown = JSON.parse(row.value);
        return typeof value === 'number'
          ? [[row.entity_ref, value] as const]
          : [];
      }),
    );
  }
}

import {
  PostmortemState,
  Severity,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { containsLower, containsText } from '../database/search';
import { anyOf, anyOfMany, Db } from '../database/sql';
import { rankOf, tierRank, Tiers } from '../tier/tierSql';
import { IncidentVisibility } from './incidentVisibility';
import { mayBeOverdue, postmortemState } from './postmortemSql';

/**
 * What narrows any list or figure of incidents. A list that is empty matches nothing; one that is absent,
 * everything.
 */
export interface IncidentListFilter extends IncidentVisibility {
  /** As configured. */
  readonly tiers: Tiers;
  /** The present; milliseconds since the epoch. */
  readonly now: number;
  readonly service?: readonly string[];
  readonly owner?: readonly string[];
  readonly system?: readonly string[];
  /** Ids of tiers. */
  readonly tier?: readonly string[];
  /** null: none, or one that is not mapped. */
  readonly severity?: readonly (Severity | null)[];
  /** `active`: all that are not over. Absent: all but declined and merged ones. */
  readonly status?: readonly string[];
  readonly account?: readonly string[];
  readonly provider?: readonly string[];
  readonly postmortem?: readonly PostmortemState[];
  readonly customerImpact?: boolean;
  /** Whether exercises are among them. */
  readonly tests: boolean;
  /** Began then or later; milliseconds since the epoch. */
  readonly from?: number;
  /** Began before. */
  readonly to?: number;
  /** Each must be found somewhere. */
  readonly words: readonly string[];
  readonly ids?: readonly string[];
  /** The services that are asked for, as `withServicesFound` finds them; then no other condition on services counts. */
  readonly among?: readonly string[];
}

type ServiceFilter = Pick<
  IncidentListFilter,
  'tiers' | 'visible' | 'service' | 'owner' | 'system' | 'tier' | 'among'
>;

/** Whether a filter asks for certain services. */
export const asksForServices = ({
  service,
  owner,
  system,
  tier,
}: ServiceFilter): boolean =>
  [service, owner, system, tier].some(list => list !== undefined);

/**
 * Finds the services that a filter asks for beforehand. The database cannot tell how many services have a tier, so
 * that it would look up their incidents one by one.
 */
export async function withServicesFound(
  db: Db,
  filter: IncidentListFilter,
): Promise<IncidentListFilter> {
  if (!asksForServices(filter)) return filter;
  const among: string[] = await servicesMatching(db, filter).pluck(
    's.entity_ref',
  );
  return { ...filter, among };
}

/** The services that match, as `s`, with the tiers set by hand, as `o`. */
export function servicesMatching(
  db: Db,
  filter: ServiceFilter,
): Knex.QueryBuilder {
  const services = db('reliability_services as s').leftJoin(
    'reliability_tier_overrides as o',
    'o.entity_ref',
    's.entity_ref',
  );
  return narrowServices(db, services, filter);
}

/** Services of incidents that match, as `x` and `s`. */
export function servicesConcerned(
  db: Db,
  filter: ServiceFilter,
): Knex.QueryBuilder {
  const query = db('reliability_incident_services as x')
    .join('reliability_services as s', 's.entity_ref', 'x.entity_ref')
    .leftJoin(
      'reliability_tier_overrides as o',
      'o.entity_ref',
      's.entity_ref',
    );
  if (!filter.among) return narrowServices(db, query, filter);
  return narrowServices(db, query, { tiers: filter.tiers }).where(
    anyOf(db, 'x.entity_ref', filter.among),
  );
}

/** Leaves the current services that match; `s` are the services, `o` the tiers set by hand. */
function narrowServices(
  db: Db,
  query: Knex.QueryBuilder,
  filter: ServiceFilter,
): Knex.QueryBuilder {
  // So that SQLite does not take the index that holds nearly all rows.
  query.whereRaw('(s.removed_at is null) = true');
  const among = (column: string, values: readonly string[] | undefined) => {
    if (values) query.where(anyOf(db, column, values));
  };
  among('s.entity_ref', filter.visible);
  among('s.entity_ref', filter.service);
  among('s.owner', filter.owner);
  among('s.system', filter.system);
  if (filter.tier) {
    const ranks = filter.tier.map(id => rankOf(id, filter.tiers));
    isIn(query, tierRank(db, filter.tiers), ranks);
  }
  return query;
}

/** A condition on an expression that can have few values; an empty list matches nothing. */
function isIn(
  query: Knex.QueryBuilder,
  sql: string,
  values: readonly (string | number)[],
): void {
  query.whereRaw(
    `${sql} in (${values.map(() => '?').join(', ') || 'null'})`,
    values as (string | number)[],
  );
}

/** The incidents that match, as `i`; with their postmortems, as `p`, only where those are asked for. */
export function matchingIncidents(
  db: Db,
  filter: IncidentListFilter,
): Knex.QueryBuilder {
  const query = db('reliability_incidents as i').whereNull('i.removed_at');
  narrowToServices(db, query, filter);
  narrowByColumns(db, query, filter);
  if (filter.postmortem) narrowByPostmortem(db, query, filter);
  for (const word of filter.words) narrowByWord(db, query, filter, word);
  return query;
}

function narrowByPostmortem(
  db: Db,
  query: Knex.QueryBuilder,
  { postmortem = [], now }: IncidentListFilter,
): void {
  query.leftJoin('reliability_postmortems as p', 'p.incident_id', 'i.id');
  if (postmortem.join() === 'overdue') query.whereRaw(mayBeOverdue(db, now));
  isIn(query, postmortemState(db, now), postmortem);
}

function narrowToServices(
  db: Db,
  query: Knex.QueryBuilder,
  filter: IncidentListFilter,
): void {
  const { visible, unmapped, among } = filter;
  const ofAny = (refs: readonly string[]) =>
    db('reliability_incident_services as x')
      .select('x.incident_id')
      .where(anyOfMany(db, 'x.entity_ref', refs));
  if (among) {
    query.whereIn('i.id', ofAny(among));
  } else if (asksForServices(filter)) {
    query.whereIn(
      'i.id',
      servicesConcerned(db, filter).select('x.incident_id'),
    );
  } else if (visible) {
    query.where(either => {
      either.whereIn('i.id', ofAny(visible));
      if (unmapped) either.orWhere('i.unmapped', true);
    });
  } else if (!unmapped) {
    query.whereRaw('not i.unmapped');
  }
}

function narrowByColumns(
  db: Db,
  query: Knex.QueryBuilder,
  filter: IncidentListFilter,
): void {
  const { status, severity, account, provider, customerImpact } = filter;
  if (filter.ids) query.where(anyOf(db, 'i.id', filter.ids));
  // `not` keeps SQLite from an index on a column that is nearly always false.
  if (!filter.tests) query.whereRaw('not i.is_test');
  if (!status) query.whereNotIn('i.status', ['declined', 'merged']);
  else {
    query.where(either => {
      either.whereIn('i.status', [...status]);
      if (status.includes('active')) either.orWhere('i.open', true);
    });
  }
  if (severity) {
    isIn(
      query,
      'coalesce(i.severity_level, 0)',
      severity.map(level => level ?? 0),
    );
  }
  if (account) query.where(anyOf(db, 'i.account', account));
  if (provider) query.whereIn('i.provider', [...provider]);
  if (customerImpact === true) query.whereRaw('i.customer_impact');
  if (customerImpact === false) {
    query.whereRaw('not i.customer_impact');
  }
  if (filter.from !== undefined) {
    query.where('i.started_at', '>=', new Date(filter.from));
  }
  if (filter.to !== undefined) {
    query.where('i.started_at', '<', new Date(filter.to));
  }
}

function narrowByWord(
  db: Db,
  query: Knex.QueryBuilder,
  { tiers, visible }: IncidentListFilter,
  word: string,
): void {
  query.where(found => {
    found.whereRaw(...containsLower(['i.search'], word)).orWhereIn(
      'i.id',
      servicesConcerned(db, { tiers, visible })
        .where(service =>
          service
            .whereRaw(...containsText(['s.title'], word))
            .orWhereRaw(...containsLower(['s.entity_ref'], word)),
        )
        .select('x.incident_id'),
    );
  });
}

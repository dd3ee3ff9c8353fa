import { Knex } from 'knex';
import { anyOfMany, Db } from '../database/sql';
import { servicesConcerned } from './matchingIncidents';

/** Which incidents a reader may see. */
export interface IncidentVisibility {
  /** References of services that the reader may see; absent: all. */
  readonly visible?: readonly string[];
  /** Whether also those that belong to no service. */
  readonly unmapped: boolean;
}

/** Leaves the incidents that a reader may see; `i` are the incidents. */
export function onlySeen(
  db: Db,
  query: Knex.QueryBuilder,
  { visible, unmapped }: IncidentVisibility,
): Knex.QueryBuilder {
  query.whereNull('i.removed_at');
  if (!visible && unmapped) return query;
  return query.where(seen => {
    if (visible) {
      seen.whereExists(
        db('reliability_incident_services as v')
          .select(db.raw('1'))
          .whereRaw('v.incident_id = i.id')
          .where(anyOfMany(db, 'v.entity_ref', visible)),
      );
    } else seen.where('i.unmapped', false);
    if (unmapped) seen.orWhere('i.unmapped', true);
  });
}

/**
 * Ids of the incidents that concern services of these references or owners, as far as the reader sees them; an
 * absent list narrows nothing.
 */
export const idsConcerning = (
  db: Db,
  narrow: {
    readonly visible?: readonly string[];
    readonly service?: readonly string[];
    readonly owner?: readonly string[];
  },
): Knex.QueryBuilder =>
  servicesConcerned(db, { tiers: [], ...narrow }).select('x.incident_id');

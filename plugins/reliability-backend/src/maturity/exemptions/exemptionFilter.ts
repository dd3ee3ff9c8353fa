import {
  DatedExemption,
  EXEMPTION_NOTICE,
  ExemptionState,
  exemptionStateAt,
  isExemptionEnding,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { anyOf, Db } from '../../database/sql';
import { EXEMPTIONS } from './exemptionRow';

/** What narrows a list of exemptions. A list that is empty matches nothing; one that is absent, everything. */
export interface ExemptionFilter {
  /** The present; milliseconds since the epoch. */
  readonly now: number;
  /** References that the reader may see; absent: all. */
  readonly visible?: readonly string[];
  readonly service?: readonly string[];
  readonly owner?: readonly string[];
  readonly scorecard?: string;
  readonly check?: string;
}

/** What narrows a list beside the rest, and does not narrow the counts. */
export interface ExemptionStates {
  readonly state?: readonly ExemptionState[];
  readonly expiring?: boolean;
  /** Only requests about these services that somebody else made. */
  readonly decidable?: {
    readonly refs: readonly string[];
    readonly by: string;
  };
}

/** A condition on rows `e`. */
export interface Condition {
  readonly sql: string;
  readonly bindings: readonly (string | Date)[];
}

export const REQUESTED = (now: number): Condition => ({
  sql: `(e.state = 'requested' and e.ends_at > ?)`,
  bindings: [new Date(now)],
});

export const IN_FORCE = (now: number): Condition => ({
  sql: `(e.state = 'approved' and e.ends_at > ?)`,
  bindings: [new Date(now)],
});

export const EXPIRING = (now: number): Condition => ({
  sql: `(e.state = 'approved' and e.ends_at > ? and e.ends_at <= ?)`,
  bindings: [new Date(now), new Date(now + EXEMPTION_NOTICE)],
});

/** The same as core `exemptionStateAt`. */
export function stateCondition(state: ExemptionState, now: number): Condition {
  switch (state) {
    case 'requested':
      return REQUESTED(now);
    case 'approved':
      return IN_FORCE(now);
    case 'expired':
      return {
        sql: `(e.state in ('requested', 'approved') and e.ends_at <= ?)`,
        bindings: [new Date(now)],
      };
    default:
      return { sql: '(e.state = ?)', bindings: [state] };
  }
}

/** Exemptions `e` of current services `s` that match. */
export function matchingExemptions(
  db: Db,
  filter: ExemptionFilter,
): Knex.QueryBuilder {
  const query = db(`${EXEMPTIONS} as e`)
    .join('reliability_services as s', 's.entity_ref', 'e.entity_ref')
    // So that SQLite begins with the exemptions, which are few, and not with the index of all current services.
    .whereRaw('(s.removed_at is null) = true');
  const { visible, service, owner, scorecard, check } = filter;
  if (visible) query.where(anyOf(db, 'e.entity_ref', visible));
  if (service) query.where(anyOf(db, 'e.entity_ref', service));
  if (owner) query.where(anyOf(db, 's.owner', owner));
  if (scorecard !== undefined) query.where('e.scorecard_id', scorecard);
  if (check !== undefined) query.where('e.check_id', check);
  return query;
}

/** Whether one from the configuration is in a list of these states; nobody decides it. */
export function isInStates(
  exemption: DatedExemption,
  { state, expiring, decidable }: ExemptionStates,
  now: number,
): boolean {
  if (decidable) return false;
  if (expiring && !isExemptionEnding(exemption, now)) return false;
  return !state || state.includes(exemptionStateAt(exemption, now));
}

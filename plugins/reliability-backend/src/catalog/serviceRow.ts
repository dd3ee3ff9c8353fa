import { TierDeclaration } from '@plimsoll/backstage-plugin-reliability-common';
import { timeOf } from '../database/sql';
import { EntityFacts, ServiceProjection } from './projectEntity';

/** A service as stored. Times are milliseconds since the epoch. */
export interface ServiceRecord extends ServiceProjection {
  readonly problems: readonly string[];
  /** When its facts last changed. */
  readonly changedAt: number;
}

/**
 * A stored service that is parsed when it is asked for: hundreds of parsed ones at a time cost the garbage collector
 * more than the parsing.
 */
export interface UnreadServiceRecord {
  readonly entityRef: string;
  read(): ServiceRecord;
}

export type ServiceRow = {
  entity_ref: string;
  title: string;
  owner: string | null;
  system: string | null;
  domain: string | null;
  lifecycle: string | null;
  declared_tier: string | null;
  scorecards: string;
  facts: string;
  hash: string;
  problems: string;
  problem_count: number;
  misses: number;
  changed_at: Date | number;
  first_seen_at: Date | number;
  removed_at: Date | number | null;
};

/** What of a row is read as a service. */
export const RECORD_COLUMNS = [
  'entity_ref',
  'title',
  'owner',
  'system',
  'domain',
  'lifecycle',
  'declared_tier',
  'scorecards',
  'facts',
  'hash',
  'problems',
  'changed_at',
] as const satisfies readonly (keyof ServiceRow)[];

/** A row with what is read of it. */
export type RecordRow = Pick<ServiceRow, (typeof RECORD_COLUMNS)[number]>;

/** What was parsed of texts of which a fleet has few. */
const parsed = new Map<string, unknown>();
const MOST_PARSED = 1000;

/** The same object for the same text, which nobody may change. */
function parseOnce<T>(json: string): T {
  let value = parsed.get(json);
  if (value === undefined) {
    value = JSON.parse(json);
    if (parsed.size >= MOST_PARSED) parsed.clear();
    parsed.set(json, value);
  }
  return value as T;
}

/** What an entity declares about its tier. */
export const declaredTierOf = ({
  declared_tier: json,
}: Pick<ServiceRow, 'declared_tier'>) =>
  json === null ? undefined : parseOnce<TierDeclaration>(json);

/** A row as what it holds. */
export function fromServiceRow(row: RecordRow): ServiceRecord {
  return {
    entityRef: row.entity_ref,
    title: row.title,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    domain: row.domain ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    declaredTier: declaredTierOf(row),
    scorecards: parseOnce<readonly string[]>(row.scorecards),
    facts: JSON.parse(row.facts) as EntityFacts,
    hash: row.hash,
    problems: parseOnce<readonly string[]>(row.problems),
    changedAt: timeOf(row.changed_at),
  };
}

/** A service as a row. */
export function toServiceRow(service: ServiceProjection, now: number) {
  return {
    entity_ref: service.entityRef,
    title: service.title,
    owner: service.owner ?? null,
    system: service.system ?? null,
    domain: service.domain ?? null,
    lifecycle: service.lifecycle ?? null,
    declared_tier: service.declaredTier
      ? JSON.stringify(service.declaredTier)
      : null,
    scorecards: JSON.stringify(service.scorecards),
    facts: JSON.stringify(service.facts),
    hash: service.hash,
    misses: 0,
    changed_at: new Date(now),
    first_seen_at: new Date(now),
    removed_at: null,
  };
}

import {
  IncidentEdits,
  IncidentStatus,
  PORTAL_ACCOUNT,
  PostmortemState,
  Provenance,
  Severity,
} from '@plimsoll/backstage-plugin-reliability-common';
import { SortColumn } from '../database/keyset';
import {
  Db,
  isPostgres,
  optionalTime,
  timeLiteral,
  timeOf,
} from '../database/sql';
import { IncidentRow } from './incidentRow';
import { POSTMORTEM_DUE, postmortemState } from './postmortemSql';

/** An incident in a list. Times are milliseconds since the epoch. */
export interface IncidentLine {
  readonly id: string;
  readonly account: string;
  readonly provider: string;
  readonly externalId: string;
  readonly reference?: string;
  readonly url?: string;
  readonly title: string;
  readonly status: IncidentStatus;
  readonly severity: {
    readonly raw: string | null;
    readonly level: Severity | null;
    readonly from: Provenance;
  };
  readonly isTest: boolean;
  readonly isPrivate: boolean;
  readonly customerImpact: boolean | null;
  readonly isOpen: boolean;
  readonly unmapped: boolean;
  readonly startedAt: number;
  readonly declaredAt?: number;
  readonly resolvedAt?: number;
  readonly postmortem: PostmortemState;
  readonly postmortemDueAt?: number;
  readonly repeatOf?: string;
  readonly budgetSpent: number | null;
  readonly updatedAt: number;
  /** Equal for the same trouble. */
  readonly key?: string;
  readonly pages: {
    readonly total: number;
    readonly afterHours: number;
    readonly sleepHours: number;
    readonly unacknowledged: number;
  };
}

/** How a list is sorted. */
export interface IncidentSorting {
  readonly orderBy: 'started' | 'severity' | 'duration' | 'updated';
  readonly descending: boolean;
}

const LISTED = [
  'id',
  'account',
  'provider',
  'external_id',
  'reference',
  'url',
  'title',
  'status',
  'severity_raw',
  'severity_level',
  'is_test',
  'is_private',
  'customer_impact',
  'open',
  'unmapped',
  'started_at',
  'declared_at',
  'resolved_at',
  'edits',
  'repeat_of',
  'budget_spent',
  'updated_at',
  'dedupe_key',
  'pages_total',
  'pages_after_hours',
  'pages_sleep',
  'pages_unacknowledged',
] as const satisfies readonly (keyof IncidentRow)[];

/** A row of a list, as `lineColumns` selects it. */
export type IncidentListRow = Pick<IncidentRow, (typeof LISTED)[number]> & {
  postmortem: PostmortemState;
  postmortem_due_at: Date | number | string | null;
};

/** What `toLine` reads, of `matchingIncidents`. */
export const lineColumns = (db: Db, now: number) => [
  ...LISTED.map(column => `i.${column}`),
  db.raw(`${postmortemState(db, now)} as postmortem`),
  db.raw(`${POSTMORTEM_DUE} as postmortem_due_at`),
];

/** From declared to resolved, or to now while it goes on; milliseconds, null where it cannot be told. */
function duration(db: Db, now: number): string {
  const end = `case when i.resolved_at is not null then i.resolved_at
    when i.open then ${timeLiteral(db, now)} end`;
  const length = `(${end}) - i.declared_at`;
  return isPostgres(db)
    ? `round(extract(epoch from ${length}) * 1000)::double precision`
    : length;
}

/**
 * The columns that a list is sorted by; what is most comes first when it is descending, the worst severity too.
 * What cannot be told stands behind, whatever the order.
 *
 * @param now - until when open incidents lasted; the same for all pages
 */
export function columnsOf(
  db: Db,
  now: number,
  { orderBy, descending }: IncidentSorting,
): SortColumn[] {
  const direction = descending ? 'desc' : 'asc';
  const time = (sql: string): SortColumn => ({ sql, direction, type: 'time' });
  // In the direction of the time before it, so that one index serves both.
  const id: SortColumn = { sql: 'i.id', direction, type: 'text' };
  const byTime = [time('i.started_at'), id];
  const known = (sql: string, towards: SortColumn['direction']) => [
    {
      sql: `case when ${sql} is null then 1 else 0 end`,
      direction: 'asc' as const,
      type: 'number' as const,
    },
    {
      sql: `coalesce(${sql}, 0)`,
      direction: towards,
      type: 'number' as const,
    },
  ];
  switch (orderBy) {
    case 'severity':
      return [
        ...known('i.severity_level', descending ? 'asc' : 'desc'),
        { ...time('i.started_at'), direction: 'desc' },
        id,
      ];
    case 'duration':
      return [...known(duration(db, now), direction), ...byTime];
    case 'updated':
      return [time('i.updated_at'), id];
    default:
      return byTime;
  }
}

const optionalFlag = (value: boolean | number | null) =>
  value === null ? null : Boolean(value);

/** Whether a person set the severity: over what a provider said, or because it is recorded here. */
function severityFrom({ account, edits }: IncidentListRow): Provenance {
  const set = (JSON.parse(edits) as IncidentEdits).severity;
  return set || account === PORTAL_ACCOUNT ? 'person' : 'provider';
}

export function toLine(row: IncidentListRow): IncidentLine {
  return {
    id: row.id,
    account: row.account,
    provider: row.provider,
    externalId: row.external_id,
    reference: row.reference ?? undefined,
    url: row.url ?? undefined,
    title: row.title,
    status: row.status,
    severity: {
      raw: row.severity_raw,
      level: row.severity_level as Severity | null,
      from: severityFrom(row),
    },
    isTest: Boolean(row.is_test),
    isPrivate: Boolean(row.is_private),
    customerImpact: optionalFlag(row.customer_impact),
    isOpen: Boolean(row.open),
    unmapped: Boolean(row.unmapped),
    startedAt: timeOf(row.started_at),
    declaredAt: optionalTime(row.declared_at),
    resolvedAt: optionalTime(row.resolved_at),
    postmortem: row.postmortem,
    postmortemDueAt: optionalTime(row.postmortem_due_at),
    repeatOf: row.repeat_of ?? undefined,
    budgetSpent: row.budget_spent,
    updatedAt: timeOf(row.updated_at),
    key: row.dedupe_key ?? undefined,
    pages: {
      total: row.pages_total,
      afterHours: row.pages_after_hours,
      sleepHours: row.pages_sleep,
      unacknowledged: row.pages_unacknowledged,
    },
  };
}

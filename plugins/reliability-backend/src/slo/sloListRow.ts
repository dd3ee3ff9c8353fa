import {
  SloFlag,
  SloStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { SortColumn } from '../database/keyset';
import { Db, isPostgres, optionalTime } from '../database/sql';
import { tierOf, tierRank, Tiers } from '../tier/tierSql';
import { SloSummary, statusRank } from './sloState';

/** An SLO in a list. */
export interface SloLine extends SloSummary {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly entityRef: string;
  readonly serviceTitle: string;
  readonly owner?: string;
  readonly tierId: string;
  readonly method: string;
  /** JSON: kind, duration as text and time zone. */
  readonly window: string;
  readonly objectives: number;
  readonly source: string;
  readonly error?: string;
  readonly evaluatedAt?: number;
}

/** A service beside its SLOs. */
export interface SloServiceLine {
  readonly title: string;
  readonly owner?: string;
  readonly tierId: string;
}

/** How a list is sorted. */
export interface SloSorting {
  readonly orderBy: SloOrder;
  readonly descending: boolean;
}

export type SloOrder =
  | 'worst'
  | 'remaining'
  | 'burn'
  | 'title'
  | 'service'
  | 'tier';

export type SloListRow = {
  id: string;
  name: string;
  title: string;
  entity_ref: string;
  service_title: string;
  owner: string | null;
  tier_rank: number;
  method: string;
  window: string;
  objectives: number;
  source: string;
  declared_target: number;
  status: SloStatus | null;
  flags: string | null;
  target: number | null;
  sli: number | null;
  remaining: number | null;
  remaining_ms: number | null;
  burn: number | null;
  exhausted_at: Date | number | null;
  pages: number | null;
  tickets: number | null;
  window_from: Date | number | null;
  window_to: Date | number | null;
  error: string | null;
  evaluated_at: Date | number | null;
};

export const FROM_SLO = {
  id: 'd.id',
  name: 'd.name',
  title: 'd.title',
  entity_ref: 'd.entity_ref',
  method: 'd.method',
  window: 'd.window',
  objectives: 'd.objectives',
  source: 'd.source',
  declared_target: 'd.target',
  service_title: 's.title',
  owner: 's.owner',
} as const;

export const FROM_STATE = [
  'status',
  'flags',
  'target',
  'sli',
  'remaining',
  'remaining_ms',
  'burn',
  'exhausted_at',
  'pages',
  'tickets',
  'window_from',
  'window_to',
  'error',
  'evaluated_at',
].map(column => `e.${column}`);

const PENDING = statusRank('pending');
const RANK = `coalesce(e.status_rank, ${PENDING})`;
export const STATUS = `coalesce(e.status, 'pending')`;

/** 1 for an SLO without a value of its own, which stands after the others whatever the order. */
const APART = `case when ${RANK} > ${statusRank('healthy')} then 1 else 0 end`;

const number = (
  sql: string,
  direction: SortColumn['direction'] = 'asc',
): SortColumn => ({ sql, direction, type: 'number' });

export function columnsOf(
  db: Db,
  tiers: Tiers,
  { orderBy, descending }: SloSorting,
): SortColumn[] {
  const direction = descending ? 'desc' : 'asc';
  const id: SortColumn = { sql: 'd.id', direction: 'asc', type: 'text' };
  const text = (column: string): SortColumn => ({
    sql: `lower(${column})${isPostgres(db) ? ' collate "C"' : ''}`,
    direction,
    type: 'text',
  });
  // A value that is not known has no place among those that are.
  const known = (column: string) => [
    number(`case when ${column} is null then 1 else 0 end`),
    number(`coalesce(${column}, 0)`, direction),
  ];
  const worst = [
    number(APART),
    number(RANK, direction),
    ...known('e.remaining'),
    id,
  ];
  const columns: Record<SloOrder, SortColumn[]> = {
    worst,
    remaining: [number(APART), ...known('e.remaining'), id],
    burn: [number(APART), ...known('e.burn'), id],
    title: [text('d.title'), id],
    service: [text('s.title'), text('d.title'), id],
    tier: [
      number(tierRank(db, tiers), direction),
      ...worst.map(column => ({ ...column, direction: 'asc' as const })),
    ],
  };
  return columns[orderBy];
}

export function toLine(row: SloListRow, tiers: Tiers): SloLine {
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    entityRef: row.entity_ref,
    serviceTitle: row.service_title,
    owner: row.owner ?? undefined,
    tierId: tierOf(row.tier_rank, tiers),
    method: row.method,
    window: row.window,
    objectives: row.objectives,
    source: row.source,
    status: row.status ?? 'pending',
    flags: JSON.parse(row.flags ?? '[]') as SloFlag[],
    target: row.target ?? row.declared_target,
    sli: row.sli,
    remaining: row.remaining,
    remainingMs: row.remaining_ms,
    burn: row.burn,
    exhaustedAt: optionalTime(row.exhausted_at) ?? null,
    pages: row.pages ?? 0,
    tickets: row.tickets ?? 0,
    windowFrom: optionalTime(row.window_from) ?? null,
    windowTo: optionalTime(row.window_to) ?? null,
    error: row.error ?? undefined,
    evaluatedAt: optionalTime(row.evaluated_at),
  };
}

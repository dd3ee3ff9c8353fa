import {
  CoverState,
  OncallFinding,
} from '@plimsoll/backstage-plugin-reliability-common';
import { SortColumn } from '../database/keyset';
import { Db, isPostgres, optionalTime, timeLiteral } from '../database/sql';
import { tierOf, tierRank, Tiers } from '../tier/tierSql';

/** A service in the directory. */
export interface OncallLine {
  readonly entityRef: string;
  readonly title: string;
  readonly owner?: string;
  readonly system?: string;
  readonly tierId: string;
  readonly state: CoverState;
  readonly findings: readonly Pick<OncallFinding, 'code'>[];
  /** The next that the tier does not allow, if it is not over. */
  readonly nextGap?: {
    readonly from: number;
    readonly to: number;
    readonly level: number | null;
  };
}

/** How the directory is sorted. */
export interface OncallSorting {
  readonly orderBy: 'title' | 'tier' | 'gap';
  readonly descending: boolean;
}

export type OncallListRow = {
  entity_ref: string;
  title: string;
  owner: string | null;
  system: string | null;
  tier_rank: number;
  state: CoverState;
  findings: string | null;
  next_gap_from: Date | number | null;
  next_gap_to: Date | number | null;
  next_gap_level: number | null;
};

export const LISTED = [
  's.entity_ref',
  's.title',
  's.owner',
  's.system',
  'x.findings',
  'x.next_gap_from',
  'x.next_gap_to',
  'x.next_gap_level',
];

/** When the next gap begins, as milliseconds; null when there is none, or it is over. */
function gapStart(db: Db, now: number): string {
  const start = isPostgres(db)
    ? 'round(extract(epoch from x.next_gap_from) * 1000)'
    : 'x.next_gap_from';
  return `case when x.next_gap_to > ${timeLiteral(db, now)} then ${start} end`;
}

export function columnsOf(
  db: Db,
  tiers: Tiers,
  now: number,
  { orderBy, descending }: OncallSorting,
): SortColumn[] {
  const direction = descending ? 'desc' : 'asc';
  const ref: SortColumn = {
    sql: 's.entity_ref',
    direction: 'asc',
    type: 'text',
  };
  const title = (towards: SortColumn['direction']): SortColumn => ({
    sql: `lower(s.title)${isPostgres(db) ? ' collate "C"' : ''}`,
    direction: towards,
    type: 'text',
  });
  const tier: SortColumn = {
    sql: tierRank(db, tiers),
    direction: orderBy === 'tier' ? direction : 'asc',
    type: 'number',
  };
  const gap = gapStart(db, now);
  const columns: Record<OncallSorting['orderBy'], SortColumn[]> = {
    title: [title(direction), ref],
    tier: [tier, title('asc'), ref],
    gap: [
      // Whoever has no gap stands behind, whatever the order.
      {
        sql: `case when ${gap} is null then 1 else 0 end`,
        direction: 'asc',
        type: 'number',
      },
      { sql: `coalesce(${gap}, 0)`, direction, type: 'number' },
      tier,
      title('asc'),
      ref,
    ],
  };
  return columns[orderBy];
}

export function toLine(
  row: OncallListRow,
  tiers: Tiers,
  now: number,
): OncallLine {
  const from = optionalTime(row.next_gap_from);
  const to = optionalTime(row.next_gap_to);
  const isAhead = from !== undefined && to !== undefined && to > now;
  return {
    entityRef: row.entity_ref,
    title: row.title,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    tierId: tierOf(row.tier_rank, tiers),
    state: row.state,
    findings: JSON.parse(row.findings ?? '[]'),
    ...(isAhead && { nextGap: { from, to, level: row.next_gap_level } }),
  };
}

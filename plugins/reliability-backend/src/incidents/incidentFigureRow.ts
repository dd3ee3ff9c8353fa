import {
  IncidentStatus,
  PostmortemStatus,
  Severity,
  StampName,
  stampNames,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Db, isPostgres, optionalTime, timeOf } from '../database/sql';

type Time = Date | number;

/** The name of the column of a stamp. */
export const stampColumn = (name: StampName): string =>
  `${name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}_at`;

/** The columns that figures and facts are made of; none of them is JSON. */
export type FigureRow = {
  id: string;
  status: IncidentStatus;
  is_test: boolean | number;
  severity_level: number | null;
  customer_impact: boolean | number | null;
  started_at: Time;
  repeat_of: string | null;
  pages_total: number;
  pages_after_hours: number;
  pages_sleep: number;
  pages_unacknowledged: number;
  pages_zone_unknown: number;
  pages_without_human: number;
  postmortem_required: boolean | number;
  draft_due_at: Time | null;
  publish_due_at: Time | null;
  changed_at: Time;
} & Record<`${string}_at`, Time | null>;

const COLUMNS: readonly string[] = [
  'id',
  'status',
  'is_test',
  'severity_level',
  'customer_impact',
  'started_at',
  ...stampNames.map(stampColumn),
  'repeat_of',
  'pages_total',
  'pages_after_hours',
  'pages_sleep',
  'pages_unacknowledged',
  'pages_zone_unknown',
  'pages_without_human',
  'postmortem_required',
  'draft_due_at',
  'publish_due_at',
  'changed_at',
];

/** Of `i`. */
export const FIGURE_COLUMNS = COLUMNS.map(column => `i.${column}`);

/**
 * The same with times as milliseconds: for a hundred thousand rows of PostgreSQL, whose dates take longer to read than
 * all the rest.
 */
export const figureColumns = (db: Db): (string | Knex.Raw)[] =>
  isPostgres(db)
    ? COLUMNS.map(column =>
        column.endsWith('_at')
          ? db.raw(
              `(extract(epoch from i.${column}) * 1000)::double precision as ${column}`,
            )
          : `i.${column}`,
      )
    : FIGURE_COLUMNS;

const COLUMN_OF = stampNames.map(
  name => [name, stampColumn(name) as `${string}_at`] as const,
);

function stampsOf(row: FigureRow) {
  const stamps: Partial<Record<StampName, { at: number }>> = {};
  for (const [name, column] of COLUMN_OF) {
    const at = optionalTime(row[column]);
    if (at !== undefined) stamps[name] = { at };
  }
  return stamps;
}

/** What figures and facts share of an incident. */
export const figureParts = (row: FigureRow) => ({
  status: row.status,
  isTest: Boolean(row.is_test),
  severity: row.severity_level as Severity | null,
  customerImpact:
    row.customer_impact === null ? null : Boolean(row.customer_impact),
  startedAt: timeOf(row.started_at),
  stamps: stampsOf(row),
  isRepeat: row.repeat_of !== null,
  pages: {
    total: row.pages_total,
    afterHours: row.pages_after_hours,
    sleepHours: row.pages_sleep,
    zoneUnknown: row.pages_zone_unknown,
    unacknowledged: row.pages_unacknowledged,
    withoutHuman: row.pages_without_human,
  },
});

/** The same of its postmortem. */
export const postmortemParts = (
  row: FigureRow,
  status: PostmortemStatus | null,
) => ({
  required: Boolean(row.postmortem_required),
  draftDueAt: optionalTime(row.draft_due_at) ?? null,
  publishDueAt: optionalTime(row.publish_due_at) ?? null,
  status,
});

import { Knex } from 'knex';
import { Db, timeOf } from './sql';

/** A column that a list is sorted by; never null. */
export interface SortColumn {
  /** An expression. Numbers and texts are compared by the database, so a text must be byte-ordered. */
  readonly sql: string;
  readonly direction: 'asc' | 'desc';
  /** A time is compared as the database keeps it, so that an index on it serves. */
  readonly type: 'number' | 'text' | 'time';
}

/** The values by which the last row of a page was sorted; times are milliseconds since the epoch. */
export type SortValues = readonly (string | number)[];

/** Whether something that came back from outside can be compared with the columns. */
export const isSortValues =
  (columns: readonly SortColumn[]) =>
  (value: unknown): value is SortValues =>
    Array.isArray(value) &&
    value.length === columns.length &&
    columns.every(({ type }, index) => isSortValue(type, value[index]));

/** Times that JavaScript and all databases can tell. */
const MIN_TIME = Date.UTC(0, 0);
const MAX_TIME = Date.UTC(9999, 0);

function isSortValue(type: SortColumn['type'], value: unknown): boolean {
  if (type === 'text') return typeof value === 'string';
  if (!Number.isFinite(value)) return false;
  const number = value as number;
  return type === 'number' || (number <= MAX_TIME && number >= MIN_TIME);
}

/**
 * Sorts a query by the columns and begins after a row. The sort values come back as `sort_0`, `sort_1` … The
 * last column must tell rows apart.
 */
export function sortedBy(
  query: Knex.QueryBuilder,
  raw: Knex['raw'],
  columns: readonly SortColumn[],
  after?: SortValues,
): Knex.QueryBuilder {
  query
    .select(columns.map(({ sql }, index) => raw(`${sql} as sort_${index}`)))
    .orderByRaw(
      columns.map(({ sql, direction }) => `${sql} ${direction}`).join(', '),
    );
  if (after) {
    const [condition, bindings] = beyond(columns, after);
    query.whereRaw(condition, bindings);
  }
  return query;
}

function beyond(
  [{ sql, direction, type }, ...others]: readonly SortColumn[],
  [given, ...rest]: SortValues,
): [string, (string | number | Date)[]] {
  const value = type === 'time' ? new Date(given) : given;
  const further = `${sql} ${direction === 'asc' ? '>' : '<'} ?`;
  if (others.length === 0) return [further, [value]];
  const [condition, bindings] = beyond(others, rest);
  const either = `(${further} or (${sql} = ? and ${condition}))`;
  if (type !== 'time') return [either, [value, value, ...bindings]];
  // Says nothing new, but no index serves a condition with `or`.
  const bound = `${sql} ${direction === 'asc' ? '>=' : '<='} ?`;
  return [`(${bound} and ${either})`, [value, value, value, ...bindings]];
}

/** The sort values of a row that `sortedBy` read. */
export const sortValuesOf = (
  row: Readonly<Record<string, unknown>>,
  columns: readonly SortColumn[],
): SortValues =>
  columns.map(({ type }, index) => {
    const value = row[`sort_${index}`];
    if (type === 'time') return timeOf(value as Date | number);
    return type === 'number' ? Number(value) : String(value);
  });

/**
 * One page of a query in the order of the columns, and the values after which the next begins; absent on the
 * last page.
 *
 * @param query - without order and limit
 */
export async function sortedPage<Row extends object>(
  db: Db,
  query: Knex.QueryBuilder,
  columns: readonly SortColumn[],
  { after, limit }: { readonly after?: SortValues; readonly limit: number },
): Promise<{ rows: Row[]; next?: SortValues }> {
  sortedBy(query.limit(limit + 1), db.raw.bind(db), columns, after);
  const found: Row[] = await query;
  const rows = found.slice(0, limit);
  const last = rows[rows.length - 1] as Record<string, unknown> | undefined;
  return {
    rows,
    next:
      last && found.length > limit ? sortValuesOf(last, columns) : undefined,
  };
}

import { Knex } from 'knex';

/** A column that a list is sorted by; never null. */
export interface SortColumn {
  /** An expression. Numbers and texts are compared by the database, so a text must be byte-ordered. */
  readonly sql: string;
  readonly direction: 'asc' | 'desc';
  readonly type: 'number' | 'text';
}

/** The values by which the last row of a page was sorted. */
export type SortValues = readonly (string | number)[];

/** Whether something that came back from outside can be compared with the columns. */
export const isSortValues =
  (columns: readonly SortColumn[]) =>
  (value: unknown): value is SortValues =>
    Array.isArray(value) &&
    value.length === columns.length &&
    columns.every(({ type }, index) =>
      type === 'number'
        ? Number.isFinite(value[index])
        : typeof value[index] === 'string',
    );

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
  [{ sql, direction }, ...others]: readonly SortColumn[],
  [value, ...rest]: SortValues,
): [string, (string | number)[]] {
  const further = `${sql} ${direction === 'asc' ? '>' : '<'} ?`;
  if (others.length === 0) return [further, [value]];
  const [condition, bindings] = beyond(others, rest);
  return [
    `(${further} or (${sql} = ? and ${condition}))`,
    [value, value, ...bindings],
  ];
}

/** The sort values of a row that `sortedBy` read. */
export const sortValuesOf = (
  row: Readonly<Record<string, unknown>>,
  columns: readonly SortColumn[],
): SortValues =>
  columns.map(({ type }, index) => {
    const value = row[`sort_${index}`];
    return type === 'number' ? Number(value) : String(value);
  });

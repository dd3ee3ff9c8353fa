import { Knex } from 'knex';

/** A database or a transaction on it. */
export type Db = Knex | Knex.Transaction;

export const isPostgres = (db: Db): boolean => db.client.config.client === 'pg';

/** Rows per statement: below the 32,766 parameters of SQLite with the widest of our tables. */
const ROWS_PER_STATEMENT = 500;

/**
 * Inserts rows, or updates `merge` columns of those whose `key` is there. The keys within one call must
 * differ: PostgreSQL refuses to touch a row twice in one statement.
 */
export async function upsert<T extends object>(
  db: Db,
  table: string,
  rows: readonly T[],
  options: {
    key: readonly (keyof T & string)[];
    merge: readonly (keyof T & string)[];
  },
): Promise<void> {
  for (const batch of inBatches(rows, ROWS_PER_STATEMENT)) {
    const insert = db(table)
      .insert(batch as object[])
      .onConflict([...options.key]);
    await (options.merge.length > 0
      ? insert.merge([...options.merge])
      : insert.ignore());
  }
}

/** Consecutive slices of at most `size`. */
export function inBatches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/**
 * A condition `column in (values)` that takes any number of values as one parameter: a list of ten
 * thousand would exceed what SQLite binds, and would be planned anew for every length.
 */
export function anyOf(
  db: Db,
  column: string,
  values: readonly string[],
): Knex.Raw {
  return isPostgres(db)
    ? db.raw('?? = any(?::text[])', [column, values as string[]])
    : db.raw('?? in (select value from json_each(?))', [
        column,
        JSON.stringify(values),
      ]);
}

/** A LIKE pattern that finds the text itself wherever it stands; use with `escape '\\'`. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, match => `\\${match}`)}%`;
}

/** A point in time from a row: PostgreSQL gives a Date, SQLite a number of milliseconds or a text. */
export function timeOf(value: Date | number | string): number {
  return typeof value === 'number' ? value : new Date(value).getTime();
}

/** The same for a column that may be null. */
export function optionalTime(
  value: Date | number | string | null,
): number | undefined {
  return value === null ? undefined : timeOf(value);
}

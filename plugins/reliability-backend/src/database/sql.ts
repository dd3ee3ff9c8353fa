import { Knex } from 'knex';

/** A database or a transaction on it. */
export type Db = Knex | Knex.Transaction;

export const isPostgres = (db: Db): boolean => db.client.config.client === 'pg';

/** Rows per statement. */
const ROWS_PER_STATEMENT = 500;

/** A text as Node knows it; the library of types is older. */
type Text = string & { toWellFormed(): string };

/** How half a surrogate pair looks in JSON. */
const HALF_IN_JSON = /\\ud[89a-f]/;

/** Half a surrogate pair is text in JavaScript and in no database. */
const wellFormed = (value: unknown) =>
  typeof value === 'string' ? (value as Text).toWellFormed() : value;

const quoted = (names: readonly string[]) =>
  names.map(name => `"${name}"`).join(', ');

interface UpsertTarget {
  readonly table: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly merge: readonly string[];
}

const upsertFrom = (
  source: string,
  { table, columns, key, merge }: UpsertTarget,
) => {
  const update = merge.map(name => `"${name}" = excluded."${name}"`).join(', ');
  return `insert into "${table}" (${quoted(
    columns,
  )}) ${source} on conflict (${quoted(key)}) do ${
    update ? `update set ${update}` : 'nothing'
  }`;
};

/** Rows as one parameter. */
function asJson(rows: readonly object[]): string {
  const text = JSON.stringify(rows);
  return HALF_IN_JSON.test(text)
    ? JSON.stringify(rows, (_, value) => wellFormed(value))
    : text;
}

function sqliteValue(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof Date ? value.getTime() : value;
}

/** Knex would make one text with a place for each value of all rows; this is twice as fast. */
async function runForEach<T extends object>(
  tx: Knex.Transaction,
  statement: string,
  rows: readonly T[],
  columns: readonly (keyof T)[],
): Promise<void> {
  // Within a transaction there is only its own connection, which needs no release.
  const connection = await tx.client.acquireConnection();
  const prepared = connection.prepare(statement);
  const values: unknown[] = [];
  for (const row of rows) {
    for (let index = 0; index < columns.length; index++) {
      values[index] = sqliteValue(row[columns[index]]);
    }
    prepared.run(values);
  }
}

/**
 * Inserts rows of the same columns, or updates `merge` columns of those whose `key` is there. The keys
 * within one call must differ: PostgreSQL refuses to touch a row twice in one statement. There all rows
 * are one parameter, which is planned once and binds faster than ten thousand.
 */
export async function upsert<T extends object>(
  db: Db,
  table: string,
  rows: readonly T[],
  options: {
    key: readonly (keyof T & string)[];
    merge: readonly (keyof T & string)[];
    /** Columns that have the same value in every row, and are merged. */
    same?: Readonly<Record<string, Knex.Raw | number>>;
  },
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]) as (keyof T & string)[];
  const { key, same = {} } = options;
  const shared = Object.values(same).map(String);
  const target = {
    table,
    key,
    columns: [...columns, ...Object.keys(same)],
    merge: [...options.merge, ...Object.keys(same)],
  };
  if (!isPostgres(db)) {
    const places = [...columns.map(() => '?'), ...shared].join(', ');
    const statement = upsertFrom(`values (${places})`, target);
    await (db.isTransaction
      ? runForEach(db as Knex.Transaction, statement, rows, columns)
      : db.transaction(tx => runForEach(tx, statement, rows, columns)));
    return;
  }
  const selected = [quoted(columns), ...shared].join(', ');
  const statement = upsertFrom(
    `select ${selected} from json_populate_recordset(null::"${table}", ?)`,
    target,
  );
  for (const batch of inBatches(rows, ROWS_PER_STATEMENT)) {
    await db.raw(statement, [asJson(batch)]);
  }
}

/**
 * The rows of a query that finds thousands. Knex has SQLite make an object of each row, which takes half as long again
 * as to read it.
 */
export async function rowsOf<T extends object>(
  db: Db,
  query: Knex.QueryBuilder,
): Promise<T[]> {
  if (isPostgres(db) || !db.isTransaction) return query;
  const { sql, bindings } = query.toSQL().toNative();
  const connection = await db.client.acquireConnection();
  // As Knex does it, so that nothing is asked behind the back of who listens.
  db.client.emit('query', { sql, bindings });
  const prepared = connection.prepare(sql).raw();
  const columns: { name: string }[] = prepared.columns();
  const names = columns.map(({ name }) => name);
  // A copy of what has all names is made at once, where one that grows is made anew every few names.
  const empty: Record<string, unknown> = Object.fromEntries(
    names.map(name => [name, null]),
  );
  const found: unknown[][] = prepared.all(bindings.map(sqliteValue));
  return found.map(cells => {
    const row = { ...empty };
    for (let index = 0; index < names.length; index++) {
      row[names[index]] = cells[index];
    }
    return row as T;
  });
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

/** More values than these are not looked up one by one for every row. */
const MANY = 100;

/**
 * The same in a subquery that is asked for every row. Through an index PostgreSQL would sort a long list anew each
 * time; compared with a value that is worked out it is looked up in a hash that is made once.
 *
 * @param column - of ours, never something that came from outside
 */
export const anyOfMany = (
  db: Db,
  column: string,
  values: readonly string[],
): Knex.Raw =>
  isPostgres(db) && values.length > MANY
    ? db.raw(`${column} || '' = any(?::text[])`, [values as string[]])
    : anyOf(db, column, values);

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

/** A point in time as it stands in a statement, where it cannot be a parameter. */
export const timeLiteral = (db: Db, time: number): string =>
  isPostgres(db) ? `to_timestamp(${time / 1000})` : String(time);

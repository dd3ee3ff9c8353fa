import { Db, isPostgres } from '../database/sql';

export const least = (db: Db) => (isPostgres(db) ? 'least' : 'min');
export const greatest = (db: Db) => (isPostgres(db) ? 'greatest' : 'max');

/** A column of time as milliseconds since the epoch. */
export const msOf = (db: Db, column: string) =>
  isPostgres(db)
    ? `(extract(epoch from ${column}) * 1000)::double precision`
    : column;

/** A parameter of milliseconds as a time that a column can be compared with. */
export const timeFrom = (db: Db, expression: string) =>
  isPostgres(db) ? `to_timestamp((${expression}) / 1000.0)` : expression;

/** Rows from one JSON parameter: any number of them is one statement that is planned once. */
export const rowsFrom = (
  db: Db,
  columns: Readonly<Record<string, 'text' | 'double precision'>>,
) => {
  const entries = Object.entries(columns);
  if (isPostgres(db)) {
    const types = entries.map(([name, type]) => `"${name}" ${type}`);
    return `json_to_recordset(?) as v(${types.join(', ')})`;
  }
  const members = entries.map(
    ([name]) => `json_extract(value, '$.${name}') as "${name}"`,
  );
  return `(select ${members.join(', ')} from json_each(?)) as v`;
};

/** The rows of a statement that was sent as text. */
export const rowsOf = <T>(db: Db, result: unknown): T[] =>
  isPostgres(db) ? (result as { rows: T[] }).rows : (result as T[]);

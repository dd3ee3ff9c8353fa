import { containing } from './sql';

/** A LIKE pattern of what begins with a text; use with `escape '\\'`. */
export const beginning = (text: string): string => containing(text).slice(1);

/**
 * A condition that one of the columns holds the text, whatever the case.
 *
 * @param columns - expressions of ours, never something that came from outside
 */
export function containsText(
  columns: readonly string[],
  text: string,
): [sql: string, bindings: string[]] {
  // SQLite makes only the letters of ASCII small, so that others are found as they are written.
  const patterns = [
    containing(text.toLocaleLowerCase('en-US')),
    containing(text),
  ];
  const conditions = columns.map(
    column =>
      `lower(${column}) like ? escape '\\' or ${column} like ? escape '\\'`,
  );
  return [`(${conditions.join(' or ')})`, columns.flatMap(() => patterns)];
}

/** The same of columns that are in lower case. */
export function containsLower(
  columns: readonly string[],
  text: string,
): [sql: string, bindings: string[]] {
  const pattern = containing(text.toLocaleLowerCase('en-US'));
  const conditions = columns.map(column => `${column} like ? escape '\\'`);
  return [`(${conditions.join(' or ')})`, columns.map(() => pattern)];
}

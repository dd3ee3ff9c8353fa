import { InputError } from '@backstage/errors';

/**
 * Where the next page of a list begins, as an opaque text. It carries what it was made for, so that a
 * cursor used with another filter or order is refused instead of giving a wrong page.
 */
export function encodeCursor(position: unknown, madeFor: string): string {
  return Buffer.from(JSON.stringify([madeFor, position])).toString('base64url');
}

/** @throws InputError when the cursor is none of ours, or was made for another query */
export function decodeCursor<T>(
  cursor: string | undefined,
  madeFor: string,
  isPosition: (value: unknown) => value is T,
): T | undefined {
  if (cursor === undefined) return undefined;
  const [purpose, position] = parse(cursor);
  if (purpose !== madeFor || !isPosition(position)) {
    throw new InputError(
      'cursor: expected the nextCursor of a page with the same filter and order',
    );
  }
  return position;
}

function parse(cursor: string): unknown[] {
  try {
    const text = Buffer.from(cursor, 'base64url').toString();
    const value = JSON.parse(text);
    return Array.isArray(value) && !text.includes('\\u0000') ? value : [];
  } catch {
    return [];
  }
}

/**
 * Cuts off the row that was read to see whether there are more, and says where the next page begins.
 *
 * @param rows - at most `limit + 1`
 */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => string,
): { items: T[]; nextCursor?: string } {
  const items = rows.slice(0, limit);
  return rows.length > limit
    ? { items, nextCursor: cursorOf(items[items.length - 1]) }
    : { items };
}

const MAX_INTEGER = 2 ** 31 - 1;

/** What an integer column can be compared with; PostgreSQL refuses anything else. */
export const isInteger = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= MAX_INTEGER;

/** How many rows come before a page, of a list that is short enough to be counted off. */
export const isOffset = (value: unknown): value is number =>
  isInteger(value) && value >= 0;

/** A time in milliseconds since the epoch that every database can tell. */
export const isInstant = (value: unknown): value is number =>
  Number.isInteger(value) &&
  (value as number) >= 0 &&
  (value as number) < Date.UTC(9999, 0);

export const isText = (value: unknown): value is string =>
  typeof value === 'string';

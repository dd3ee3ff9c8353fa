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
    const value = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

export const isNumber = (value: unknown): value is number =>
  typeof value === 'number';

export const isText = (value: unknown): value is string =>
  typeof value === 'string';

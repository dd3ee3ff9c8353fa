import { fingerprint } from '@plimsoll/backstage-plugin-reliability-common';
import { decodeCursor, encodeCursor, isOffset } from '../../http/cursor';

/**
 * One page of a list that is in memory. A cursor of another query is refused: whatever the query says,
 * but for the page, is what the cursor was made for.
 */
export function offsetPage<T, C extends { limit: number; cursor?: string }>(
  all: readonly T[],
  { limit, cursor, ...query }: C,
): { items: T[]; totalItems: number; nextCursor?: string } {
  const madeFor = fingerprint([query]);
  const start = decodeCursor(cursor, madeFor, isOffset) ?? 0;
  const end = start + limit;
  return {
    items: all.slice(start, end),
    totalItems: all.length,
    ...(end < all.length && { nextCursor: encodeCursor(end, madeFor) }),
  };
}

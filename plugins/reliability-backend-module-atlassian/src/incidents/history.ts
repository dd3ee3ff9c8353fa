import { z } from 'zod';

/** A place while history is read, the newest first. Milliseconds since the epoch. */
export const historySchema = z.strictObject({
  v: z.literal(1),
  mode: z.literal('history'),
  since: z.number(),
  /** When reading history began: younger ones are for later. */
  began: z.number(),
  /** All that were created after it are known. */
  before: z.number(),
});

export type HistoryPlace = z.output<typeof historySchema>;

/** Where history begins. */
export const atTheBeginning = (since: number, now: number): HistoryPlace => ({
  v: 1,
  mode: 'history',
  since,
  began: now,
  before: now,
});

/**
 * What a place remembers of what was told: the latest changes.
 *
 * @param told - times of changes by id
 */
export const latest = (
  told: ReadonlyMap<string, number>,
  most: number,
): Record<string, number> =>
  Object.fromEntries([...told].sort(([, a], [, b]) => b - a).slice(0, most));

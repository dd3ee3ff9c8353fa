import { incidentCursor } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

/** The search is behind what happens, and clocks differ: so much is read again each time. */
export const OVERLAP_MS = 10 * 60_000;
const MOST_SEEN = 200;

const schema = z.discriminatedUnion('mode', [
  z.strictObject({
    v: z.literal(1),
    mode: z.literal('history'),
    since: z.number(),
    /** When reading history began. */
    began: z.number(),
    /** All that were created after it are known. */
    before: z.number(),
  }),
  z.strictObject({
    v: z.literal(1),
    mode: z.literal('changes'),
    /** All that changed before is known. */
    from: z.number(),
    /** What was told already, by id, with the time of its last change. */
    seen: z.record(z.string(), z.number()),
    /** When those that are open were last looked through. */
    swept: z.number(),
  }),
]);

/** Where reading goes on. Milliseconds since the epoch. */
export type Place = z.output<typeof schema>;
/** While history is read, the newest first. */
export type HistoryPlace = Extract<Place, { mode: 'history' }>;
/** Once history is known. */
export type ChangesPlace = Extract<Place, { mode: 'changes' }>;

/** Writes and reads a place. */
export const places = incidentCursor(schema);

/** Where history begins. */
export const atTheBeginning = (since: number, now: number): HistoryPlace => ({
  v: 1,
  mode: 'history',
  since,
  began: now,
  before: now,
});

/** Where reading goes on after a part of what changed. */
export const changesFrom = (
  from: number,
  told: ReadonlyMap<string, number>,
  swept: number,
): ChangesPlace => ({
  v: 1,
  mode: 'changes',
  from,
  seen: Object.fromEntries(
    [...told].sort(([, a], [, b]) => b - a).slice(0, MOST_SEEN),
  ),
  swept,
});

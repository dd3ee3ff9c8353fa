import { incidentCursor } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const MOST_SEEN = 100;

const schema = z.discriminatedUnion('mode', [
  z.strictObject({
    v: z.literal(1),
    mode: z.literal('history'),
    since: z.number(),
    /** When reading history began: younger ones are for later. */
    began: z.number(),
    /** All that were created after it are known. */
    before: z.number(),
  }),
  z.strictObject({
    v: z.literal(1),
    mode: z.literal('changes'),
    /** When the last whole pass began. */
    began: z.number(),
    /** What that pass was told, by id, with the time of its last change. */
    seen: z.record(z.string(), z.number()),
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

/** Where the next pass begins. */
export const afterPass = (
  began: number,
  told: ReadonlyMap<string, number>,
): ChangesPlace => ({
  v: 1,
  mode: 'changes',
  began,
  seen: Object.fromEntries(
    [...told].sort(([, a], [, b]) => b - a).slice(0, MOST_SEEN),
  ),
});

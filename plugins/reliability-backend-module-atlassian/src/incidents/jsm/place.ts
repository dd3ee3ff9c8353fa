import { incidentCursor } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { historySchema, latest } from '../history';

/** The search is behind what happens, and clocks differ: so much is read again each time. */
export const OVERLAP_MS = 10 * 60_000;
const MOST_SEEN = 200;

const schema = z.discriminatedUnion('mode', [
  historySchema,
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
/** Once history is known. */
export type ChangesPlace = Extract<Place, { mode: 'changes' }>;

/** Writes and reads a place. */
export const places = incidentCursor(schema);

/** Where reading goes on after a part of what changed. */
export const changesFrom = (
  from: number,
  told: ReadonlyMap<string, number>,
  swept: number,
): ChangesPlace => ({
  v: 1,
  mode: 'changes',
  from,
  seen: latest(told, MOST_SEEN),
  swept,
});

import { incidentCursor } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { historySchema, latest } from '../history';

const MOST_SEEN = 100;

const schema = z.discriminatedUnion('mode', [
  historySchema,
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
/** Once history is known. */
export type ChangesPlace = Extract<Place, { mode: 'changes' }>;

/** Writes and reads a place. */
export const places = incidentCursor(schema);

/** Where the next pass begins. */
export const afterPass = (
  began: number,
  told: ReadonlyMap<string, number>,
): ChangesPlace => ({
  v: 1,
  mode: 'changes',
  began,
  seen: latest(told, MOST_SEEN),
});

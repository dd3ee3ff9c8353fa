import { incidentCursor } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const placeSchema = z.object({
  v: z.literal(1),
  /** The log is read from here on. */
  feedFrom: z.number(),
  /** Absent: history is read. */
  history: z.object({ until: z.number(), offset: z.number() }).optional(),
});

/** Where a reading goes on; milliseconds since the epoch. History is read backwards. */
export type Place = z.output<typeof placeSchema>;

export const placeCursor = incidentCursor<Place>(placeSchema);

/** An account of which nothing was read. */
export const beginning = (now: number): Place => ({
  v: 1,
  feedFrom: now,
  history: { until: now, offset: 0 },
});

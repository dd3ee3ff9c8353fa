import { incidentCursor } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

/** A change that is made there while its clock is behind ours must not be jumped over. */
const SKEW_MS = 10 * 60_000;

const schema = z.strictObject({
  v: z.literal(1),
  /** Whether this pass is the first, over all of history. */
  history: z.boolean(),
  /** Changed since then. */
  since: z.number(),
  /** When this pass began. */
  began: z.number(),
  /** Page that comes next. */
  page: z.number().int().positive(),
});

/** Where reading goes on. Milliseconds since the epoch. */
export type Place = z.output<typeof schema>;

/** Writes and reads a place. */
export const places = incidentCursor(schema);

/** Where history begins. */
export const atTheBeginning = (since: number, now: number): Place => ({
  v: 1,
  history: true,
  since,
  began: now,
  page: 1,
});

/** Where the next pass begins. */
export const nextPass = ({ began }: Place): Place => ({
  v: 1,
  history: false,
  since: began - SKEW_MS,
  began,
  page: 1,
});

/** A pass that has not begun begins now; one that stopped amid its pages goes on. @param now - milliseconds since the epoch */
export const resumed = (place: Place, now: number): Place =>
  place.page > 1 || place.history ? place : { ...place, began: now };

import { z } from 'zod';
import { incidentCursor } from './reading';

/** A change that is made there while its clock is behind ours must not be jumped over. */
const SKEW_MS = 10 * 60_000;

/**
 * Where reading goes on in a list of numbered pages that is gone through again and again. Times are milliseconds since
 * the epoch.
 *
 * @public
 */
export interface PassPlace {
  readonly v: 1;
  /** Whether this pass is the first, over all of history. */
  readonly history: boolean;
  /** Created, or later changed, since then. */
  readonly since: number;
  /** When this pass began. */
  readonly began: number;
  /** Page that comes next, from 1. */
  readonly page: number;
}

/** Writes and reads the place of a pass. @public */
export const passPlaces = incidentCursor<PassPlace>(
  z.strictObject({
    v: z.literal(1),
    history: z.boolean(),
    since: z.number(),
    began: z.number(),
    page: z.number().int().positive(),
  }),
);

/**
 * The pass over all of history.
 *
 * @param since - how far back; milliseconds since the epoch, as is `now`
 * @public
 */
export const firstPass = (since: number, now: number): PassPlace => ({
  v: 1,
  history: true,
  since,
  began: now,
  page: 1,
});

/**
 * The pass after one that came to its end: over what changed since that one began, and a little before. Its `began` is to
 * be set when it begins.
 *
 * @public
 */
export const nextPass = ({ began }: PassPlace): PassPlace => ({
  v: 1,
  history: false,
  since: began - SKEW_MS,
  began,
  page: 1,
});

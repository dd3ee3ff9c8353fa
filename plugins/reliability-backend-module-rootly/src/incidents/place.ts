import {
  incidentCursor,
  timeOf,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { WholeAnswer } from './answers';

/** A change that is made there while its clock is behind ours must not be jumped over. */
const SKEW_MS = 10 * 60_000;
/** Times of changes may be told in whole seconds. */
const SECOND_MS = 1000;

const schema = z.strictObject({
  v: z.literal(1),
  /** Whether this is the first pass, over all of history. */
  history: z.boolean(),
  /** Changed after then. */
  since: z.number(),
  /** Page of what changed after then; only above 1 where a page is all of one second. */
  page: z.number().int().positive(),
});

/** Where reading goes on. Milliseconds since the epoch. */
export type Place = z.output<typeof schema>;

/** Writes and reads a place. */
export const places = incidentCursor(schema);

/** Where history begins. */
export const atTheBeginning = (since: number): Place => ({
  v: 1,
  history: true,
  since,
  page: 1,
});

const changesOf = (page: readonly WholeAnswer[]) =>
  page.map(({ incident }) => timeOf(incident.attributes.updated_at) ?? 0);

const latestOf = (page: readonly WholeAnswer[]) =>
  Math.max(0, ...changesOf(page));

/**
 * After a page that is not the last. The next one begins at the last change that was seen, not at a number: what
 * changes meanwhile moves to the end of the list, and all behind it would move up. Only where a page is all of one
 * second does its number count.
 */
export function afterPage(place: Place, page: readonly WholeAnswer[]): Place {
  const since = latestOf(page) - SECOND_MS;
  const isPast = changesOf(page).some(at => at <= since);
  return isPast && since > place.since
    ? { ...place, since, page: 1 }
    : { ...place, page: place.page + 1 };
}

/** Where the next pass begins. @param now - milliseconds since the epoch */
export const nextPass = (
  place: Place,
  page: readonly WholeAnswer[],
  now: number,
): Place => ({
  v: 1,
  history: false,
  since: Math.max(
    place.since,
    Math.min(latestOf(page) - SECOND_MS, now - SKEW_MS),
  ),
  page: 1,
});

import {
  incidentCursor,
  timeOf,
} from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { IncidentAnswer } from './answers';

/** A change that is made at the provider while its clock is behind ours must not be jumped over. */
export const SKEW_MS = 10 * 60_000;
const MOST_SEEN = 100;

const schema = z.strictObject({
  v: z.literal(1),
  /** `history` by creation, once; then `changes`, over and over. */
  mode: z.enum(['history', 'changes']),
  /** Created, or changed, since then. */
  since: z.number(),
  /** When this pass began; absent: not yet. */
  began: z.number().optional(),
  /** Id after which this pass goes on. */
  after: z.string().max(64).optional(),
  /** The latest change that this pass has seen. */
  latest: z.number(),
  /** When the follow-ups of all incidents were last looked through. */
  swept: z.number(),
  /** Changes that were stored already and that the next pass is told again. */
  seen: z.record(z.string(), z.number()),
});

/** Where reading goes on. Milliseconds since the epoch. */
export type Place = z.output<typeof schema>;

/** Writes and reads a place. */
export const places = incidentCursor(schema);

/** Where history begins. */
export const atTheBeginning = (since: number, now: number): Place => ({
  v: 1,
  mode: 'history',
  since,
  began: now,
  latest: 0,
  swept: now,
  seen: {},
});

/** When an incident last changed, for the place to go on from. */
export const changedAt = (incident: IncidentAnswer): number =>
  timeOf(incident.updated_at) ?? timeOf(incident.created_at) ?? 0;

/** The same pass after a page. */
export const afterPage = (
  place: Place,
  incidents: readonly IncidentAnswer[],
  after: string | undefined,
): Place => ({
  ...place,
  after,
  latest: Math.max(place.latest, ...incidents.map(changedAt)),
});

/**
 * Where the next pass begins. The list is in the order of creation: what changed behind the back of this pass is
 * later than its beginning, whatever else was seen.
 *
 * @param stored - what was read in this pass or before
 */
export function nextPass(place: Place, stored: Record<string, number>): Place {
  const safe = (place.began ?? 0) - SKEW_MS;
  const since =
    place.mode === 'history'
      ? safe
      : Math.max(place.since, Math.min(place.latest, safe));
  const seen = Object.entries(stored)
    .filter(([, at]) => at >= since)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_SEEN);
  return {
    v: 1,
    mode: 'changes',
    since,
    latest: 0,
    swept: place.swept,
    seen: Object.fromEntries(seen),
  };
}

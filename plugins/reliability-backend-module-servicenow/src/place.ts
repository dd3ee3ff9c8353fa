import { incidentCursor } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { tableTime, timeOfTable } from './query';
import { idOf, Row, valueOf } from './rows';

/** A record may be told with a time that is over: its transaction took long, or the clocks differ. */
export const SKEW_MS = 10 * 60_000;

const schema = z.strictObject({
  v: z.literal(1),
  /** History from this time on, once; absent: what changed, over and over. */
  since: z.number().optional(),
  /** When this pass began; absent: not yet. */
  began: z.number().optional(),
  at: z.string().max(19),
  id: z.string().max(32),
  /** Records after that place that may not be read, and are skipped. */
  offset: z.number().int().min(0),
  /** Problems that changed until then were looked through. */
  learned: z.number(),
  /** When the open ones were last read again. */
  swept: z.number(),
});

/** Where reading goes on. Milliseconds since the epoch. */
export type Place = z.output<typeof schema>;

/** Writes and reads a place. */
export const places = incidentCursor(schema);

/** Where history begins. */
export const atTheBeginning = (since: number, now: number): Place => ({
  v: 1,
  since,
  began: now,
  at: tableTime(since),
  id: '',
  offset: 0,
  learned: now,
  swept: now,
});

/** The same pass after a page of so many records. */
export function afterPage(
  place: Place,
  rows: readonly Row[],
  size: number,
): Place {
  const last = rows[rows.length - 1];
  if (!last) return { ...place, offset: place.offset + size };
  const at = valueOf(last, 'sys_updated_on') ?? place.at;
  return { ...place, at, id: idOf(last), offset: 0 };
}

/**
 * Where the next pass begins: after the last record, but not within the time in which another one may still come
 * before it. Of an instance whose clock is far behind, the last record stands before that time.
 *
 * @param place - after the last page
 */
export function nextPass(place: Place, began: number): Place {
  const { since: _, began: __, at, id, ...rest } = place;
  const safe = began - SKEW_MS;
  const isSettled = (timeOfTable(at) ?? 0) <= safe;
  const next = isSettled ? { at, id } : { at: tableTime(safe), id: '' };
  return { ...rest, ...next, offset: 0 };
}

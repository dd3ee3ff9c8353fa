import {
  ReportedIncident,
  StampName,
  stampNames,
} from '@plimsoll/backstage-plugin-reliability-common';
import { AccountSchema, commaList } from '../account';

/**
 * A time as vendors write it, with a zone or a `Z`.
 *
 * @returns milliseconds since the epoch; undefined when there is none, or the text is no time
 * @public
 */
export function timeOf(text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

/**
 * Only addresses of the web; anything else would be a link that does something.
 *
 * @public
 */
export const webAddress = (
  text: string | null | undefined,
): string | undefined =>
  text && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;

/** Times of stamps; those that are not known are undefined. Milliseconds since the epoch. @public */
export type StampTimes = Readonly<
  Partial<Record<StampName, number | undefined>>
>;

/**
 * Stamps as they are reported; what is not known stays missing, and what the provider tells goes before what was
 * derived.
 *
 * @param told - in the provider's own fields
 * @param derived - worked out of something else that it says
 * @public
 */
export function reportedStamps(
  told: StampTimes,
  derived: StampTimes = {},
): ReportedIncident['stamps'] {
  const stamps: Partial<
    Record<StampName, { at: number; from: 'provider' | 'derived' }>
  > = {};
  for (const name of stampNames) {
    const [given, guessed] = [told[name], derived[name]];
    if (given !== undefined) stamps[name] = { at: given, from: 'provider' };
    else if (guessed !== undefined) {
      stamps[name] = { at: guessed, from: 'derived' };
    }
  }
  return stamps;
}

/** Writes and reads the place at which a reading goes on. @public */
export interface IncidentCursor<T> {
  /** @returns undefined for null, and for what was written by another version: begin anew */
  read(text: string | null): T | undefined;
  write(place: T): string;
}

/**
 * A cursor that is JSON of a shape.
 *
 * @public
 */
export const incidentCursor = <T>(
  schema: AccountSchema<T>,
): IncidentCursor<T> => ({
  read(text) {
    if (text === null) return undefined;
    try {
      const parsed = schema.safeParse(JSON.parse(text));
      return parsed.success ? parsed.data : undefined;
    } catch {
      return undefined;
    }
  },
  write: place => JSON.stringify(place),
});

/**
 * A list in parts of at most so many.
 *
 * @public
 */
export const inBatches = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );

const LONGEST_ID = 255;
const MOST_IDS = 100;

/**
 * Ids of subjects in an annotation that is a comma list. What cannot be an id of anything, such as text with
 * control characters or without an end, is left out.
 *
 * @param wanted - what an id of the provider looks like; default: any text
 * @public
 */
export const subjectIds = (
  text: string | undefined,
  wanted: RegExp = /\S/,
): string[] =>
  commaList(text)
    .filter(
      id => id.length <= LONGEST_ID && !/\p{Cc}/u.test(id) && wanted.test(id),
    )
    .slice(0, MOST_IDS);

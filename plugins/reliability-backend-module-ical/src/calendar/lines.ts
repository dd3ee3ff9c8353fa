import { CalendarError } from './CalendarError';
import { MOST_DATES, MOST_EVENTS } from './limits';

/** A feed cut into its parts; lines are unfolded. */
export interface RawCalendar {
  /** Properties of the calendar itself. */
  readonly properties: readonly string[];
  /** Blocks of VTIMEZONE with all that is in them. */
  readonly zones: readonly (readonly string[])[];
  /** Properties of each VEVENT, without what is nested in it, such as alarms. */
  readonly events: readonly (readonly string[])[];
}

/**
 * The lines of a feed. Folds are undone before the bytes become text, because RFC 5545, section 3.1, allows a
 * fold in the middle of a character.
 */
export function unfold(bytes: Uint8Array): string[] {
  const flat = Buffer.from(bytes)
    .toString('latin1')
    .replace(/\r?\n[ \t]/g, '');
  return Buffer.from(flat, 'latin1')
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '');
}

/** How many dates are listed in EXDATE and RDATE. */
const countDates = (lines: readonly string[]): number =>
  lines.reduce(
    (sum, line) =>
      /^(EX|R)DATE[;:]/i.test(line) ? sum + line.split(',').length : sum,
    0,
  );

const MARK = /^(BEGIN|END):\s*([A-Z0-9-]+)\s*$/i;

/**
 * Cuts a feed into its parts.
 *
 * @throws CalendarError when it is no calendar, breaks off, or holds too many events
 */
export function readLines(bytes: Uint8Array): RawCalendar {
  const properties: string[] = [];
  const zones: string[][] = [];
  const events: string[][] = [];
  const open: string[] = [];
  const lines = unfold(bytes);
  if (!/^BEGIN:\s*VCALENDAR\s*$/i.test(lines[0] ?? '')) {
    throw new CalendarError(
      'bad-answer',
      'is not a calendar. Look whether its url is that of the feed, not of a page.',
    );
  }
  if (countDates(lines) > MOST_DATES) {
    throw new CalendarError(
      'too-much',
      `adds or leaves out more than ${MOST_DATES} dates. Let its series begin anew.`,
    );
  }
  for (const line of lines) {
    const [, mark, named = ''] = MARK.exec(line) ?? [];
    const name = named.toUpperCase();
    if (mark?.toUpperCase() === 'BEGIN') {
      open.push(name);
      if (open.length === 2 && name === 'VTIMEZONE') zones.push([]);
      if (open.length === 2 && name === 'VEVENT') events.push([]);
      if (events.length > MOST_EVENTS) {
        throw new CalendarError(
          'too-much',
          `holds more than ${MOST_EVENTS} events. Let it export fewer months.`,
        );
      }
    }
    if (open[1] === 'VTIMEZONE') zones[zones.length - 1].push(line);
    else if (!mark && open.length === 1) properties.push(line);
    else if (!mark && open.length === 2 && open[1] === 'VEVENT') {
      events[events.length - 1].push(line);
    }
    if (mark?.toUpperCase() === 'END' && open.pop() !== name) break;
  }
  if (open.length > 0 || !/^END:\s*VCALENDAR\s*$/i.test(lines.at(-1)!)) {
    throw new CalendarError(
      'bad-answer',
      'breaks off or is not put together as a calendar.',
    );
  }
  return { properties, zones, events };
}

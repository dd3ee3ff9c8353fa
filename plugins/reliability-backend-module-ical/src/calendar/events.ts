import ICAL from 'ical.js';
import { LONGEST_LINE } from './limits';
import { wallOf } from './recurrence';
import { DAY_MS, UTC, Wall, Zone } from './zone';
import { Zones } from './Zones';

/** A time as an event writes it. */
export interface Moment {
  readonly wall: Wall;
  readonly zone: Zone;
  /** Whether it is only a day. */
  readonly date: boolean;
}

/** When it is; milliseconds since the epoch. */
export const instantOf = ({ wall, zone }: Moment): number =>
  zone.toInstant(wall);

/** How long an event takes: first on the clock of its zone, then in passing time; milliseconds. */
export interface Length {
  readonly wall: number;
  readonly exact: number;
}

/** An ATTENDEE. */
export interface Attendee {
  /** Without `mailto:`, lower case; undefined: no e-mail. */
  readonly email?: string;
  readonly name?: string;
  /** Whether it is a room or a thing, has declined, or is only told. */
  readonly away: 'no' | 'declined' | 'not-a-person';
}

/** A VEVENT. */
export interface CalendarEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly start: Moment;
  readonly length: Length;
  readonly rules: readonly ICAL.Recur[];
  readonly exceptRules: readonly ICAL.Recur[];
  readonly extra: readonly { at: Moment; length?: Length }[];
  readonly except: readonly Moment[];
  /** Which one of a series it replaces. */
  readonly replaces?: Moment;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description: string;
  readonly attendees: readonly Attendee[];
}

/** Why an event is not used. */
export type EventFault = 'unreadable' | 'backwards' | 'no-length' | 'range';

/** Says which fault an event has. */
export class UnusableEvent extends Error {
  constructor(readonly fault: EventFault) {
    super(fault);
  }
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;
const EMAIL = /^[^\s@:<>"]+@[^\s@:<>"]+$/;

function moment(time: unknown, tzid: unknown, zones: Zones): Moment {
  if (!(time instanceof ICAL.Time)) throw new UnusableEvent('unreadable');
  const wall = wallOf(time);
  if (
    !Number.isFinite(wall) ||
    time.year < FIRST_YEAR ||
    time.year > LAST_YEAR
  ) {
    throw new UnusableEvent('unreadable');
  }
  if (time.zone?.tzid === 'UTC') return { wall, zone: UTC, date: false };
  const zone = typeof tzid === 'string' ? zones.of(tzid) : zones.floating;
  return { wall, zone, date: time.isDate };
}

const momentsOf = (event: ICAL.Component, name: string, zones: Zones) =>
  event
    .getAllProperties(name)
    .flatMap(property =>
      property
        .getValues()
        .map(value => moment(value, property.getParameter('tzid'), zones)),
    );

const momentOf = (event: ICAL.Component, name: string, zones: Zones) =>
  momentsOf(event, name, zones)[0] as Moment | undefined;

const lengthOf = (duration: ICAL.Duration): Length => {
  const sign = duration.isNegative ? -1 : 1;
  const { weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = duration;
  return {
    wall: sign * (weeks * 7 + days) * DAY_MS,
    exact: sign * (hours * 3600 + minutes * 60 + seconds) * 1000,
  };
};

/** A rota means the time on the clock: a shift of seven days from 09:00 ends at 09:00 when the clocks change. */
function between(start: Moment, end: Moment, repeated: boolean): Length {
  if (start.zone.id === end.zone.id) {
    return { wall: end.wall - start.wall, exact: 0 };
  }
  const instant = end.zone.toInstant(end.wall);
  return repeated
    ? { wall: start.zone.toWall(instant) - start.wall, exact: 0 }
    : { wall: 0, exact: instant - start.zone.toInstant(start.wall) };
}

/** When something ends that starts at a clock time; milliseconds since the epoch. */
export const endOf = (wall: Wall, zone: Zone, length: Length): number =>
  zone.toInstant(wall + length.wall) + length.exact;

function usable(start: Moment, length: Length): Length {
  const began = start.zone.toInstant(start.wall);
  const ended = endOf(start.wall, start.zone, length);
  if (ended < began) throw new UnusableEvent('backwards');
  if (ended === began) throw new UnusableEvent('no-length');
  return length;
}

function extraOf(event: ICAL.Component, zones: Zones) {
  return event.getAllProperties('rdate').flatMap(property => {
    const tzid = property.getParameter('tzid');
    return property.getValues().map((value: unknown) => {
      if (!(value instanceof ICAL.Period)) {
        return { at: moment(value, tzid, zones) };
      }
      const at = moment(value.start, tzid, zones);
      const length = value.duration
        ? lengthOf(value.duration)
        : between(at, moment(value.end, tzid, zones), false);
      return { at, length: usable(at, length) };
    });
  });
}

function attendeeOf(property: ICAL.Property): Attendee {
  const parameter = (name: string) =>
    `${property.getFirstParameter(name) ?? ''}`.trim();
  const address = `${property.getFirstValue() ?? ''}`
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  const email = EMAIL.test(address) ? address : undefined;
  const name = parameter('cn') || undefined;
  const thing =
    /^(ROOM|RESOURCE)$/i.test(parameter('cutype')) ||
    /^NON-PARTICIPANT$/i.test(parameter('role')) ||
    /@(resource|group)\.calendar\.google\.com$/.test(address) ||
    (!email && !name);
  if (thing) return { email, name, away: 'not-a-person' };
  const declined = /^DECLINED$/i.test(parameter('partstat'));
  return { email, name, away: declined ? 'declined' : 'no' };
}

const textOf = (event: ICAL.Component, name: string) =>
  `${event.getFirstPropertyValue(name) ?? ''}`;

const rulesOf = (event: ICAL.Component, name: string) =>
  event.getAllProperties(name).map(property => {
    const rule: unknown = property.getFirstValue();
    if (rule instanceof ICAL.Recur) return rule;
    throw new UnusableEvent('unreadable');
  });

function lengthOfEvent(event: ICAL.Component, start: Moment, zones: Zones) {
  const end = momentOf(event, 'dtend', zones);
  if (end) {
    const repeated = event.hasProperty('rrule') || event.hasProperty('rdate');
    return between(start, end, repeated);
  }
  const duration: unknown = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return lengthOf(duration);
  return { wall: start.date ? DAY_MS : 0, exact: 0 };
}

/** Of what is not used nothing may break the event. */
const USED =
  /^(UID|SEQUENCE|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID|STATUS|SUMMARY|DESCRIPTION|ATTENDEE)[;:]/i;

/**
 * Reads one VEVENT.
 *
 * @param lines - its properties
 * @throws UnusableEvent
 */
export function readEvent(
  lines: readonly string[],
  zones: Zones,
): CalendarEvent {
  try {
    return eventOf(lines, zones);
  } catch (error) {
    if (error instanceof UnusableEvent) throw error;
    throw new UnusableEvent('unreadable');
  }
}

const TIMES = /^(?:DTSTART|DTEND|RDATE|EXDATE|RECURRENCE-ID)[;:].*?([^:]*)$/i;
const TIME =
  /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-4])[0-5]\d([0-5]\d|60)Z?)?$/i;

const cutText = (line: string) =>
  /^(SUMMARY|DESCRIPTION)/i.test(line) ? line.slice(0, LONGEST_LINE) : line;

/** The library makes a January of a month 13. */
const isPlausible = (line: string): boolean =>
  line.length <= LONGEST_LINE &&
  (TIMES.exec(line)?.[1] ?? '')
    .split(/[,/]/)
    .map(value => value.trim())
    .every(value => !/^\d/.test(value) || TIME.test(value));

function eventOf(lines: readonly string[], zones: Zones): CalendarEvent {
  const used = lines.filter(line => USED.test(line)).map(cutText);
  if (!used.every(isPlausible)) throw new UnusableEvent('unreadable');
  const event = new ICAL.Component(
    ICAL.parse(['BEGIN:VEVENT', ...used, 'END:VEVENT'].join('\r\n')),
  );
  const start = momentOf(event, 'dtstart', zones);
  if (!start) throw new UnusableEvent('unreadable');
  const replaced = event.getFirstProperty('recurrence-id');
  if (replaced?.getFirstParameter('range')) throw new UnusableEvent('range');
  const cancelled = /^CANCELLED$/i.test(textOf(event, 'status').trim());
  const length = lengthOfEvent(event, start, zones);
  return {
    uid: textOf(event, 'uid'),
    sequence: Number(event.getFirstPropertyValue('sequence')) || 0,
    start,
    length: cancelled ? length : usable(start, length),
    rules: rulesOf(event, 'rrule'),
    exceptRules: rulesOf(event, 'exrule'),
    extra: extraOf(event, zones),
    except: momentsOf(event, 'exdate', zones),
    replaces: momentOf(event, 'recurrence-id', zones),
    cancelled,
    summary: textOf(event, 'summary').trim(),
    description: textOf(event, 'description'),
    attendees: event.getAllProperties('attendee').map(attendeeOf),
  };
}

/** An event of a calendar. @public */
export interface CalendarSpan {
  /** Unique in the world, and the same for the same shift. */
  readonly uid: string;
  readonly from: number;
  readonly to: number;
  readonly summary: string;
  readonly description?: string;
  readonly url?: string;
}

/** Shifts as a calendar that programs subscribe to. @public */
export interface OncallCalendar {
  /** As calendar programs show it. */
  readonly title: string;
  /** Stable id of the calendar, such as an entity reference. */
  readonly name: string;
  readonly spans: readonly CalendarSpan[];
  /** When it was made. */
  readonly at: number;
}

/** Octets that a line may have without its end (RFC 5545, section 3.1). */
const LINE = 75;

function octets(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Long lines go on after a line break and a space, which counts; characters stay whole. */
function folded(line: string): string {
  let text = '';
  let length = 0;
  for (const character of line) {
    const size = octets(character);
    if (length + size > LINE) {
      text += '\r\n ';
      length = 1;
    }
    text += character;
    length += size;
  }
  return text;
}

/** Control characters have no place in a value, and a bare line break would begin another property. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/g;

const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(CONTROL, '');

const utc = (at: number) =>
  new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

const address = (url: string) => url.replace(CONTROL, '');

const event = (span: CalendarSpan, at: number): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(span.uid)}`,
  `DTSTAMP:${utc(at)}`,
  `DTSTART:${utc(span.from)}`,
  `DTEND:${utc(span.to)}`,
  `SUMMARY:${escaped(span.summary)}`,
  ...(span.description ? [`DESCRIPTION:${escaped(span.description)}`] : []),
  ...(span.url ? [`URL:${address(span.url)}`] : []),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/**
 * An iCalendar file (RFC 5545; name and id of the calendar by RFC 7986): lines end in CRLF and are folded at 75
 * octets. Times are whole seconds in UTC. Shifts block no time of a calendar's owner.
 *
 * @public
 */
export function oncallCalendar(calendar: OncallCalendar): string {
  const { title, name, spans, at } = calendar;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plimsoll//On-call//EN',
    'CALSCALE:GREGORIAN',
    `UID:${escaped(name)}`,
    `NAME:${escaped(title)}`,
    `X-WR-CALNAME:${escaped(title)}`,
    ...spans.flatMap(span => event(span, at)),
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('');
}

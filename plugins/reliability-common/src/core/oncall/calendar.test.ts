import { HOUR, NOW } from '../../testUtils';
import { CalendarSpan, oncallCalendar } from './calendar';

const span: CalendarSpan = {
  uid: 'a@plimsoll',
  from: NOW,
  to: NOW + 8 * HOUR,
  summary: 'Ann',
};

const calendar = (changed: Partial<CalendarSpan> = {}, title = 'Payments') =>
  oncallCalendar({
    title,
    name: 'component:default/pay',
    spans: [{ ...span, ...changed }],
    at: NOW,
  });

/** Undoes folding and escaping, as a program that reads it does. */
const valueOf = (text: string, name: string) =>
  text
    .replace(/\r\n /g, '')
    .split('\r\n')
    .find(line => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replace(/\\n/g, '\n')
    .replace(/\\([\\;,])/g, '$1');

it('a shift is an event', () => {
  expect(calendar({ url: 'https://example.com/a,b' }).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plimsoll//On-call//EN',
    'CALSCALE:GREGORIAN',
    'UID:component:default/pay',
    'NAME:Payments',
    'X-WR-CALNAME:Payments',
    'BEGIN:VEVENT',
    'UID:a@plimsoll',
    'DTSTAMP:20261120T120000Z',
    'DTSTART:20261120T120000Z',
    'DTEND:20261120T200000Z',
    'SUMMARY:Ann',
    'URL:https://example.com/a,b',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

it.each([
  ['commas, semicolons and backslashes', 'a, b; c \\ d'],
  ['line breaks', 'first\nsecond'],
  ['what looks like another property', 'x\nEND:VCALENDAR'],
  ['a backslash before an n', 'C:\\new'],
])('%s survive', (_, text) => {
  const written = calendar({ description: text });
  expect(
    written.split('\r\n').filter(line => line === 'END:VCALENDAR'),
  ).toHaveLength(1);
  // A reader that follows the rule undoes one escape at a time.
  const [line] = written
    .replace(/\r\n /g, '')
    .split('\r\n')
    .filter(each => each.startsWith('DESCRIPTION:'));
  const read = line
    .slice('DESCRIPTION:'.length)
    .replace(/\\(.)/g, (__, char: string) => (char === 'n' ? '\n' : char));
  expect(read).toBe(text);
});

it('control characters are left out', () => {
  const text = `a${String.fromCharCode(0, 7, 127)}b\tc`;
  expect(valueOf(calendar({ summary: text }), 'SUMMARY')).toBe('abc');
  expect(
    calendar({ url: 'https://example.com\r\nBEGIN:VALARM' }),
  ).not.toContain('\nBEGIN:VALARM');
});

it.each([
  ['letters', 'x'.repeat(200)],
  ['letters of two octets', 'ü'.repeat(100)],
  ['letters of three octets', '船'.repeat(100)],
  ['letters of four octets', '🚢'.repeat(100)],
  ['just enough letters', 'x'.repeat(67)],
])('lines of %s are folded at 75 octets, no letter in two', (_, summary) => {
  const text = calendar({ summary });
  const lines = text.split('\r\n');
  const longest = Math.max(...lines.map(line => Buffer.byteLength(line)));
  expect(longest).toBeLessThanOrEqual(75);
  expect(longest).toBeGreaterThan(71);
  expect(text).not.toContain('\ufffd');
  expect(Buffer.from(text).toString()).toBe(text);
  expect(valueOf(text, 'SUMMARY')).toBe(summary);
});

it('a calendar may have no shifts', () => {
  expect(oncallCalendar({ title: 'T', name: 'n', spans: [], at: NOW })).toMatch(
    /^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/,
  );
});

import {
  calendar,
  days,
  event,
  readingOf,
  shown,
} from './__testUtils__/calendar';
import { writeFeed } from '@plimsoll/test-fakes';

const JULY = days('2026-07-01', '2026-08-01');
const ANA = { name: 'Ana Lima', email: 'ana@example.com' };
const BO = { name: 'Bo Chen', email: 'bo@example.com' };
const shift = (from: string, to: string, person: typeof ANA | null) => ({
  from: Date.parse(from),
  to: Date.parse(to),
  person,
});
const PLAN = {
  title: 'Payments, primary',
  shifts: [
    shift('2026-07-06T07:00Z', '2026-07-13T07:00Z', ANA),
    shift('2026-07-13T07:00Z', '2026-07-20T07:00Z', BO),
  ],
};

it('reads the schedule feed of PagerDuty: e-mails without mailto:, one UID again and again', () => {
  const reading = readingOf(writeFeed('pagerduty', PLAN), JULY);
  expect(reading).toMatchObject({
    title: 'On Call Schedule for Payments, primary',
    gaps: 'exact',
    warnings: [],
  });
  expect(reading.shifts.map(({ person }) => person)).toEqual([
    {
      id: 'ana@example.com',
      name: 'ana@example.com',
      email: 'ana@example.com',
    },
    { id: 'bo@example.com', name: 'bo@example.com', email: 'bo@example.com' },
  ]);
  expect(shown(reading)[0]).toMatch('2026-07-06T07:00Z 2026-07-13T07:00Z');
});

it('reads the personal feed of PagerDuty, whose titles name only the schedule', () => {
  const text = calendar(
    event(
      'DTEND;VALUE=DATE-TIME:20260713T070000Z',
      'DTSTART;VALUE=DATE-TIME:20260706T070000Z',
      'ATTENDEE:Ana@Example.com',
      'URL:https://example.pagerduty.com/schedules#PFAKE01',
      'SUMMARY:On Call - Payments - primary',
    ),
  );
  expect(shown(readingOf(text, JULY))).toEqual([
    '2026-07-06T07:00Z 2026-07-13T07:00Z ana@example.com',
  ]);
});

it('reads a Google calendar: guests, alarms, a zone of its own', () => {
  const reading = readingOf(writeFeed('google', PLAN), JULY);
  expect(reading).toMatchObject({
    title: 'Payments, primary',
    timeZone: 'Europe/Berlin',
    warnings: [],
  });
  expect(shown(reading)).toEqual([
    '2026-07-06T07:00Z 2026-07-13T07:00Z Ana Lima',
    '2026-07-13T07:00Z 2026-07-20T07:00Z Bo Chen',
  ]);
  expect(reading.shifts[0].person?.email).toBe('ana@example.com');
});

it('reads an Outlook calendar: zones with the names of Windows, people in titles', () => {
  const reading = readingOf(writeFeed('outlook', PLAN), JULY);
  expect(shown(reading)).toEqual([
    '2026-07-06T07:00Z 2026-07-13T07:00Z Ana Lima',
    '2026-07-13T07:00Z 2026-07-20T07:00Z Bo Chen',
  ]);
  expect(reading.shifts[0].person).toEqual({
    id: 'ana lima',
    name: 'Ana Lima',
  });
  expect(reading.warnings).toEqual([]);
});

it('says so when Outlook shares no details', () => {
  const text = calendar(
    event('SUMMARY:Busy', 'DTSTART:20260706T070000Z', 'DTEND:20260713T070000Z'),
  );
  expect(readingOf(text, JULY).warnings).toEqual([
    '1 shift only says that somebody is busy. Share the calendar with its details (first at 2026-07-06T07:00Z).',
  ]);
});

it('reads a feed of the kind that Opsgenie gives: an event for each shift, names in titles', () => {
  const text = calendar(
    'X-WR-CALNAME:Payments_schedule',
    event(
      'UID:a1',
      'DTSTAMP:20260701T000000Z',
      'DTSTART:20260706T070000Z',
      'DTEND:20260713T070000Z',
      'SUMMARY:ana@example.com is on call',
      'DESCRIPTION:Rotation: Primary',
    ),
  );
  expect(shown(readingOf(text, JULY))).toEqual([
    '2026-07-06T07:00Z 2026-07-13T07:00Z ana@example.com',
  ]);
});

it.each([
  ['the IANA name', 'Europe/Berlin'],
  ['a name of Windows', 'W. Europe Standard Time'],
  [
    'a name with that of a program in front',
    '/example.org/20240101_1/Europe/Berlin',
  ],
  ['a name in quotes', '"Europe/Berlin"'],
  ['another zone with the same time', 'Romance Standard Time'],
])('understands a zone by %s', (_, tzid) => {
  const text = calendar(
    event(
      `DTSTART;TZID=${tzid}:20260706T090000`,
      'DURATION:P1D',
      'SUMMARY:Ana',
    ),
  );
  const reading = readingOf(text, JULY);
  expect(shown(reading)).toEqual(['2026-07-06T07:00Z 2026-07-07T07:00Z Ana']);
  expect(reading.warnings).toEqual([]);
});

it.each([['UTC'], ['Etc/UTC'], ['tzone://Microsoft/Utc'], ['GMT']])(
  'takes %s for UTC',
  tzid => {
    const text = calendar(
      event(
        `DTSTART;TZID="${tzid}":20260706T090000`,
        'DURATION:P1D',
        'SUMMARY:Ana',
      ),
    );
    expect(shown(readingOf(text, JULY, { timeZone: 'Asia/Tokyo' }))).toEqual([
      '2026-07-06T09:00Z 2026-07-07T09:00Z Ana',
    ]);
  },
);

it('takes the zone of the feed for one that nobody knows, and says so', () => {
  const text = calendar(
    event('DTSTART;TZID=Mars:20260706T090000', 'DURATION:P1D', 'SUMMARY:Ana'),
  );
  const reading = readingOf(text, JULY, { timeZone: 'Europe/Berlin' });
  expect(shown(reading)).toEqual(['2026-07-06T07:00Z 2026-07-07T07:00Z Ana']);
  expect(reading.warnings).toEqual([
    '1 time zone is not known; the zone of the feed is taken.',
  ]);
  expect(reading.gaps).toBe('unknown');
});

it.each([
  [
    'ends before it starts',
    ['DTSTART:20260706T090000Z', 'DTEND:20260705T090000Z'],
    '1 event ends before it starts.',
    'exact',
  ],
  [
    'has a negative length',
    ['DTSTART:20260706T090000Z', 'DURATION:-P1D'],
    '1 event ends before it starts.',
    'exact',
  ],
  [
    'has no end',
    ['DTSTART:20260706T090000Z'],
    '1 event ends when it starts, or has no end.',
    'exact',
  ],
  [
    'has no start',
    ['DTEND:20260706T090000Z'],
    '1 event cannot be read.',
    'unknown',
  ],
  [
    'has a start that is none',
    ['DTSTART:soon', 'DURATION:P1D'],
    '1 event cannot be read.',
    'unknown',
  ],
  [
    'has a month 13',
    ['DTSTART:20261306T090000Z', 'DURATION:P1D'],
    '1 event cannot be read.',
    'unknown',
  ],
  [
    'has a line without a colon',
    ['DTSTART:20260706T090000Z', 'DURATION;X'],
    '1 event cannot be read.',
    'unknown',
  ],
  [
    'changes the rest of a series',
    [
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20260706T090000Z',
      'DTSTART:20260706T090000Z',
      'DURATION:P1D',
    ],
    '1 event changes the rest of its series, which is not understood.',
    'unknown',
  ],
])('leaves out an event that %s, and says so', (_, lines, warning, gaps) => {
  const good = event('DTSTART:20260720T070000Z', 'DURATION:P1D', 'SUMMARY:Bo');
  const reading = readingOf(
    calendar(event(...lines, 'SUMMARY:Ana'), good),
    JULY,
  );
  expect(shown(reading)).toEqual(['2026-07-20T07:00Z 2026-07-21T07:00Z Bo']);
  expect(reading.warnings).toEqual([warning]);
  expect(reading.gaps).toBe(gaps);
});

it('reads past tasks, alarms and lines that it has no use for', () => {
  const text = calendar(
    'X-ODD',
    [
      'BEGIN:VTODO',
      'SUMMARY:Not a shift',
      'DTSTART:20260706T090000Z',
      'END:VTODO',
    ],
    event(
      'X-ODD;A',
      'GEO:here',
      'TRANSP:TRANSPARENT',
      'DTSTART:20260720T070000Z',
      'DURATION:P1D',
      'SUMMARY:Bo',
      'BEGIN:VALARM',
      'TRIGGER:-PT1H',
      'SUMMARY:Alarm',
      'DTSTART:20260101T000000Z',
      'END:VALARM',
    ),
  );
  const reading = readingOf(text, JULY);
  expect(shown(reading)).toEqual(['2026-07-20T07:00Z 2026-07-21T07:00Z Bo']);
  expect(reading.warnings).toEqual([]);
});

it('says that a calendar is empty', () => {
  expect(readingOf(calendar(), JULY)).toMatchObject({
    title: 'rota',
    shifts: [],
    warnings: ['The calendar holds no events.'],
  });
});

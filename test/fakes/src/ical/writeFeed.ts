import { escaped, fileOf, utc } from './contentLines';

/** Somebody on call for a time; milliseconds since the epoch. */
export interface FakeFeedShift {
  readonly from: number;
  readonly to: number;
  /** null: a slot that nobody fills. */
  readonly person: { readonly name: string; readonly email?: string } | null;
  /** Stands in the title, as `Level 2: …`. */
  readonly level?: number;
}

/** Whose way of writing feeds it is. */
export type FeedForm = 'pagerduty' | 'google' | 'outlook';

/** A calendar, as its owner sees it. */
export interface FakeCalendar {
  readonly title: string;
  readonly shifts: readonly FakeFeedShift[];
}

const titleOf = ({ person, level }: FakeFeedShift) =>
  `${level === undefined ? '' : `Level ${level}: `}${
    person?.name ?? 'Unfilled'
  }`;

/** Times in UTC with VALUE parameters, people without mailto:, one UID again and again. */
function pagerDuty({ title, shifts }: FakeCalendar): string[] {
  return [
    'BEGIN:VCALENDAR',
    'PRODID;X-RICAL-TZSOURCE=TZINFO:-//com.denhaven2/NONSGML ri_cal gem//EN',
    'CALSCALE:GREGORIAN',
    'VERSION:2.0',
    `X-WR-CALNAME:${escaped(`On Call Schedule for ${title}`)}`,
    ...shifts.flatMap(shift => [
      'BEGIN:VEVENT',
      `DTEND;VALUE=DATE-TIME:${utc(shift.to)}`,
      `DTSTART;VALUE=DATE-TIME:${utc(shift.from)}`,
      ...(shift.person?.email ? [`ATTENDEE:${shift.person.email}`] : []),
      'UID:QFAKE0000000001',
      'URL:https://example.pagerduty.com/schedules#PFAKE01',
      `SUMMARY:${escaped(`On Call - ${titleOf(shift)} - ${title}`)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
}

/** Guests with their answer, alarms, a stamp, and a zone for the calendar. */
function google({ title, shifts }: FakeCalendar): string[] {
  return [
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(title)}`,
    'X-WR-TIMEZONE:Europe/Berlin',
    ...shifts.flatMap((shift, index) => [
      'BEGIN:VEVENT',
      `DTSTART:${utc(shift.from)}`,
      `DTEND:${utc(shift.to)}`,
      `DTSTAMP:${utc(shift.from)}`,
      `UID:fake${index}@google.com`,
      ...(shift.person?.email
        ? [
            `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN="${shift.person.name}";X-NUM-GUESTS=0:mailto:${shift.person.email}`,
          ]
        : []),
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      `SUMMARY:${escaped(titleOf(shift))}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:This is an event reminder',
      'TRIGGER:-P0DT0H30M0S',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
}

const WINDOWS_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

/** The clock in Berlin; Swedish writes dates in the order of ISO 8601. */
const berlin = (at: number) => {
  const clock = new Date(at).toLocaleString('sv-SE', {
    timeZone: 'Europe/Berlin',
  });
  return `;TZID=W. Europe Standard Time:${clock
    .replace(/[-:]/g, '')
    .replace(' ', 'T')}`;
};

/** Names of zones as Windows has them, and who is on call in the title alone. */
function outlook({ title, shifts }: FakeCalendar): string[] {
  return [
    'BEGIN:VCALENDAR',
    'METHOD:PUBLISH',
    'PRODID:Microsoft Exchange Server 2010',
    'VERSION:2.0',
    `X-WR-CALNAME:${escaped(title)}`,
    ...WINDOWS_ZONE,
    ...shifts.flatMap((shift, index) => [
      'BEGIN:VEVENT',
      `DESCRIPTION:${escaped('\n')}`,
      `UID:FAKE${index}`,
      `SUMMARY:${escaped(titleOf(shift))}`,
      `DTSTART${berlin(shift.from)}`,
      `DTEND${berlin(shift.to)}`,
      'CLASS:PUBLIC',
      'PRIORITY:5',
      'TRANSP:OPAQUE',
      'STATUS:CONFIRMED',
      'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
}

const FORMS = { pagerduty: pagerDuty, google, outlook };

/** Writes a calendar in the form in which one of the known servers does. */
export const writeFeed = (form: FeedForm, calendar: FakeCalendar): string =>
  fileOf(FORMS[form](calendar));

import {
  calendar,
  days,
  event,
  readingOf,
  shown,
} from './__testUtils__/calendar';

const MARCH = days('2026-03-02', '2026-03-30');

const SERIES = [
  'UID:series@example.com',
  'DTSTART;TZID=Europe/Berlin:20260302T090000',
  'DTEND;TZID=Europe/Berlin:20260309T090000',
  'RRULE:FREQ=WEEKLY',
  'SUMMARY:Ana',
];

const at = (day: string) => `2026-${day}T08:00Z`;
const week = (from: string, to: string, name = 'Ana') =>
  `${at(from)} ${at(to)} ${name}`;

const WEEKS = [
  week('03-02', '03-09'),
  week('03-09', '03-16'),
  week('03-16', '03-23'),
  '2026-03-23T08:00Z 2026-03-30T07:00Z Ana',
];

const inMarch = (...parts: (string | string[])[]) =>
  shown(readingOf(calendar(...parts), MARCH));

const one = (...lines: string[]) => event('UID:series@example.com', ...lines);

it('repeats for ever, and is cut at the window', () => {
  expect(inMarch(event(...SERIES))).toEqual(WEEKS);
});

it.each([
  [
    'UNTIL in UTC, which is the start of the last one',
    'UNTIL=20260316T080000Z',
    3,
  ],
  ['UNTIL in UTC, a second before', 'UNTIL=20260316T075959Z', 2],
  ['UNTIL on the clock', 'UNTIL=20260316T090000', 3],
  ['UNTIL as a day', 'UNTIL=20260316', 3],
  ['UNTIL as the day before', 'UNTIL=20260315', 2],
  ['COUNT', 'COUNT=2', 2],
  ['UNTIL long ago', 'UNTIL=20260301T000000Z', 0],
])('ends with %s', (_, end, count) => {
  const lines = SERIES.map(line =>
    line.replace('FREQ=WEEKLY', `FREQ=WEEKLY;${end}`),
  );
  expect(inMarch(event(...lines))).toEqual(WEEKS.slice(0, count));
});

it('finds its way from many years back, in step', () => {
  const lines = SERIES.map(line =>
    line
      .replace('20260302', '20100104')
      .replace('20260309', '20100111')
      .replace('FREQ=WEEKLY', 'FREQ=WEEKLY;INTERVAL=2'),
  );
  // 2010-01-04 and 2026-03-09 are 844 weeks apart: an even number.
  expect(inMarch(event(...lines))).toEqual([
    week('02-23', '03-02'),
    WEEKS[1],
    WEEKS[3],
  ]);
});

it('takes turns among people whose series interleave', () => {
  const turn = (name: string, day: number) =>
    event(
      `UID:${name}`,
      `DTSTART;TZID=Europe/Berlin:202603${`${day}`.padStart(2, '0')}T090000`,
      'DURATION:P1W',
      'RRULE:FREQ=WEEKLY;INTERVAL=2',
      `SUMMARY:${name}`,
    );
  expect(inMarch(turn('Ana', 2), turn('Bo', 9))).toEqual([
    week('03-02', '03-09', 'Ana'),
    week('03-09', '03-16', 'Bo'),
    week('03-16', '03-23', 'Ana'),
    '2026-03-23T08:00Z 2026-03-30T07:00Z Bo',
  ]);
});

it.each([
  ['as the series writes it', 'EXDATE;TZID=Europe/Berlin:20260309T090000'],
  ['in UTC', 'EXDATE:20260309T080000Z'],
  ['as a day', 'EXDATE;VALUE=DATE:20260309'],
  ['in a list', 'EXDATE;TZID=Europe/Berlin:20250101T090000,20260309T090000'],
  ['in another zone', 'EXDATE;TZID=America/New_York:20260309T040000'],
])('leaves out an EXDATE %s', (_, exdate) => {
  expect(inMarch(event(...SERIES, exdate))).toEqual(
    WEEKS.filter((__, index) => index !== 1),
  );
});

it('moves one of a series, and gives it to somebody else', () => {
  const moved = one(
    'RECURRENCE-ID;TZID=Europe/Berlin:20260309T090000',
    'DTSTART;TZID=Europe/Berlin:20260310T090000',
    'DTEND;TZID=Europe/Berlin:20260316T090000',
    'SUMMARY:Bo',
  );
  const expected = [WEEKS[0], week('03-10', '03-16', 'Bo'), ...WEEKS.slice(2)];
  expect(inMarch(event(...SERIES), moved)).toEqual(expected);
  expect(inMarch(moved, event(...SERIES))).toEqual(expected);
});

it.each([
  ['in UTC', 'RECURRENCE-ID:20260309T080000Z'],
  ['as a day', 'RECURRENCE-ID;VALUE=DATE:20260309'],
])('finds which one is moved by a RECURRENCE-ID %s', (_, id) => {
  const moved = one(
    id,
    'DTSTART:20260501T080000Z',
    'DURATION:PT1H',
    'SUMMARY:Bo',
  );
  expect(inMarch(event(...SERIES), moved)).toEqual(
    WEEKS.filter((__, index) => index !== 1),
  );
});

it('drops one of a series that is cancelled', () => {
  const cancelled = one(
    'RECURRENCE-ID;TZID=Europe/Berlin:20260309T090000',
    'DTSTART;TZID=Europe/Berlin:20260309T090000',
    'STATUS:CANCELLED',
  );
  expect(inMarch(event(...SERIES), cancelled)).toEqual(
    WEEKS.filter((_, index) => index !== 1),
  );
});

it('drops a series that is cancelled, with what was moved', () => {
  const moved = one(
    'RECURRENCE-ID;TZID=Europe/Berlin:20260309T090000',
    'DTSTART;TZID=Europe/Berlin:20260310T090000',
    'DURATION:P1D',
    'SUMMARY:Bo',
  );
  expect(inMarch(event(...SERIES, 'STATUS:CANCELLED'), moved)).toEqual([]);
});

it('shows one that was moved although its series is not in the feed', () => {
  const moved = one(
    'RECURRENCE-ID:20260101T080000Z',
    'DTSTART:20260310T080000Z',
    'DTEND:20260316T080000Z',
    'SUMMARY:Bo',
  );
  expect(inMarch(moved)).toEqual([week('03-10', '03-16', 'Bo')]);
});

it('takes the newest of several states of an event', () => {
  const state = (sequence: number, name: string) =>
    event(
      'UID:same',
      `SEQUENCE:${sequence}`,
      'DTSTART:20260310T080000Z',
      'DURATION:P1D',
      `SUMMARY:${name}`,
    );
  expect(inMarch(state(2, 'Bo'), state(10, 'Cai'), state(1, 'Ana'))).toEqual([
    week('03-10', '03-11', 'Cai'),
  ]);
});

it('keeps events apart that share a UID', () => {
  const shift = (day: string, name: string) =>
    event(
      'UID:same',
      `DTSTART:202603${day}T080000Z`,
      'DURATION:P1D',
      `SUMMARY:${name}`,
    );
  expect(
    inMarch(shift('10', 'Ana'), shift('11', 'Bo'), shift('11', 'Cai')),
  ).toEqual([
    week('03-10', '03-11', 'Ana'),
    week('03-11', '03-12', 'Bo'),
    week('03-11', '03-12', 'Cai'),
  ]);
});

it('adds RDATE to the first one, with lengths of their own', () => {
  expect(
    inMarch(
      event(
        'DTSTART:20260303T080000Z',
        'DURATION:P1D',
        'RDATE:20260310T080000Z,20260312T080000Z',
        'RDATE;VALUE=PERIOD:20260320T080000Z/20260322T080000Z,20260324T080000Z/P2D',
        'SUMMARY:Ana',
      ),
    ),
  ).toEqual([
    week('03-03', '03-04'),
    week('03-10', '03-11'),
    week('03-12', '03-13'),
    week('03-20', '03-22'),
    week('03-24', '03-26'),
  ]);
});

it('repeats whole days, the end not in it', () => {
  const reading = readingOf(
    calendar(
      event(
        'DTSTART;VALUE=DATE:20260306',
        'DTEND;VALUE=DATE:20260309',
        'RRULE:FREQ=WEEKLY;UNTIL=20260313',
        'SUMMARY:Ana',
      ),
      event('DTSTART;VALUE=DATE:20260325', 'SUMMARY:Bo'),
    ),
    MARCH,
    { timeZone: 'Europe/Berlin' },
  );
  expect(shown(reading)).toEqual([
    '2026-03-05T23:00Z 2026-03-08T23:00Z Ana',
    '2026-03-12T23:00Z 2026-03-15T23:00Z Ana',
    '2026-03-24T23:00Z 2026-03-25T23:00Z Bo',
  ]);
});

it('repeats on weekdays, and at several hours', () => {
  const reading = readingOf(
    calendar(
      event(
        'DTSTART:20260302T000000Z',
        'DURATION:PT12H',
        'RRULE:FREQ=DAILY;BYDAY=SA,SU;BYHOUR=0,12',
        'SUMMARY:Ana',
      ),
    ),
    days('2026-03-06', '2026-03-10'),
  );
  expect(shown(reading)).toEqual([
    '2026-03-07T00:00Z 2026-03-07T12:00Z Ana',
    '2026-03-07T12:00Z 2026-03-08T00:00Z Ana',
    '2026-03-08T00:00Z 2026-03-08T12:00Z Ana',
    '2026-03-08T12:00Z 2026-03-09T00:00Z Ana',
  ]);
});

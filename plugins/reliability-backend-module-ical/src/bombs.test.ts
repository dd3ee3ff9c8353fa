import {
  calendar,
  days,
  event,
  readingOf,
  shown,
} from './__testUtils__/calendar';

const MARCH = days('2026-03-02', '2026-03-30');
const GOOD = event('DTSTART:20260303T080000Z', 'DURATION:P1D', 'SUMMARY:Ana');
const GOOD_SHOWN = ['2026-03-03T08:00Z 2026-03-04T08:00Z Ana'];

const bomb = (rule: string, start = '20200102T000000Z') =>
  event(`DTSTART:${start}`, 'DURATION:PT1S', `RRULE:${rule}`, 'SUMMARY:Bo');

it.each([
  ['every second', 'FREQ=SECONDLY'],
  ['every minute', 'FREQ=MINUTELY'],
  ['every second of a day, counted', 'FREQ=SECONDLY;COUNT=100000000'],
  ['on a day that never comes', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
  [
    'every second of a day that never comes',
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31',
  ],
  [
    'every hour of a day that never comes',
    'FREQ=HOURLY;BYMONTH=4;BYMONTHDAY=31',
  ],
])('an event %s is left out, and the others stay', (_, rule) => {
  const reading = readingOf(calendar(GOOD, bomb(rule)), MARCH);
  expect(shown(reading)).toEqual(GOOD_SHOWN);
  expect(reading.warnings).toEqual([
    expect.stringContaining('1 event repeats too often'),
  ]);
  expect(reading.gaps).toBe('unknown');
});

it('a fifth Monday that its interval never meets does not go on for ever', () => {
  const reading = readingOf(
    calendar(
      GOOD,
      bomb('FREQ=MONTHLY;INTERVAL=48;BYDAY=5MO', '20230202T000000Z'),
    ),
    MARCH,
  );
  expect(shown(reading)).toEqual(GOOD_SHOWN);
  expect(reading.warnings).toHaveLength(1);
});

it.each([
  ['parts that do not go together', 'FREQ=WEEKLY;BYMONTHDAY=3'],
  ['a sixth Monday', 'FREQ=MONTHLY;BYDAY=6MO'],
  ['no frequency', 'COUNT=3'],
  ['a frequency that is none', 'FREQ=SOMETIMES'],
])('a rule with %s costs one event', (_, rule) => {
  const reading = readingOf(calendar(GOOD, bomb(rule)), MARCH);
  expect(shown(reading)).toEqual(GOOD_SHOWN);
  expect(reading.warnings).toEqual(['1 event cannot be read.']);
  expect(reading.gaps).toBe('unknown');
});

it('many events that repeat every second cost bounded work', () => {
  const text = calendar(
    GOOD,
    ...Array.from({ length: 20 }, () => bomb('FREQ=SECONDLY')),
  );
  const reading = readingOf(text, MARCH);
  expect(shown(reading)).toEqual(GOOD_SHOWN);
  expect(reading.warnings).toEqual([
    expect.stringContaining('20 events repeat too often'),
  ]);
});

it('many events that repeat every week from years ago are followed', () => {
  const text = calendar(
    ...Array.from({ length: 500 }, (_, index) =>
      event(
        `UID:${index}`,
        'DTSTART:20100104T080000Z',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY',
        'SUMMARY:Ana',
      ),
    ),
  );
  expect(readingOf(text, days('2026-03-02', '2026-03-09')).shifts).toHaveLength(
    500,
  );
});

it('more shifts than anybody has are refused', () => {
  const text = calendar(
    ...Array.from({ length: 30 }, (_, index) =>
      event(
        `UID:${index}`,
        'DTSTART:20260302T000000Z',
        'DURATION:PT1H',
        'RRULE:FREQ=HOURLY',
        'SUMMARY:Ana',
      ),
    ),
  );
  expect(() => readingOf(text, MARCH)).toThrow(
    'holds more than 10000 shifts in 28 days',
  );
});

it('more than 5,000 events are refused', () => {
  const text = calendar(...Array.from({ length: 5001 }, () => GOOD));
  expect(() => readingOf(text, MARCH)).toThrow('holds more than 5000 events');
});

it('a zone that changes every second is not followed', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Mad',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0000',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=SECONDLY',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const reading = readingOf(
    calendar(
      zone,
      event('DTSTART;TZID=Mad:20260303T080000', 'DURATION:P1D', 'SUMMARY:Ana'),
    ),
    MARCH,
  );
  expect(shown(reading)).toEqual(GOOD_SHOWN);
  expect(reading.warnings).toEqual([
    '1 time zone is not known; the zone of the feed is taken.',
  ]);
  expect(reading.gaps).toBe('unknown');
});

it('is never followed for more than 120 days', () => {
  const text = calendar(
    event(
      'DTSTART:20260101T000000Z',
      'DURATION:P1D',
      'RRULE:FREQ=DAILY',
      'SUMMARY:Ana',
    ),
  );
  const reading = readingOf(text, days('2026-01-01', '2028-01-01'));
  expect(reading.shifts).toHaveLength(120);
  expect(reading.window).toEqual(days('2026-01-01', '2026-05-01'));
});

it('more dates than any series leaves out are refused', () => {
  const dates = Array(1001).fill('20260303T080000Z').join(',');
  const text = calendar(
    ...Array.from({ length: 20 }, (_, index) =>
      event(
        `UID:${index}`,
        'DTSTART:20260303T080000Z',
        'DURATION:P1D',
        'RRULE:FREQ=DAILY',
        `EXDATE:${dates}`,
      ),
    ),
  );
  expect(() => readingOf(text, MARCH)).toThrow('more than 20000 dates');
});

it('a thousand guests are no rota', () => {
  const guests = Array.from(
    { length: 1000 },
    (_, index) => `ATTENDEE:mailto:guest${index}@example.com`,
  );
  const text = calendar(
    event('UID:1', 'DTSTART:20260303T080000Z', 'DURATION:P1D', ...guests),
  );
  const reading = readingOf(text, MARCH);
  expect(reading.shifts).toHaveLength(50);
  expect(reading.warnings).toEqual([
    '1 shift has more than 50 people; the first 50 are taken (first at 2026-03-03T08:00Z).',
  ]);
});

it('guests by the thousand at every hour are refused', () => {
  const guests = Array.from(
    { length: 50 },
    (_, index) => `ATTENDEE:mailto:guest${index}@example.com`,
  );
  const text = calendar(
    event(
      'UID:1',
      'DTSTART:20260302T000000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=HOURLY',
      'SUMMARY:All',
      ...guests,
    ),
  );
  expect(() => readingOf(text, MARCH)).toThrow('more than 20000 times');
});

it('a text of a megabyte is only begun', () => {
  const long = 'a.'.repeat(500_000);
  const text = calendar(
    event(
      'UID:1',
      'DTSTART:20260303T080000Z',
      'DURATION:P1D',
      `SUMMARY:${long}`,
      `DESCRIPTION:${long}`,
    ),
  );
  const [{ person }] = readingOf(text, MARCH).shifts;
  expect(person?.name).toHaveLength(200);
});

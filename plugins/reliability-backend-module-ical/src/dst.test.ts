import { calendar, event, readingOf, shown } from './__testUtils__/calendar';

const WEEKLY = 'RRULE:FREQ=WEEKLY;COUNT=3';

/** A rota that changes hands on Mondays at 09:00: the second shift spans the change. By hand from the offsets. */
const CHANGES: [string, string, string, string[]][] = [
  [
    'forward in Berlin',
    'Europe/Berlin',
    '20260316',
    [
      '2026-03-16T08:00Z',
      '2026-03-23T08:00Z',
      '2026-03-30T07:00Z',
      '2026-04-06T07:00Z',
    ],
  ],
  [
    'back in Berlin',
    'Europe/Berlin',
    '20261012',
    [
      '2026-10-12T07:00Z',
      '2026-10-19T07:00Z',
      '2026-10-26T08:00Z',
      '2026-11-02T08:00Z',
    ],
  ],
  [
    'forward in New York',
    'America/New_York',
    '20260223',
    [
      '2026-02-23T14:00Z',
      '2026-03-02T14:00Z',
      '2026-03-09T13:00Z',
      '2026-03-16T13:00Z',
    ],
  ],
  [
    'back in New York',
    'America/New_York',
    '20261019',
    [
      '2026-10-19T13:00Z',
      '2026-10-26T13:00Z',
      '2026-11-02T14:00Z',
      '2026-11-09T14:00Z',
    ],
  ],
  [
    'forward in Sydney',
    'Australia/Sydney',
    '20260921',
    [
      '2026-09-20T23:00Z',
      '2026-09-27T23:00Z',
      '2026-10-04T22:00Z',
      '2026-10-11T22:00Z',
    ],
  ],
  [
    'back in Sydney',
    'Australia/Sydney',
    '20260323',
    [
      '2026-03-22T22:00Z',
      '2026-03-29T22:00Z',
      '2026-04-05T23:00Z',
      '2026-04-12T23:00Z',
    ],
  ],
];

const plusWeek = (day: string) => {
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)];
  const next = new Date(Date.UTC(+year, +month - 1, +date + 7));
  return next.toISOString().slice(0, 10).replace(/-/g, '');
};

const around = (start: string) => ({
  from: Date.parse(start) - 86_400_000,
  to: Date.parse(start) + 60 * 86_400_000,
});

/** The same zones as a feed may describe them, under names that nobody knows. */
const OWN_ZONES: Record<string, string[]> = {
  'Europe/Berlin': [
    '0100',
    '0200',
    '19700329T020000',
    '-1SU;BYMONTH=3',
    '19701025T030000',
    '-1SU;BYMONTH=10',
  ],
  'America/New_York': [
    '-0500',
    '-0400',
    '20070311T020000',
    '2SU;BYMONTH=3',
    '20071104T020000',
    '1SU;BYMONTH=11',
  ],
  'Australia/Sydney': [
    '1000',
    '1100',
    '20081005T020000',
    '1SU;BYMONTH=10',
    '20080406T030000',
    '1SU;BYMONTH=4',
  ],
};

const ownZone = (zone: string) => {
  const [winter, summer, forward, forwardRule, back, backRule] =
    OWN_ZONES[zone];
  const sign = (offset: string) =>
    offset.startsWith('-') ? offset : `+${offset}`;
  return [
    'BEGIN:VTIMEZONE',
    'TZID:Our own',
    'BEGIN:DAYLIGHT',
    `DTSTART:${forward}`,
    `TZOFFSETFROM:${sign(winter)}`,
    `TZOFFSETTO:${sign(summer)}`,
    `RRULE:FREQ=YEARLY;BYDAY=${forwardRule}`,
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    `DTSTART:${back}`,
    `TZOFFSETFROM:${sign(summer)}`,
    `TZOFFSETTO:${sign(winter)}`,
    `RRULE:FREQ=YEARLY;BYDAY=${backRule}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
};

describe.each(CHANGES)(
  'a weekly rota when clocks go %s',
  (_, zone, first, times) => {
    const expected = times
      .slice(1)
      .map((to, index) => `${times[index]} ${to} Ana`);
    const last = plusWeek(plusWeek(first));

    it.each([
      ['an end on the clock', `DTEND;TZID=${zone}:${plusWeek(first)}T090000`],
      ['an end in UTC', `DTEND:${times[1].replace(/[-:]|Z/g, '')}00Z`],
      ['a length in weeks', 'DURATION:P1W'],
      ['a length in days', 'DURATION:P7D'],
    ])('hands over at 09:00 with %s', (__, end) => {
      const text = calendar(
        event(
          `DTSTART;TZID=${zone}:${first}T090000`,
          end,
          WEEKLY,
          'SUMMARY:Ana',
        ),
      );
      expect(shown(readingOf(text, around(times[0])))).toEqual(expected);
    });

    it('hands over at 09:00 where the first shift spans the change', () => {
      const second = plusWeek(first);
      const text = calendar(
        event(
          `DTSTART;TZID=${zone}:${second}T090000`,
          `DTEND;TZID=${zone}:${last}T090000`,
          'RRULE:FREQ=WEEKLY;COUNT=2',
          'SUMMARY:Ana',
        ),
      );
      expect(shown(readingOf(text, around(times[0])))).toEqual(
        expected.slice(1),
      );
    });

    it('has an exact end where the length is in hours', () => {
      const text = calendar(
        event(
          `DTSTART;TZID=${zone}:${plusWeek(first)}T090000`,
          'DURATION:PT168H',
          'SUMMARY:Ana',
        ),
      );
      const [{ start, end }] = readingOf(text, around(times[0])).shifts;
      expect(end! - start!).toBe(168 * 3_600_000);
    });

    it.each([
      ['the zone of the calendar', [`X-WR-TIMEZONE:${zone}`], {}],
      ['the configured zone', [], { timeZone: zone }],
    ])('takes %s for times without one', (__, lines, rules) => {
      const text = calendar(
        lines,
        event(
          `DTSTART:${first}T090000`,
          `DTEND:${plusWeek(first)}T090000`,
          WEEKLY,
          'SUMMARY:Ana',
        ),
      );
      const reading = readingOf(text, around(times[0]), rules);
      expect(shown(reading)).toEqual(expected);
      expect(reading.timeZone).toBe(zone);
    });

    it('follows a zone that only the feed describes', () => {
      const text = calendar(
        ownZone(zone),
        event(
          `DTSTART;TZID=Our own:${first}T090000`,
          `DTEND;TZID=Our own:${plusWeek(first)}T090000`,
          WEEKLY,
          'SUMMARY:Ana',
        ),
      );
      const reading = readingOf(text, around(times[0]));
      expect(shown(reading)).toEqual(expected);
      expect(reading.warnings).toEqual([]);
    });

    it('begins and ends whole days at midnight', () => {
      const second = plusWeek(first);
      const text = calendar(
        event(
          `DTSTART;VALUE=DATE:${second}`,
          `DTEND;VALUE=DATE:${last}`,
          'SUMMARY:Ana',
        ),
      );
      const nine = 9 * 3_600_000;
      const window = around(times[0]);
      const [{ start, end }] = readingOf(text, window, {
        timeZone: zone,
      }).shifts;
      expect(start! + nine).toBe(Date.parse(times[1]));
      expect(end! + nine).toBe(Date.parse(times[2]));
    });
  },
);

it.each([
  ['Europe/Berlin', '20260329T023000', '2026-03-29T01:30Z', 'skipped'],
  ['America/New_York', '20260308T023000', '2026-03-08T07:30Z', 'skipped'],
  ['Australia/Sydney', '20261004T023000', '2026-10-03T16:30Z', 'skipped'],
  ['Europe/Berlin', '20261025T023000', '2026-10-25T00:30Z', 'there twice'],
  ['America/New_York', '20261101T013000', '2026-11-01T05:30Z', 'there twice'],
  ['Australia/Sydney', '20260405T023000', '2026-04-04T15:30Z', 'there twice'],
])('in %s the time %s is %s, being %s', (zone, local, instant) => {
  const text = calendar(
    event(`DTSTART;TZID=${zone}:${local}`, 'DURATION:PT4H', 'SUMMARY:Ana'),
  );
  const window = around(instant);
  expect(shown(readingOf(text, window))[0].split(' ')[0]).toBe(instant);
});

import {
  calendar,
  days,
  event,
  readingOf,
  shown,
} from './__testUtils__/calendar';
import { FeedRules } from './toReading';

const JULY = days('2026-07-01', '2026-08-01');
const TIMES = ['DTSTART:20260706T070000Z', 'DURATION:P1D'];

const read = (lines: string[], rules: Partial<FeedRules> = {}) =>
  readingOf(calendar(event(...TIMES, ...lines)), JULY, rules);

const people = (lines: string[], rules?: Partial<FeedRules>) =>
  read(lines, rules).shifts.map(({ person }) =>
    person ? [person.name, person.email].filter(Boolean).join(' ') : 'nobody',
  );

it.each<[string, string[], string[]]>([
  [
    'a guest with a name',
    ['SUMMARY:On call', 'ATTENDEE;CN=Ana Lima:mailto:Ana@Example.com'],
    ['Ana Lima ana@example.com'],
  ],
  [
    'a guest without mailto:',
    ['SUMMARY:On Call - Bo - Alpha', 'ATTENDEE:ana@example.com'],
    ['ana@example.com ana@example.com'],
  ],
  [
    'MAILTO: in capitals',
    ['SUMMARY:x', 'ATTENDEE:MAILTO:ana@example.com'],
    ['ana@example.com ana@example.com'],
  ],
  [
    'a guest who has only a name',
    ['SUMMARY:x', 'ATTENDEE;CN=Ana Lima:urn:uuid:1'],
    ['Ana Lima'],
  ],
  [
    'two guests',
    ['SUMMARY:x', 'ATTENDEE:a@example.com', 'ATTENDEE:b@example.com'],
    ['a@example.com a@example.com', 'b@example.com b@example.com'],
  ],
  [
    'a guest who declined beside one who did not',
    [
      'SUMMARY:x',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:a@example.com',
      'ATTENDEE:mailto:b@example.com',
    ],
    ['b@example.com b@example.com'],
  ],
  [
    'only a guest who declined',
    ['SUMMARY:Ana', 'ATTENDEE;PARTSTAT=DECLINED:mailto:a@example.com'],
    ['nobody'],
  ],
  [
    'a room, which is no guest',
    [
      'SUMMARY:Ana Lima',
      'ATTENDEE;CUTYPE=ROOM;CN=Room 1:mailto:room@example.com',
    ],
    ['Ana Lima'],
  ],
  [
    'the calendar itself as a guest',
    ['SUMMARY:Ana Lima', 'ATTENDEE:mailto:c_1@group.calendar.google.com'],
    ['Ana Lima'],
  ],
  [
    'whoever is only told',
    [
      'SUMMARY:Ana Lima',
      'ATTENDEE;ROLE=NON-PARTICIPANT:mailto:boss@example.com',
    ],
    ['Ana Lima'],
  ],
  [
    'an e-mail in the title',
    ['SUMMARY:Primary (ana@example.com)'],
    ['ana@example.com ana@example.com'],
  ],
  [
    'two e-mails in the title',
    ['SUMMARY:a@example.com + b@example.com'],
    ['a@example.com a@example.com', 'b@example.com b@example.com'],
  ],
  [
    'one e-mail in the description',
    [
      'SUMMARY:Primary',
      'DESCRIPTION:Call\\nana@example.com\\nor <a href="mailto:ana@example.com">ana</a>',
    ],
    ['ana@example.com ana@example.com'],
  ],
  [
    'several e-mails in the description, which are not used',
    ['SUMMARY:Ana', 'DESCRIPTION:a@example.com b@example.com'],
    ['Ana'],
  ],
  ['a name', ['SUMMARY:Ana Lima'], ['Ana Lima']],
  ['a name with a priority in front', ['SUMMARY:[L3] Ana Lima'], ['Ana Lima']],
  ['a handle', ['SUMMARY:@ana.lima'], ['ana.lima']],
  ['a name after On Call', ['SUMMARY:On-call: Ana Lima'], ['Ana Lima']],
  ['family name first', ['SUMMARY:Lima\\, Ana'], ['Lima, Ana']],
  [
    'a name with marks of its own',
    ['SUMMARY:Seán O’Brien-Łukasz'],
    ['Seán O’Brien-Łukasz'],
  ],
  ['a title over several lines', ['SUMMARY:Ana\\nLima'], ['Ana Lima']],
  ['a slot that is unfilled', ['SUMMARY:[L1] Unfilled'], ['nobody']],
  [
    'a slot that is unfilled although all are invited',
    ['SUMMARY:nobody', 'ATTENDEE:a@example.com'],
    ['nobody'],
  ],
])('tells the person by %s', (_, lines, expected) => {
  const reading = people(lines);
  expect(reading).toEqual(expected);
  expect(read(lines).warnings).toEqual([]);
});

it.each([
  [
    'shows a title that is no name as it is',
    'SUMMARY:Payments - week 28',
    'Payments - week 28',
    '1 shift has a title that is no name',
  ],
  [
    'shows a title of several people as it is',
    'SUMMARY:Ana / Bo',
    'Ana / Bo',
    '1 shift has a title that is no name',
  ],
  [
    'takes an event without title and guests for unfilled',
    'SUMMARY:',
    'nobody',
    '1 shift names nobody',
  ],
])('%s, and says so', (_, line, person, warning) => {
  expect(people([line])).toEqual([person]);
  const { warnings } = read([line]);
  expect(warnings).toEqual([expect.stringContaining(warning)]);
  expect(warnings[0]).toContain('(first at 2026-07-06T07:00Z)');
});

it('never puts a title into a warning: it names people', () => {
  const { warnings } = read(['SUMMARY:Ana Lima / Bo Chen (holiday)']);
  expect(warnings.join()).not.toMatch(/Ana|Bo/);
});

it('gives the same person the same id in whatever case', () => {
  const reading = readingOf(
    calendar(
      event(...TIMES, 'SUMMARY:Ana Lima', 'ATTENDEE:ANA@example.com'),
      event(
        'DTSTART:20260720T070000Z',
        'DURATION:P1D',
        'SUMMARY:ana@EXAMPLE.com',
      ),
    ),
    JULY,
  );
  expect(reading.shifts.map(({ person }) => person?.id)).toEqual([
    'ana@example.com',
    'ana@example.com',
  ]);
});

describe('with an expression', () => {
  const rules = {
    person: /^(?<level>primary|secondary|\d+)?\W*(?<person>[^(]+)/iu,
  };

  it.each<[string, string[], string]>([
    [
      'a level in words',
      ['SUMMARY:Secondary: Ana Lima (Berlin)'],
      'Ana Lima at 2',
    ],
    ['a level as a number', ['SUMMARY:3 - Ana Lima'], 'Ana Lima at 3'],
    ['no level', ['SUMMARY:Ana Lima (Berlin)'], 'Ana Lima'],
    ['an e-mail', ['SUMMARY:primary ana@example.com'], 'ana@example.com at 1'],
    [
      'a level and a guest',
      ['SUMMARY:primary whoever', 'ATTENDEE;CN=Ana:mailto:ana@example.com'],
      'Ana at 1',
    ],
    ['an unfilled slot', ['SUMMARY:primary: unfilled'], '(nobody) at 1'],
  ])('reads %s', (_, lines, expected) => {
    expect(shown(read(lines, rules))).toEqual([
      `2026-07-06T07:00Z 2026-07-07T07:00Z ${expected}`,
    ]);
  });

  it('falls back to the title where it does not match', () => {
    expect(
      people(['SUMMARY:Ana Lima'], { person: /^On: (?<person>.*)$/u }),
    ).toEqual(['Ana Lima']);
  });

  it('says so when a level is no number', () => {
    const { warnings, shifts } = read(['SUMMARY:lead Ana'], {
      person: /^(?<level>\w+) (?<person>\w+)$/u,
    });
    expect(shifts[0].level).toBeNull();
    expect(warnings).toEqual([
      '1 shift has a level that is no number (first at 2026-07-06T07:00Z).',
    ]);
  });
});

it('gives all shifts the level of the feed', () => {
  expect(shown(read(['SUMMARY:Ana'], { level: 2 }))).toEqual([
    '2026-07-06T07:00Z 2026-07-07T07:00Z Ana at 2',
  ]);
});

it('does not look at guests where the feed says so', () => {
  const lines = ['SUMMARY:Ana', 'ATTENDEE:team@example.com'];
  expect(people(lines, { attendees: false })).toEqual(['Ana']);
});

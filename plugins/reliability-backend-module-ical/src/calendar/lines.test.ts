import { readLines, unfold } from './lines';

const fold = (line: string, at: number[], fill: Buffer): Buffer => {
  const bytes = Buffer.from(line);
  const parts: Buffer[] = [];
  let from = 0;
  for (const to of at) {
    parts.push(bytes.subarray(from, to), fill);
    from = to;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
};

/** The same numbers with each run (Park and Miller, 1988). */
const numbers = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
};

const LINE = 'SUMMARY:Zoë Łukasz 日本 👩‍🚒 – “on call”\\, ça va; ja\\nnein:  two';

it.each([
  ['CRLF and a space', '\r\n '],
  ['LF and a space', '\n '],
  ['CRLF and a tab', '\r\n\t'],
])('undoes folds at any octets, with %s', (_, fill) => {
  const next = numbers(7);
  const length = Buffer.byteLength(LINE);
  for (let run = 0; run < 300; run++) {
    const count = next(12);
    const at = Array.from({ length: count }, () => 1 + next(length - 1));
    at.sort((a, b) => a - b);
    const text = Buffer.concat([
      Buffer.from('BEGIN:VCALENDAR\r\n'),
      fold(LINE, at, Buffer.from(fill)),
      Buffer.from('\r\nEND:VCALENDAR\r\n'),
    ]);
    expect(unfold(text)).toEqual(['BEGIN:VCALENDAR', LINE, 'END:VCALENDAR']);
  }
});

it.each([
  ['CRLF', '\r\n'],
  ['LF', '\n'],
  ['CR', '\r'],
])(
  'takes lines that end with %s, a mark in front and empty lines',
  (_, end) => {
    const text = [
      '\uFEFFBEGIN:VCALENDAR',
      '',
      'X-A:1',
      ' ',
      'END:VCALENDAR',
      '',
    ].join(end);
    expect(readLines(Buffer.from(text)).properties[0]).toMatch(/^X-A:1/);
  },
);

const wrap = (...lines: string[]) =>
  Buffer.from(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n'));

it('keeps zones whole, and of events only what is their own', () => {
  expect(
    readLines(
      wrap(
        'X-WR-CALNAME:A',
        'BEGIN:VTIMEZONE',
        'TZID:Z',
        'BEGIN:STANDARD',
        'END:STANDARD',
        'END:VTIMEZONE',
        'begin:vevent',
        'SUMMARY:one',
        'BEGIN:VALARM',
        'SUMMARY:alarm',
        'END:VALARM',
        'UID:1',
        'end:vevent',
        'BEGIN:VTODO',
        'SUMMARY:task',
        'END:VTODO',
      ),
    ),
  ).toEqual({
    properties: ['X-WR-CALNAME:A'],
    zones: [
      [
        'BEGIN:VTIMEZONE',
        'TZID:Z',
        'BEGIN:STANDARD',
        'END:STANDARD',
        'END:VTIMEZONE',
      ],
    ],
    events: [['SUMMARY:one', 'UID:1']],
  });
});

it.each([
  ['nothing', '', 'is not a calendar'],
  ['a page', '<!doctype html><html></html>', 'is not a calendar'],
  ['an address book', 'BEGIN:VCARD\r\nEND:VCARD', 'is not a calendar'],
  ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMM', 'breaks off'],
  [
    'a calendar without its last line',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT',
    'breaks off',
  ],
  [
    'parts that end one in another',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT',
    'breaks off',
  ],
  [
    'something after its end',
    'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n<html>',
    'breaks off',
  ],
])('does not take %s for a calendar', (_, text, message) => {
  expect(() => readLines(Buffer.from(text))).toThrow(message);
});

it('reads several calendars in one file', () => {
  const one = wrap('BEGIN:VEVENT', 'UID:1', 'END:VEVENT');
  const two = wrap('BEGIN:VEVENT', 'UID:2', 'END:VEVENT');
  const both = Buffer.concat([one, Buffer.from('\r\n'), two]);
  expect(readLines(both).events).toEqual([['UID:1'], ['UID:2']]);
});

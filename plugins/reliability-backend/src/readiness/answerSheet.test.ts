import { ExportAnswersResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { readSheet, SheetRow, writeSheet } from './answerSheet';

type Exported = ExportAnswersResponse['rows'][number];

const full: Exported = {
  entityRef: 'component:default/pay',
  itemId: 'restore-tested',
  answer: 'yes',
  note: 'Took 22 minutes.',
  evidence: [{ title: 'Record', url: 'https://wiki.example/7' }],
  at: '2026-10-02T09:00:00.000Z',
  by: 'user:default/ann',
};

const valuesOf = (rows: readonly SheetRow[]) =>
  rows.map(row => (row.kind === 'row' ? row.value : row));

const read = (csv: string) => valuesOf(readSheet(csv));

const short = {
  entityRef: 'a',
  itemId: 'b',
  answer: 'no',
  note: '',
  evidence: [],
};

it.each([
  ['commas', 'entityRef,itemId,answer\na,b,no'],
  ['semicolons', 'entityRef;itemId;answer\na;b;no'],
  ['tabs', 'entityRef\titemId\tanswer\na\tb\tno'],
  ['a byte order mark', '\ufeffentityRef,itemId,answer\na,b,no'],
  ['lines of Windows', 'entityRef,itemId,answer\r\na,b,no\r\n'],
  ['headers of any case', 'ENTITYREF, Item ID ,Answer\na,b,no'],
  ['answers of any case', 'entityRef,itemId,answer\na,b, NO '],
  ['columns in any order', 'answer,itemId,entityRef\nno,b,a'],
  ['columns without a name or a value', 'entityRef,itemId,answer,,\na,b,no,,'],
  ['quotes', '"entityRef","itemId","answer"\n"a","b","no"'],
])('reads a table with %s', (_, csv) => {
  expect(read(csv)[0]).toEqual(short);
});

it('reads quoted lines, quotes and separators', () => {
  expect(
    read('entityRef;itemId;answer;note\na;b;no;"One; ""two""\r\nthree, 4"'),
  ).toEqual([{ ...short, note: 'One; "two"\r\nthree, 4' }]);
});

it('keeps the places of rows when some are empty', () => {
  expect(
    readSheet('entityRef,itemId,answer\n\n,,\na,b,no').map(({ kind }) => kind),
  ).toEqual(['empty', 'empty', 'row']);
});

it.each([
  ['not applicable', 'not-applicable'],
  ['Not_Applicable', 'not-applicable'],
  ['YES', 'yes'],
  ['maybe', 'maybe'],
])('takes the answer %s for %s', (written, answer) => {
  expect(read(`entityRef,itemId,answer\na,b,${written}`)).toMatchObject([
    { answer },
  ]);
});

it.each([
  [
    'entityRef,item,answer\na,b,no',
    'csv: unknown column "item", expected entityRef, itemId, answer, note, evidence, at, by',
  ],
  ['entityRef,note\na,b', 'csv: the header lacks itemId, answer'],
  ['', 'csv: the header lacks entityRef, itemId, answer'],
  [
    'entityRef,itemId,answer,Answer\na,b,no,yes',
    'csv: the column answer is there twice',
  ],
  [
    'entityRef,itemId,answer,note\na,b,no,x\na,b,no,"open',
    /^csv: row 2: a cell has a quote/,
  ],
  [
    `entityRef,itemId,answer${'\na,b,no'.repeat(10_001)}`,
    'csv: at most 10000 rows in one request',
  ],
])('refuses a text that is no such table: %.30s', (csv, message) => {
  expect(() => readSheet(csv)).toThrow(message);
});

it.each([
  ['a,b,no,,,,,more', /^row: has more cells than the header$/],
  ['a,b,no,,the log', /^evidence: expected "Title <https:/],
])('says what is wrong with the row %s', (row, reason) => {
  const [found] = readSheet(
    `entityRef,itemId,answer,note,evidence,at,by\n${row}`,
  );
  expect(found).toEqual({
    kind: 'bad',
    reason: expect.stringMatching(reason),
  });
});

it('writes a header and a line for each answer', () => {
  expect(writeSheet([full])).toBe(
    'entityRef,itemId,answer,note,evidence,at,by\n' +
      'component:default/pay,restore-tested,yes,Took 22 minutes.,Record <https://wiki.example/7>,2026-10-02T09:00:00.000Z,user:default/ann\n',
  );
});

it.each(['=1+1', '+49 30 1', '-5', '@home', "'=x", "''@x", '=a,"b"\n=c'])(
  'a spreadsheet does not run the note %j, and it comes back as it was',
  note => {
    const csv = writeSheet([{ ...full, note }]);
    expect(csv).toMatch(/,"?'+[=+\-@]/);
    expect(read(csv)).toMatchObject([{ note }, {}]);
  },
);

it.each([
  "'quoted'",
  'ends with =',
  'Ünïcode 🙂',
  'a;b\tc',
  '"',
  'two\n\nlines',
])('the note %j comes back as it was', note => {
  expect(read(writeSheet([{ ...full, note }]))[0]).toEqual({ ...full, note });
});

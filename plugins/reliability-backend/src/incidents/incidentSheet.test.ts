import { readIncidentSheet } from './incidentSheet';

const HEADER =
  'Key;Title;Severity;Status;Entity refs;Subjects;Customer impact;Is test;Impact start;resolved';

const read = (line: string) => readIncidentSheet(`${HEADER}\n${line}`)[0];

it('reads a line by the names of its columns, whatever their letters', () => {
  expect(
    read(
      'INC-1;"Cards; refused";SEV2;RESOLVED;"component:a, component:b";"Card Gateway; Ledger";yes;0;2026-11-20T10:00:00Z;',
    ),
  ).toEqual({
    kind: 'row',
    value: {
      key: 'INC-1',
      title: 'Cards; refused',
      severity: 'SEV2',
      status: 'resolved',
      entityRefs: ['component:a', 'component:b'],
      subjects: ['Card Gateway', 'Ledger'],
      customerImpact: true,
      isTest: false,
      stamps: { impactStart: '2026-11-20T10:00:00Z' },
    },
  });
});

it('says nothing where a cell is empty', () => {
  expect(read('INC-1;Cards;;;;;;;;')).toEqual({
    kind: 'row',
    value: {
      key: 'INC-1',
      title: 'Cards',
      entityRefs: [],
      subjects: [],
      stamps: {},
    },
  });
});

it('keeps what is neither yes nor no, for the reader of rows to refuse', () => {
  expect(read('INC-1;Cards;;;;;perhaps;;;')).toMatchObject({
    value: { customerImpact: 'perhaps' },
  });
});

it.each<[string, string, RegExp]>([
  [
    'a column that is not known',
    'key,title,colour\n',
    /unknown column "colour"/,
  ],
  ['no title', 'key,status\n', /lacks title/],
  ['a quote that is not closed', 'key,title\na,"b', /quote/],
])('refuses %s', (_, csv, message) => {
  expect(() => readIncidentSheet(csv)).toThrow(message);
});

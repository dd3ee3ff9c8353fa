import { parseIncidentAnnotation } from './annotation';

const refsOf = (text: string) =>
  parseIncidentAnnotation(text).refs.map(({ type, account, kind, id }) =>
    [...(type ? [type] : []), account, kind, id].join(' | '),
  );
const problemsOf = (text: string) => parseIncidentAnnotation(text).problems;

describe('an annotation names', () => {
  it.each([
    ['one thing', 'pd:service:P1', ['pd | service | P1']],
    [
      'the account of a type',
      'pagerduty/eu:service:P1',
      ['pagerduty | eu | service | P1'],
    ],
    [
      'several',
      ' pd:service:P1 ,, status:component:c-2',
      ['pd | service | P1', 'status | component | c-2'],
    ],
    ['ids with colons', 'pd:service:a:b', ['pd | service | a:b']],
    [
      'ids that are encoded',
      'snow:cmdb_ci:a%2Cb%20c',
      ['snow | cmdb_ci | a,b c'],
    ],
    ['kinds of any provider', 'x:customField-2:1', ['x | customField-2 | 1']],
    [
      'the same thing once',
      'pd:service:P1,pd:service:P1',
      ['pd | service | P1'],
    ],
    ['nothing', ' , ', []],
  ])('%s', (_, text, refs) => {
    expect(parseIncidentAnnotation(text).problems).toEqual([]);
    expect(refsOf(text)).toEqual(refs);
  });

  it('keeps what was written first', () => {
    const { refs } = parseIncidentAnnotation('x:kind:a%20b,x:kind:a b');
    expect(refs.map(({ value }) => value)).toEqual(['x:kind:a%20b']);
  });

  it('keeps what was written', () => {
    expect(parseIncidentAnnotation(' pd:service:a%20b ').refs).toEqual([
      { account: 'pd', kind: 'service', id: 'a b', value: 'pd:service:a%20b' },
    ]);
  });
});

describe('a part that cannot be read is a problem', () => {
  it.each([
    ['with too few parts', 'pd:P1', 'expected `<account>:<kind>:<id>`'],
    ['with an account in capitals', 'PD:service:P1', 'lower-case'],
    ['with too many accounts', 'a/b/c:service:P1', 'lower-case'],
    ['with a kind that is none', 'pd:a b:P1', 'a kind is a word'],
    ['without a kind', 'pd::P1', 'a kind is a word'],
    ['without an id', 'pd:service:', 'an id of 1 to 200'],
    [
      'with an id that is too long',
      `pd:service:${'x'.repeat(201)}`,
      'an id of 1 to 200',
    ],
    [
      'with a stray percent sign',
      'pd:service:50%',
      'a percent sign is written %25',
    ],
    ['with a line break', 'pd:service:a%0Ab', 'an id of 1 to 200'],
  ])('%s', (_, text, message) => {
    expect(refsOf(`${text},pd:service:good`)).toEqual(['pd | service | good']);
    expect(problemsOf(text)).toEqual([
      { value: expect.any(String), message: expect.stringContaining(message) },
    ]);
  });

  it('and does not repeat a secret', () => {
    expect(problemsOf('https://hooks.example/secret')[0].value).toBe(
      'https://…',
    );
    expect(problemsOf('x'.repeat(200))[0].value).toHaveLength(101);
  });

  it('from the 51st on', () => {
    const text = Array.from({ length: 52 }, (_, i) => `pd:service:${i}`).join();
    expect(refsOf(text)).toHaveLength(50);
    expect(problemsOf(text)).toEqual([
      {
        value: 'pd:service:50',
        message: expect.stringContaining('more than 50'),
      },
    ]);
  });
});

import {
  inBatches,
  incidentCursor,
  reportedStamps,
  subjectIds,
  timeOf,
  webAddress,
} from './reading';

describe('times and addresses of a provider', () => {
  it.each([
    ['2026-06-15T12:00:00Z', Date.parse('2026-06-15T12:00:00Z')],
    ['2026-06-15T14:00:00+02:00', Date.parse('2026-06-15T12:00:00Z')],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%p is %p', (text, ms) => {
    expect(timeOf(text)).toBe(ms);
  });

  it.each([
    ['https://x.example/1', 'https://x.example/1'],
    ['HTTP://x.example', 'HTTP://x.example'],
    ['data:text/html,x', undefined],
    ['//x.example', undefined],
    ['https://', undefined],
    [null, undefined],
  ])('%p links to %p', (text, address) => {
    expect(webAddress(text)).toBe(address);
  });
});

it('stamps that are not known stay missing, and what is told goes first', () => {
  expect(
    reportedStamps(
      { declared: 1, resolved: undefined, mitigated: 0 },
      { declared: 9, detected: 2, resolved: undefined },
    ),
  ).toEqual({
    declared: { at: 1, from: 'provider' },
    mitigated: { at: 0, from: 'provider' },
    detected: { at: 2, from: 'derived' },
  });
});

describe('a cursor', () => {
  const cursor = incidentCursor<{ v: 1; at: number }>({
    safeParse: value =>
      (value as { v?: number } | null)?.v === 1
        ? { success: true, data: value as { v: 1; at: number } }
        : { success: false, error: { issues: [] } },
  });

  it('is read as it was written', () => {
    expect(cursor.read(cursor.write({ v: 1, at: 7 }))).toEqual({ v: 1, at: 7 });
  });

  it.each([null, '', 'x', '{', 'null', '{"v":2}'])('%p is none', text => {
    expect(cursor.read(text)).toBeUndefined();
  });
});

it.each([
  [0, []],
  [2, [[0, 1]]],
  [3, [[0, 1], [2]]],
])('%p come in batches of two', (count, batches) => {
  const list = Array.from({ length: count }, (_, index) => index);
  expect(inBatches(list, 2)).toEqual(batches);
});

describe('ids in an annotation', () => {
  it.each([
    [' P1, P2 ,,P1', ['P1', 'P2']],
    [undefined, []],
    ['a\u0000b,c', ['c']],
    [`${'x'.repeat(256)},y`, ['y']],
  ])('%p are %p', (text, ids) => {
    expect(subjectIds(text)).toEqual(ids);
  });

  it('are those that look like one', () => {
    expect(subjectIds('P1,../x,P2', /^P\d$/)).toEqual(['P1', 'P2']);
  });

  it('are not without number', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `P${index}`);
    expect(subjectIds(many.join(','))).toHaveLength(100);
  });
});

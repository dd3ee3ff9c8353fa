import { partsOf } from './partsOf';

it.each<[string, string, string[]]>([
  ['nothing', '# only words\n', []],
  ['one document', 'a: 1\n', ['a: 1\n']],
  ['a separator first', '---\na: 1\n', ['---\na: 1\n']],
  ['two documents', 'a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
  [
    'an empty one between',
    'a: 1\n---\n---\nb: 2',
    ['a: 1\n', '---\n', '---\nb: 2'],
  ],
  ['comments before the first', '# x\n\n---\na: 1', ['# x\n\n---\na: 1']],
  [
    'a directive of the second',
    'a: 1\n...\n%YAML 1.2\n---\nb: 2',
    ['a: 1\n...\n', '%YAML 1.2\n---\nb: 2'],
  ],
  [
    'a document on the line of its separator',
    'a: 1\n--- {b: 2}',
    ['a: 1\n', '--- {b: 2}'],
  ],
  ['dashes that separate nothing', 'a:\n  ---\n----\n', ['a:\n  ---\n----\n']],
  ['line ends of Windows', 'a: 1\r\n---\r\nb: 2', ['a: 1\r\n', '---\r\nb: 2']],
  ['an open quote', 'a: "b\n---\nc: 1', ['a: "b\n', '---\nc: 1']],
])('%s', (_, text, parts) => {
  const found = partsOf(text);
  expect(found.map(({ part }) => part)).toEqual(parts);
  for (const { part, base } of found) {
    expect(text.slice(base, base + part.length)).toBe(part);
  }
});

import { sloFilesOf } from './sloFilesOf';

it.each<[string, string | undefined, string[]]>([
  ['no annotation', undefined, []],
  ['an empty one', ' , ,\n', []],
  ['one file', 'slo.yaml', ['slo.yaml']],
  [
    'commas and line breaks',
    'a.yaml, b.yaml\n  c.yaml\r\n',
    ['a.yaml', 'b.yaml', 'c.yaml'],
  ],
  ['a file twice', 'a.yaml,a.yaml', ['a.yaml']],
])('%s', (_, annotation, files) => {
  expect(sloFilesOf(annotation)).toEqual(files);
});

it('stops at twenty', () => {
  const many = Array.from({ length: 30 }, (_, index) => `${index}.yaml`);
  expect(sloFilesOf(many.join(','))).toEqual(many.slice(0, 20));
});

import { TextIndex } from './TextIndex';

const report = ([sortTitle, owner = '']: string[]) => ({
  sortTitle,
  entityRef: `Component:default/${sortTitle}`,
  owner,
});

it.each<[string, string[][], string, number[]]>([
  ['a part of one title', [['pay'], ['cart']], 'ar', [1]],
  ['every report once', [['kk'], ['x'], ['k']], 'k', [0, 2]],
  ['a whole reference', [['pay'], ['cart']], 't:default/pay', [0]],
  ['the end of a reference', [['pay'], ['cart']], '/ca', [1]],
  ['a title with a slash', [['pay/out'], ['cart']], 'y/o', [0]],
  ['a kind, which all have', [['pay'], ['cart']], 'compo', [0, 1]],
  ['a namespace', [['pay'], ['cart']], 'default', [0, 1]],
  ['nothing across kind and name', [['pay'], ['cart']], 'tpay', []],
  ['the last of them', [['pay'], ['cart'], ['logs']], 'gs', [2]],
  ['nothing across two reports', [['pay'], ['cart']], 'yc', []],
  ['nothing that is nowhere', [['pay'], ['cart']], 'x', []],
  ['nothing among none', [], 'x', []],
  ['what lies beyond Latin', [['säge'], ['日本語']], '本', [1]],
  [
    'what an owner has, beside the others',
    [['pay', 'user:default/Ann'], ['cart'], ['ann'], ['b', 'user:default/Ann']],
    'ann',
    [0, 2, 3],
  ],
])('finds %s', (_, reports, part, expected) => {
  const index = new TextIndex(reports.map(report));
  expect(index.find(part)).toEqual(expected);
});

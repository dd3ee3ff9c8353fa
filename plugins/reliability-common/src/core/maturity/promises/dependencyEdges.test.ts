import { DependencyVia, dependencyEdges } from './dependencyEdges';

type Declared = readonly [string, DependencyVia, string];

const lines = (...declared: Declared[]) =>
  dependencyEdges(declared.map(([from, via, to]) => ({ from, via, to }))).map(
    ({ from, to, hard }) => `${from} ${hard ? '=>' : '->'} ${to}`,
  );

it.each<[string, Declared[], string[]]>([
  ['nothing', [], []],
  ['a dependency', [['a', 'depends-on', 'b']], ['a => b']],
  [
    'one that is called soft, in any order',
    [
      ['a', 'soft', 'b'],
      ['a', 'depends-on', 'b'],
    ],
    ['a -> b'],
  ],
  ['one that is only called soft', [['a', 'soft', 'b']], ['a -> b']],
  [
    'the services behind an API',
    [
      ['a', 'consumes-api', 'api:x'],
      ['b', 'provides-api', 'api:x'],
      ['c', 'provides-api', 'api:x'],
    ],
    ['a => b', 'a => c'],
  ],
  [
    'an API that nobody provides',
    [['a', 'consumes-api', 'api:x']],
    ['a => api:x'],
  ],
  [
    'the services behind an API that is called soft',
    [
      ['a', 'consumes-api', 'api:x'],
      ['a', 'soft', 'api:x'],
      ['b', 'provides-api', 'api:x'],
    ],
    ['a -> b'],
  ],
  [
    'a service that is called soft and reached through its API',
    [
      ['a', 'soft', 'b'],
      ['a', 'consumes-api', 'api:x'],
      ['b', 'provides-api', 'api:x'],
    ],
    ['a -> b'],
  ],
  [
    'a service that is named in two ways once',
    [
      ['a', 'depends-on', 'b'],
      ['a', 'consumes-api', 'api:x'],
      ['b', 'provides-api', 'api:x'],
    ],
    ['a => b'],
  ],
  [
    'nothing between a service and itself',
    [
      ['a', 'depends-on', 'a'],
      ['a', 'provides-api', 'api:x'],
      ['a', 'consumes-api', 'api:x'],
    ],
    [],
  ],
])('finds %s', (_, declared, expected) => {
  expect(lines(...declared)).toEqual(expected);
});

import { tierInversions } from './tierInversions';

/** `a0` is a service `a` of rank 0, `b` one without a tier; `a>b` needs it, `a-b` could do without. */
function found(services: string, edges: string): Record<string, string[]> {
  const nodes = services.split(' ').map(text => ({
    entityRef: text[0],
    rank: text.length > 1 ? Number(text.slice(1)) : null,
  }));
  const list = edges
    .split(' ')
    .filter(Boolean)
    .map(([from, kind, to]) => ({ from, to, hard: kind === '>' }));
  return Object.fromEntries(
    [...tierInversions(nodes, list)].map(([ref, inversions]) => [
      ref,
      inversions.map(({ dependency, via }) => [...via, dependency].join('>')),
    ]),
  );
}

it.each<[string, string, string, Record<string, string[]>]>([
  ['a less critical dependency', 'a0 b1', 'a>b', { a: ['b'] }],
  ['no more critical one', 'a1 b0 c1', 'a>b a>c', {}],
  ['no soft one', 'a0 b1', 'a-b', {}],
  ['one without a tier', 'a0 b', 'a>b', { a: ['b'] }],
  ['nothing of a service without a tier', 'a b3', 'a>b', {}],
  ['nothing of what is no service', 'a0', 'a>x', {}],
  [
    'several, the least critical first, those without a tier last',
    'a0 b c3 d1',
    'a>b a>d a>c',
    { a: ['c', 'd', 'b'] },
  ],
  [
    'the least critical further away, with the way to it',
    'a0 b0 c0 d3',
    'a>b b>c c>d',
    { a: ['b>c>d'], b: ['c>d'], c: ['d'] },
  ],
  [
    'one further away only where it is worse than the direct ones',
    'a0 b2 c1 d2',
    'a>b a>c c>d',
    { a: ['b', 'c'], c: ['d'] },
  ],
  [
    'one beyond a service without a tier',
    'a0 b c2',
    'a>b b>c',
    { a: ['b', 'b>c'] },
  ],
  [
    'the shortest way',
    'a0 b0 c0 d3',
    'a>b b>c c>d a>c',
    {
      a: ['c>d'],
      b: ['c>d'],
      c: ['d'],
    },
  ],
  [
    'a cycle, without going round',
    'a0 b0 c1',
    'a>b b>a b>c c>a',
    {
      a: ['b>c'],
      b: ['c'],
    },
  ],
])('finds %s', (_, services, edges, expected) => {
  expect(found(services, edges)).toEqual(expected);
});

it('follows a chain of 3,000 services without recursion', () => {
  const nodes = Array.from({ length: 3000 }, (_, index) => ({
    entityRef: String(index).padStart(4, '0'),
    rank: index === 2999 ? 3 : 0,
  }));
  const edges = nodes.slice(1).map(({ entityRef }, index) => ({
    from: nodes[index].entityRef,
    to: entityRef,
    hard: true,
  }));
  const inversions = tierInversions(nodes, edges);
  expect(inversions.size).toBe(2999);
  expect(inversions.get('2997')).toEqual([
    { dependency: '2999', via: ['2998'] },
  ]);
});

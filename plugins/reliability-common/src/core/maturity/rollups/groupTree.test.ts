import { groupTree } from './groupTree';

const tree = (parents: Record<string, string[]>, others: string[] = []) =>
  groupTree(new Map(Object.entries(parents)), others);

it.each<[string, Record<string, string[]>, string[], string[]]>([
  ['nothing', {}, [], []],
  ['an owner that is no group', {}, ['user:ada'], ['user:ada']],
  ['a parent that the catalog does not know', { a: ['gone'] }, [], ['gone']],
  ['two trees', { a: ['x'], b: ['y'] }, [], ['x', 'y']],
  ['a cycle, cut open at the first by name', { b: ['a'], a: ['b'] }, [], ['a']],
  ['a group that is its own parent', { a: ['a'] }, [], ['a']],
  ['a cycle below a group', { b: ['c', 'top'], c: ['b'] }, [], ['top']],
])('finds the roots of %s', (_, parents, others, roots) => {
  expect(tree(parents, others).roots).toEqual(roots);
});

it('lists what is above a group once, the nearest first', () => {
  const { ancestors } = tree({
    team: ['area', 'guild'],
    area: ['company'],
    guild: ['company'],
  });
  expect(ancestors('team')).toEqual(['area', 'guild', 'company']);
  expect(ancestors('company')).toEqual([]);
  expect(ancestors('never heard of')).toEqual([]);
});

it('can be walked to its end where groups are their own ancestors', () => {
  const { roots, children, ancestors, cyclic } = tree({
    a: ['c'],
    b: ['a'],
    c: ['b'],
    leaf: ['b'],
  });
  const walked: string[] = [];
  const open = [...roots];
  while (open.length > 0) {
    const group = open.pop()!;
    walked.push(group);
    open.push(...children(group));
  }
  expect(walked.sort()).toEqual(['a', 'b', 'c', 'leaf']);
  expect([...cyclic].sort()).toEqual(['a', 'b', 'c']);
  expect(ancestors('leaf')).toEqual(['b', 'a']);
  expect(ancestors('a')).toEqual([]);
});

it('keeps the parent outside of a group that is in a cycle', () => {
  const { children, ancestors } = tree({ b: ['c', 'top'], c: ['b'] });
  expect(children('top')).toEqual(['b']);
  expect(children('b')).toEqual(['c']);
  expect(ancestors('c')).toEqual(['b', 'top']);
});

it.each([200, 20_000])('follows a tree %i levels deep', depth => {
  const name = (at: number) => String(at).padStart(6, '0');
  const parents = new Map(
    Array.from({ length: depth }, (_, at): [string, string[]] => [
      name(at + 1),
      [name(at)],
    ]),
  );
  const { roots, ancestors } = groupTree(parents);
  expect(roots).toEqual([name(0)]);
  expect(ancestors(name(depth))).toHaveLength(depth);
});

it('cuts a cycle of thousands open', () => {
  const parents = new Map(
    Array.from({ length: 5000 }, (_, at): [string, string[]] => [
      `g${at}`,
      [`g${(at + 1) % 5000}`],
    ]),
  );
  const { roots, cyclic, ancestors } = groupTree(parents);
  expect(roots).toEqual(['g0']);
  expect(cyclic.size).toBe(5000);
  expect(ancestors('g1')).toHaveLength(4999);
});

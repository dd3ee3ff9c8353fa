import { groupsBelow } from './ownersBelow';

const parents = new Map([
  ['red', ['company']],
  ['crimson', ['red']],
  ['blue', ['company']],
]);

it.each([
  ['all that is below', ['company'], ['blue', 'company', 'crimson', 'red']],
  ['what is below one branch', ['red'], ['crimson', 'red']],
  ['itself where nothing is below', ['blue'], ['blue']],
  ['one that nobody knows', ['never'], ['never']],
  ['nothing of none', [], []],
  ['them whatever the case', ['RED'], ['crimson', 'red']],
  ['each once', ['company', 'red'], ['blue', 'company', 'crimson', 'red']],
])('finds %s', (_, groups, found) => {
  expect(groupsBelow(groups, parents).sort()).toEqual(found);
});

it('walks a circle once', () => {
  const circle = new Map([
    ['a', ['b']],
    ['b', ['a']],
  ]);
  expect(groupsBelow(['a'], circle).sort()).toEqual(['a', 'b']);
});

it('walks 200 levels', () => {
  const deep = new Map(
    Array.from({ length: 200 }, (_, index) => [`g${index + 1}`, [`g${index}`]]),
  );
  expect(groupsBelow(['g0'], deep)).toHaveLength(201);
});

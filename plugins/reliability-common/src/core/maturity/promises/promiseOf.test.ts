import { PromiseInput, promiseOf } from './promiseOf';

const promise = (
  own: number | null,
  targets: (number | null)[],
  more: Partial<PromiseInput> = {},
) =>
  promiseOf({
    ownTarget: own,
    tierTarget: null,
    dependencies: targets.map((target, index) => ({
      entityRef: `d${index}`,
      target,
    })),
    ...more,
  });

it.each<[string, ReturnType<typeof promise>, string, number | null]>([
  [
    'one dependency below the promise breaks it',
    promise(999_500, [997_100]),
    'broken',
    997_100,
  ],
  [
    'dependencies that each keep it break it together',
    promise(999_500, [999_700, 999_700]),
    'broken',
    999_400,
  ],
  [
    'more than half of the downtime for them is tight',
    promise(999_000, [999_400]),
    'tight',
    999_400,
  ],
  ['the same target is tight', promise(999_000, [999_000]), 'tight', 999_000],
  ['half of it is kept', promise(999_000, [999_500]), 'kept', 999_500],
  ['no promise is unknown', promise(null, [999_500]), 'no-promise', 999_500],
  ['no dependency is unknown', promise(999_000, []), 'no-dependencies', null],
  [
    'a dependency without an SLO is never kept',
    promise(990_000, [999_900, null]),
    'dependency-without-slo',
    999_900,
  ],
  [
    'it can be broken all the same',
    promise(999_900, [999_000, null]),
    'broken',
    999_000,
  ],
  [
    'dependencies without any SLO allow nobody knows what',
    promise(999_900, [null]),
    'dependency-without-slo',
    null,
  ],
])('%s', (_, { verdict, unknown, allowed }, expected, product) => {
  expect([unknown ?? verdict, allowed]).toEqual([expected, product]);
});

it('promises what the tier asks where there is no SLO', () => {
  expect(promise(null, [999_000], { tierTarget: 999_500 })).toEqual({
    verdict: 'broken',
    unknown: null,
    promised: 999_500,
    promisedBy: 'tier',
    allowed: 999_000,
    reachable: null,
    upperBound: false,
  });
});

it('counts a dependency that is named twice once, and multiplies its own target in', () => {
  const shared = { entityRef: 'd', target: 999_000 };
  expect(
    promise(990_000, [], { dependencies: [shared, shared] }),
  ).toMatchObject({ allowed: 999_000, reachable: 989_010, promisedBy: 'slo' });
});

it('says that a product is a bound while a target is missing', () => {
  expect(promise(999_900, [999_000, null]).upperBound).toBe(true);
  expect(promise(999_900, [999_000]).upperBound).toBe(false);
});

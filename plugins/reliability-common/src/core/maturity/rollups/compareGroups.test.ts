import { compareGroups, ComparisonOptions } from './compareGroups';
import { RatedService } from './rollUp';
import { coverageSignal, excusedSignal } from './signals';

const options: ComparisonOptions = { weights: new Map(), levels: 2 };

const rated = (changed: Partial<RatedService> = {}): RatedService => ({
  entityRef: 'component:default/a',
  tierId: 't0',
  type: 'service',
  level: 0,
  score: 500,
  coverage: 1000,
  dimensions: {},
  needsAttention: false,
  excused: 0,
  checks: 10,
  ...changed,
});
const group = (
  key: string,
  changed: Partial<RatedService> = {},
  count = 3,
) => ({
  key,
  services: Array.from({ length: count }, () => rated(changed)),
});
const then = (score: number, coverage?: number) => ({
  then: { day: '2026-10-21', score, coverage },
});
const summary = (groups: ReturnType<typeof compareGroups>) =>
  groups.map(({ key, place, unranked }) =>
    [key, place ?? unranked.join('+')].join(' '),
  );

it('ranks by level, then by score', () => {
  const found = compareGroups(
    [
      group('high-score', { level: 0, score: 990 }),
      group('high-level', { level: 1, score: 600 }),
      group('low', { level: 0, score: 100 }),
    ],
    options,
  );
  expect(summary(found)).toEqual(['high-level 1', 'high-score 2', 'low 3']);
});

it('gives equals one place, and leaves the next out', () => {
  const found = compareGroups(
    [group('b'), group('a'), group('c', { score: 1 })],
    options,
  );
  expect(summary(found)).toEqual(['a 1', 'b 1', 'c 3']);
});

it.each<[string, ReturnType<typeof group>, string]>([
  ['of two services', group('x', {}, 2), 'few-services'],
  ['of which little is known', group('x', { coverage: 599 }), 'low-coverage'],
  ['of both', group('x', { coverage: 0 }, 1), 'few-services+low-coverage'],
  ['that is none', group(''), 'no-group'],
])('does not rank a group %s, and says why', (_, odd, reason) => {
  const found = compareGroups([odd, group('fair', { score: 0 })], options);
  expect(summary(found)).toEqual(['fair 1', `${odd.key} ${reason}`]);
});

it('takes other limits', () => {
  const found = compareGroups([group('x', { coverage: 100 }, 1)], {
    ...options,
    minServices: 1,
    minCoverage: 100,
  });
  expect(summary(found)).toEqual(['x 1']);
});

it('compares only like with like', () => {
  const mixed = {
    key: 'mixed',
    services: [
      ...group('', { tierId: 't0', score: 300 }).services,
      ...group('', { tierId: 't3', score: 1000 }, 9).services,
      ...group('', { type: 'website', score: 1000 }, 9).services,
    ],
  };
  const found = compareGroups([mixed, group('none', { tierId: 't3' })], {
    ...options,
    sameTier: 't0',
    sameType: 'service',
  });
  expect(found).toHaveLength(1);
  expect(found[0].rollup).toMatchObject({ services: 3, score: 300 });
});

it('ranks improvement beside level, among those that are ranked and were there then', () => {
  const found = compareGroups(
    [
      group('top', { level: 1, ...then(500) }),
      group('climber', { score: 500, ...then(100) }),
      group('new', { level: -1 }),
      group('small', { ...then(0) }, 1),
    ],
    options,
  );
  expect(
    found.map(({ key, improvementPlace }) => [key, improvementPlace]),
  ).toEqual([
    ['top', 2],
    ['climber', 1],
    ['new', undefined],
    ['small', undefined],
  ]);
});

it.each<[string, number, number[], boolean]>([
  ['twice the others and ten points more', 200, [100, 90, 110], true],
  ['less than twice', 190, [100, 90, 110], false],
  ['less than ten points more', 99, [0, 0, 0], false],
  ['beside too few others', 900, [0, 0], false],
  ['beside an even number of others', 300, [100, 100, 200, 200], true],
])('says of %s whether a group excuses much', (_, share, others, expected) => {
  expect(excusedSignal(share, others) !== undefined).toBe(expected);
});

it('marks the one that excuses much among others', () => {
  const found = compareGroups(
    [
      group('a', { excused: 1 }),
      group('b', { excused: 1 }),
      group('c'),
      group('odd', { excused: 6 }),
    ],
    options,
  );
  expect(
    found
      .filter(({ signals }) => signals.length > 0)
      .map(({ key, signals }) => [key, signals]),
  ).toEqual([['odd', [{ kind: 'many-excused', share: 600, median: 100 }]]]);
});

it.each<[string, Partial<RatedService>, boolean]>([
  ['fell while the score rose', { coverage: 700, ...then(400, 900) }, true],
  ['fell with the score', { coverage: 700, ...then(600, 900) }, false],
  ['fell by little', { coverage: 860, ...then(400, 900) }, false],
  ['was not recorded', { coverage: 700, ...then(400) }, false],
  ['has no past', { coverage: 700 }, false],
])('says whether coverage %s', (_, changed, expected) => {
  expect(coverageSignal([rated(changed)]) !== undefined).toBe(expected);
});

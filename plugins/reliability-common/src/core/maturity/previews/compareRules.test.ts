import { Outcome } from '../assess';
import { compareRules, RuledResult } from './compareRules';

const level = (id: string) => ({ id });
const medals = ['bronze', 'silver', 'gold'].map(level);

const check = (
  id: string,
  at: string,
  outcome: Outcome,
  enforcement: 'enforced' | 'planned' = 'enforced',
) => ({ id, level: at, weight: 1, outcome, enforcement });

const result = (changed: Partial<RuledResult> = {}): RuledResult => ({
  levels: medals,
  level: 1,
  score: 800,
  checks: [
    check('owner', 'bronze', 'pass'),
    check('slo', 'silver', 'pass'),
    check('restore', 'gold', 'fail'),
  ],
  ...changed,
});

it.each([
  ['the same result', {}, 'same', []],
  ['another score by weight alone', { score: 700 }, 'rescored', []],
  [
    'another score by a check that counts now',
    { score: 700, checks: [...result().checks, check('new', 'gold', 'fail')] },
    'rescored',
    ['new'],
  ],
  [
    'a stricter check of its level',
    {
      level: 0,
      checks: [
        check('owner', 'bronze', 'pass'),
        check('slo', 'silver', 'fail'),
      ],
    },
    'down',
    ['slo'],
  ],
  ['a level that asks for more score', { level: 0 }, 'down', []],
  [
    'a check that is only planned',
    {
      level: 2,
      checks: [
        check('owner', 'bronze', 'pass'),
        check('slo', 'silver', 'pass'),
        check('restore', 'gold', 'fail', 'planned'),
      ],
    },
    'up',
    ['restore'],
  ],
  [
    'a level between that it does not attain',
    { level: 0, levels: ['bronze', 'iron', 'silver', 'gold'].map(level) },
    'down',
    [],
  ],
  [
    'a level between that it attains with its own',
    { level: 2, levels: ['bronze', 'iron', 'silver', 'gold'].map(level) },
    'same',
    [],
  ],
  [
    'its level gone, and the one below attained',
    { level: 0, levels: ['bronze', 'gold'].map(level) },
    'down',
    ['restore'],
  ],
  [
    'its level gone, and the one above attained',
    { level: 1, levels: ['bronze', 'gold'].map(level) },
    'up',
    ['restore'],
  ],
  [
    'every level renamed, the first attained',
    { level: 0, levels: ['one', 'two'].map(level) },
    'up',
    ['restore'],
  ],
] as const)('%s', (_, changed, change, causes) => {
  expect(
    compareRules(result(), result(changed as Partial<RuledResult>)),
  ).toMatchObject({
    change,
    causes,
  });
});

it('tells how each check counts, before and after', () => {
  const after = result({
    checks: [
      check('owner', 'bronze', 'unknown'),
      check('slo', 'silver', 'pass', 'planned'),
      check('drill', 'gold', 'fail'),
    ],
  });
  expect(compareRules(result(), after).flips).toEqual([
    { check: 'owner', from: 'pass', to: 'unknown' },
    { check: 'drill', from: null, to: 'fail' },
    { check: 'slo', from: 'pass', to: null },
    { check: 'restore', from: 'fail', to: null },
  ]);
});

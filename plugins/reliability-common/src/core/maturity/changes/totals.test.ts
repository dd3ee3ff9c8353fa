import { NetFlip, StateComparison } from './comparison';
import { changeTotals, mainCauseOf, mainFlipOf } from './totals';

const flip = (changed: Partial<NetFlip> = {}): NetFlip => ({
  check: 'owned',
  from: 'pass',
  to: 'fail',
  cause: 'service',
  weight: 1,
  facts: [],
  ...changed,
});

const none = { service: 0, rule: 0, data: 0, unexplained: 0 };

const compared = (
  points: Partial<typeof none>,
  level: StateComparison['level'] = { direction: 'same' },
  flips: readonly NetFlip[] = [],
): StateComparison => ({
  delta: Object.values(points).reduce((sum, each) => sum + each, 0),
  points: { ...none, ...points },
  level,
  flips,
});

it('adds up points, levels and flips', () => {
  const totals = changeTotals([
    compared(
      { service: -100, rule: 20 },
      { direction: 'down', cause: 'service' },
      [flip(), flip({ check: 'tested', cause: 'data', to: 'unknown' })],
    ),
    compared({ data: 70 }, { direction: 'up', cause: 'data' }, [
      flip({ check: 'tested', from: 'fail', to: 'pass', cause: 'data' }),
    ]),
    compared({ unexplained: 5 }, { direction: 'up' }),
    compared({}),
  ]);
  expect(totals).toEqual({
    points: { service: -100, rule: 20, data: 70, unexplained: 5 },
    gained: { ...none, total: 2, data: 1, unexplained: 1 },
    lost: { ...none, total: 1, service: 1 },
    checks: [
      {
        check: 'tested',
        flips: 2,
        gained: 1,
        lost: 1,
        causes: { service: 0, rule: 0, data: 2 },
      },
      {
        check: 'owned',
        flips: 1,
        gained: 0,
        lost: 1,
        causes: { service: 1, rule: 0, data: 0 },
      },
    ],
  });
});

it.each<[string, StateComparison, string | undefined]>([
  ['the cause of most points', compared({ service: 10, data: -30 }), 'data'],
  ['the service in a draw', compared({ service: 10, rule: -10 }), 'service'],
  [
    'the cause of the level where no score moved',
    compared({}, { direction: 'down', cause: 'rule' }),
    'rule',
  ],
  [
    'none where most is not told',
    compared({ service: 1, unexplained: 9 }),
    undefined,
  ],
  ['none where nothing happened', compared({}), undefined],
])('the main cause is %s', (_, comparison, expected) => {
  expect(mainCauseOf(comparison)).toBe(expected);
});

it.each<[string, StateComparison, string | undefined]>([
  [
    'of the main cause',
    compared({ data: -30 }, undefined, [
      flip({ check: 'heavy', weight: 9 }),
      flip({ check: 'stale', cause: 'data' }),
    ]),
    'stale',
  ],
  [
    'the one that goes the way of the score',
    compared({ service: 30 }, undefined, [
      flip({ check: 'worse', weight: 9 }),
      flip({ check: 'better', from: 'fail', to: 'pass' }),
    ]),
    'better',
  ],
  [
    'the heaviest',
    compared({ service: -30 }, undefined, [
      flip({ check: 'light' }),
      flip({ check: 'heavy', weight: 2 }),
    ]),
    'heavy',
  ],
  ['none where nothing flipped', compared({ rule: -3 }), undefined],
])('the main flip is %s', (_, comparison, expected) => {
  expect(mainFlipOf(comparison)?.check).toBe(expected);
});

import { NOW, seeded } from '../../../testUtils';
import { checkOf } from '../../../testUtils/scorecards';
import { Enforcement, Outcome } from '../assess';
import { ScorecardDefinition } from '../scorecard';
import { cheapestPath, PathService } from './cheapestPath';
import { whatIf } from './whatIf';

const OUTCOMES: readonly Outcome[] = [
  'pass',
  'fail',
  'unknown',
  'not-applicable',
  'exempt',
];

function randomDefinition(random: () => number): ScorecardDefinition {
  const pick = <T>(values: readonly T[]) =>
    values[Math.floor(random() * values.length)];
  const levels = ['bronze', 'silver', 'gold'].map(id => ({
    id,
    name: id,
    ...(random() < 0.5 && { minScore: pick([0, 20, 33.33, 60, 85, 100]) }),
  }));
  return {
    id: 'test',
    title: 'Test',
    levels,
    checks: [...Array(7).keys()].map(index =>
      checkOf({
        id: `c${index}`,
        level: pick(levels).id,
        weight: pick([0, 0.1, 1, 1, 2, 5]),
        ...(random() < 0.1 && { planned: true }),
        ...(random() < 0.1 && { enforceFrom: '2099-01-01' }),
      }),
    ),
  };
}

function enforcementOf({
  planned,
  enforceFrom,
}: ScorecardDefinition['checks'][number]): Enforcement {
  if (planned) return 'planned';
  return enforceFrom ? 'scheduled' : 'enforced';
}

const reportOf = (
  { levels, checks }: ScorecardDefinition,
  { outcomes }: PathService,
) => ({
  levels,
  checks: checks.map((check, index) => ({
    ...check,
    outcome: outcomes[index],
    enforcement: enforcementOf(check),
  })),
});

/** The size of the smallest set of ticks that lifts to the level, by trying all. */
function smallest(
  definition: ScorecardDefinition,
  service: PathService,
  goal: number,
): number {
  const report = reportOf(definition, service);
  const open = definition.checks.map(({ id }) => id);
  let best = Infinity;
  for (let mask = 0; mask < 2 ** open.length; mask++) {
    const ticked = open.filter((_, bit) => Math.floor(mask / 2 ** bit) % 2);
    if (ticked.length < best) {
      if (whatIf(report, new Set(ticked)).level >= goal) best = ticked.length;
    }
  }
  return best;
}

it('finds no more work than the smallest of all sets, and enough', () => {
  const random = seeded(7);
  const states = { reached: 0, reachable: 0, unreachable: 0 };
  for (let run = 0; run < 400; run++) {
    const definition = randomDefinition(random);
    const service: PathService = {
      entityRef: 'component:default/pay',
      outcomes: definition.checks.map(
        () => OUTCOMES[Math.floor(random() ** 1.5 * OUTCOMES.length)],
      ),
    };
    const goal = Math.floor(random() * 3);
    const path = cheapestPath([service], definition, goal, NOW).services[0];
    const steps = [...path.fix, ...path.learn];
    states[path.state] += 1;
    expect(path.state === 'unreachable' ? Infinity : steps.length).toBe(
      smallest(definition, service, goal),
    );
    const lifted = whatIf(reportOf(definition, service), new Set(steps));
    expect(path.state === 'unreachable' || lifted.level >= goal).toBe(true);
  }
  expect(Math.min(...Object.values(states))).toBeGreaterThan(20);
});

const definition: ScorecardDefinition = {
  id: 'test',
  title: 'Test',
  levels: [
    { id: 'bronze', name: 'Bronze' },
    { id: 'silver', name: 'Silver', minScore: 70 },
    { id: 'gold', name: 'Gold' },
  ],
  checks: [
    checkOf({ id: 'owner', level: 'bronze', weight: 1 }),
    checkOf({ id: 'slo', level: 'silver', weight: 1 }),
    checkOf({ id: 'light', level: 'gold', weight: 1 }),
    checkOf({ id: 'heavy', level: 'gold', weight: 3 }),
    checkOf({ id: 'later', level: 'bronze', planned: true }),
  ],
};

const services: readonly PathService[] = [
  {
    entityRef: 'a',
    owner: 'red',
    outcomes: ['fail', 'unknown', 'fail', 'fail', 'fail'],
  },
  {
    entityRef: 'b',
    owner: 'red',
    outcomes: ['fail', 'pass', 'pass', 'pass', 'fail'],
  },
  {
    entityRef: 'c',
    outcomes: ['not-applicable', 'fail', 'fail', 'fail', 'pass'],
  },
  {
    entityRef: 'd',
    owner: 'blue',
    outcomes: ['pass', 'pass', 'pass', 'pass', 'fail'],
  },
];

describe('the way of some services to silver', () => {
  const path = cheapestPath(services, definition, 1, NOW);

  it.each([
    [
      'every blocking check and the heaviest for the score',
      0,
      {
        state: 'reachable',
        fix: ['owner', 'heavy'],
        learn: ['slo'],
      },
    ],
    ['one check', 1, { state: 'reachable', fix: ['owner'], learn: [] }],
    [
      'nothing where no check of a level applies',
      2,
      {
        state: 'unreachable',
        obstacle: { kind: 'nothing-applies', level: 0 },
      },
    ],
    ['nothing more at the goal, whatever is planned', 3, { state: 'reached' }],
  ])('needs %s', (_, index, expected) => {
    expect(path.services[index]).toMatchObject(expected);
  });

  it('is added up by check and by owner, missing data apart', () => {
    expect(path.byCheck).toEqual([
      { check: 'owner', fix: 2, learn: 0, last: 1 },
      { check: 'heavy', fix: 1, learn: 0, last: 0 },
      { check: 'slo', fix: 0, learn: 1, last: 0 },
    ]);
    expect(path.byOwner).toEqual([
      { owner: 'red', services: 2, unreachable: 0, fix: 3, learn: 1 },
      { services: 1, unreachable: 1, fix: 0, learn: 0 },
    ]);
    expect([path.reached, path.reachable, path.unreachable]).toEqual([1, 2, 1]);
  });
});

it('says where a level asks for a score and nothing counts', () => {
  const exempt = { entityRef: 'a', outcomes: Array(5).fill('exempt') };
  expect(cheapestPath([exempt], definition, 1, NOW).services[0]).toMatchObject({
    state: 'unreachable',
    obstacle: { kind: 'no-score', level: 1 },
  });
});

it('refuses a level that there is not', () => {
  expect(() => cheapestPath(services, definition, 3, NOW)).toThrow(RangeError);
});

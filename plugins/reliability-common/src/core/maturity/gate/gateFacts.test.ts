import {
  DAY,
  gateBudget,
  gateSpend,
  gateWorld,
  GateWorld,
  NOW,
} from '../../../testUtils';
import { ageWords } from './gateWording';
import { givenBackTo, GateBudget, leftWithGivenBack } from './givenBack';

const EXEMPT = ['load test', 'frozen-dependency'];

/** All facts with the root `gate`, as rules see them. */
const factsOf = (world: GateWorld) =>
  Object.assign(
    {},
    ...gateWorld(world)
      .filter(({ root }) => root === 'gate')
      .map(({ values }) => values),
  );

const budgets = (...found: GateBudget[]): GateWorld => ({
  input: { budgets: found, exemptCauses: EXEMPT },
});

describe('what exempt causes give back', () => {
  it.each<[string, GateBudget, number]>([
    ['nothing without incidents', gateBudget(0.5), 0.5],
    [
      'nothing of another cause',
      gateBudget(0.5, gateSpend('a', 0.4, 'bug'), gateSpend('b', 0.1)),
      0.5,
    ],
    [
      'what an exempt one took, whatever its case and dashes',
      gateBudget(-0.2, gateSpend('a', 0.4, 'Load-Test')),
      0.2,
    ],
    [
      'of several what they took',
      gateBudget(
        0,
        gateSpend('a', 0.3, 'load test'),
        gateSpend('b', 0.2, 'Frozen dependency'),
      ),
      0.5,
    ],
    [
      'never more than is spent',
      gateBudget(
        0.8,
        gateSpend('a', 0.15, 'load test'),
        gateSpend('b', 0.15, 'load test'),
      ),
      1,
    ],
  ])('is %s', (_, budget, left) => {
    expect(leftWithGivenBack(budget, EXEMPT)).toBeCloseTo(left, 9);
  });

  it('names the incident, its cause and the share', () => {
    const budget = gateBudget(0.8, gateSpend('a', 0.5, 'load test'));
    expect(givenBackTo(budget, EXEMPT)).toEqual([
      {
        sloId: 'availability',
        sloTitle: 'Availability',
        objectiveId: 'main',
        incidentId: 'a',
        incidentTitle: 'Incident a',
        cause: 'load test',
        share: expect.closeTo(0.2),
      },
    ]);
  });
});

describe('gateFacts', () => {
  it.each<[string, GateWorld, object]>([
    [
      'the worst budget in whole percent, rounded down',
      budgets(gateBudget(0.999), gateBudget(0.255)),
      {
        budgetLeft: 25,
        budgetSpent: 75,
        worstSlo: 'Availability',
        givenBack: 0,
        largestSpend: 0,
      },
    ],
    [
      'what is given back',
      budgets(gateBudget(-0.1, gateSpend('a', 0.5, 'load test'))),
      { budgetLeft: 40, givenBack: 50, largestSpend: 0, unlearnedSpends: 0 },
    ],
    [
      'an incident once that took much of two budgets without a postmortem',
      budgets(
        gateBudget(0.5, gateSpend('a', 0.3, null, false)),
        gateBudget(0.5, gateSpend('a', 0.4, null, false)),
      ),
      { largestSpend: 40, unlearnedSpends: 1 },
    ],
    [
      'no incident that took a fifth or less',
      budgets(gateBudget(0.5, gateSpend('a', 0.2, null, false))),
      { unlearnedSpends: 0 },
    ],
    [
      'open incidents by severity',
      { input: { openSeverities: [1, 2, 2, 3, null], pages7d: 5 } },
      { openSev1: 1, openSev2: 2, openUnrated: 1, pages7d: 5 },
    ],
    [
      'the checklists that are for it',
      { readiness: { requiredTotal: 6, requiredMissing: 2, contested: 1 } },
      { checklists: 1, requiredTotal: 6, requiredMissing: 2, contested: 1 },
    ],
    ['no checklist', { readiness: { applies: false } }, { checklists: 0 }],
    ['its level', {}, { assessed: true, level: 0, exemptions: 0 }],
  ])('tells %s', (_, world, expected) => {
    expect(factsOf(world)).toMatchObject(expected);
  });

  it.each<[string, GateWorld, string[]]>([
    ['a budget without data', budgets(), ['budgetLeft']],
    ['a budget that was never evaluated', { slo: null }, ['budgetLeft']],
    [
      'incidents nobody would know of',
      { incidents: null },
      ['openSev1', 'openSev2', 'openUnrated', 'pages7d'],
    ],
    [
      'a level before the first assessment',
      { input: { assessment: undefined } },
      ['level'],
    ],
  ])('says nothing of %s', (_, world, absent) => {
    const facts = factsOf(world);
    expect(absent.filter(name => name in facts)).toEqual([]);
  });

  it('are as old as what they are made of, and go stale with it', () => {
    const expiresAt = NOW + 7;
    const group = gateWorld({ expiresAt }).find(
      ({ root, values }) => root === 'gate' && 'budgetLeft' in values,
    );
    expect(group).toMatchObject({ source: 'slo', expiresAt });
  });
});

it.each([
  [59_000, '0 minutes'],
  [60_000, '1 minute'],
  [119 * 60_000, '119 minutes'],
  [2 * 3_600_000, '2 hours'],
  [2 * DAY, '2 days'],
  [-5, '0 minutes'],
])('an age of %s ms is %s', (age, words) => {
  expect(ageWords(age)).toBe(words);
});

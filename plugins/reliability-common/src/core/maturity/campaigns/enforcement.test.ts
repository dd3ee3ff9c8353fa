import type { Outcome } from '../assess';
import { compileScorecard } from '../compileScorecard';
import type { CheckDefinition } from '../scorecard';
import {
  enforcementAt,
  enforcementYaml,
  levelWhenCounted,
} from './enforcement';

const NOW = Date.parse('2027-03-01T00:00:00Z');

const check = (
  id: string,
  level: string,
  changed: Partial<CheckDefinition> = {},
): CheckDefinition => ({
  id,
  level,
  title: id,
  dimension: 'general',
  weight: 1,
  pass: 'entity.ownerExists',
  ...changed,
});

const checks = [
  check('owned', 'bronze'),
  check('restore', 'bronze', { planned: true }),
  check('later', 'silver', { enforceFrom: '2027-06-01' }),
  check('tested', 'silver', { enforceFrom: '2027-01-01' }),
];

function compiled() {
  const result = compileScorecard(
    {
      id: 'ladder',
      title: 'Ladder',
      levels: [
        { id: 'bronze', name: 'Bronze' },
        { id: 'silver', name: 'Silver' },
      ],
      checks,
    },
    { tiers: [] },
  );
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result.problems));
  return result.scorecard;
}

it.each([
  ['owned', 'enforced'],
  ['restore', 'planned'],
  ['later', 'scheduled'],
  ['tested', 'enforced'],
])('the check %s is %s', (id, expected) => {
  const found = compiled().checks.find(each => each.definition.id === id)!;
  expect(enforcementAt(found, NOW)).toBe(expected);
});

describe('the level of a service', () => {
  it.each<[string, Outcome[], string[], number]>([
    [
      'stays while a planned check that fails does not count',
      ['pass', 'fail', 'pass', 'pass'],
      [],
      1,
    ],
    [
      'falls below the first when it counts',
      ['pass', 'fail', 'pass', 'pass'],
      ['restore'],
      -1,
    ],
    [
      'falls by one for a check of a higher level',
      ['pass', 'fail', 'fail', 'pass'],
      ['later'],
      0,
    ],
    [
      'falls too when it is not known whether the check passes',
      ['pass', 'unknown', 'pass', 'pass'],
      ['restore'],
      -1,
    ],
    [
      'stays where the service is exempt',
      ['pass', 'exempt', 'pass', 'pass'],
      ['restore'],
      1,
    ],
  ])('%s', (_, outcomes, counted, expected) => {
    const level = levelWhenCounted(compiled(), outcomes, new Set(counted), NOW);
    expect(level).toBe(expected);
  });
});

it('writes the checks with their day, and without what says that they are planned', () => {
  const yaml = enforcementYaml(
    'ladder',
    [check('restore', 'bronze', { planned: true, why: 'Two\n"lines"' })],
    '2027-04-01',
  );
  expect(yaml).toBe(`# Scorecard "ladder": in place of its checks
# with these ids. They count from 2027-04-01 on.
- id: "restore"
  title: "restore"
  level: "bronze"
  dimension: "general"
  weight: 1
  pass: "entity.ownerExists"
  why: "Two\\n\\"lines\\""
  enforceFrom: "2027-04-01"
`);
});

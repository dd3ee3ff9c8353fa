import { checkOf, medals } from '../../../testUtils/scorecards';
import { defaultTiers } from '../../tier';
import { ScorecardDefinition } from '../scorecard';
import {
  changeScorecard,
  changeTiers,
  ScorecardChanges,
  unknownChecks,
} from './changeScorecard';

const definition: ScorecardDefinition = {
  id: 'test',
  title: 'Test',
  levels: medals,
  checks: [
    checkOf({ id: 'a', when: 'true', enforceFrom: '2027-01-01' }),
    checkOf({ id: 'b', planned: true }),
  ],
};

const [a, b] = definition.checks;

it.each<[string, ScorecardChanges, readonly unknown[]]>([
  ['nothing', {}, [a, b]],
  [
    'a weight and a level',
    { checks: [{ id: 'a', weight: 5, level: 'gold' }] },
    [{ ...a, weight: 5, level: 'gold' }, b],
  ],
  [
    'a weight of nothing',
    { checks: [{ id: 'a', weight: 0 }] },
    [{ ...a, weight: 0 }, b],
  ],
  [
    'a condition and a date that are taken away',
    { checks: [{ id: 'a', when: null, enforceFrom: null }] },
    [checkOf({ id: 'a' }), b],
  ],
  [
    'a plan that is carried out',
    { checks: [{ id: 'b', planned: false }] },
    [a, checkOf({ id: 'b' })],
  ],
  [
    'one check removed and one added',
    { remove: ['a'], add: [checkOf({ id: 'c' })] },
    [b, checkOf({ id: 'c' })],
  ],
])('changes %s', (_, changes, checks) => {
  expect(changeScorecard(definition, changes)).toEqual({
    ...definition,
    checks,
  });
});

it('changes the ladder as a whole', () => {
  const levels = [medals[0]];
  expect(changeScorecard(definition, { levels }).levels).toEqual(levels);
});

it('names what the scorecard does not have', () => {
  expect(
    unknownChecks(definition, {
      checks: [{ id: 'a' }, { id: 'x' }],
      remove: ['y'],
    }),
  ).toEqual([
    { path: 'checks[1].id', id: 'x' },
    { path: 'remove[0]', id: 'y' },
  ]);
});

it('gives tiers other contracts', () => {
  const [first, ...others] = defaultTiers;
  expect(changeTiers(defaultTiers, { [first.id]: { rto: 'PT1M' } })).toEqual([
    { ...first, contract: { rto: 'PT1M' } },
    ...others,
  ]);
});

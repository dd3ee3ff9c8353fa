import { checkOf, compiled, definitionOf } from '../../testUtils';
import type { CheckResult, Enforcement, Outcome } from './assess';
import { attainmentOf } from './attainment';

const scorecard = () =>
  compiled(
    definitionOf([
      checkOf({ id: 'a', pass: 'true' }),
      checkOf({ id: 'b', level: 'silver', pass: 'true' }),
    ]),
  );

const results = (
  outcomes: readonly Outcome[],
  enforcement: Enforcement = 'enforced',
): CheckResult[] =>
  ['a', 'b'].map((id, index) => ({
    id,
    outcome: outcomes[index],
    enforcement,
  }));

const all: Outcome[] = ['pass', 'fail', 'unknown', 'not-applicable', 'exempt'];
const enforcements: Enforcement[] = ['enforced', 'scheduled', 'planned'];

it('is the same object for the same results', () => {
  const card = scorecard();
  expect(attainmentOf(card, results(['pass', 'fail']))).toBe(
    attainmentOf(card, results(['pass', 'fail'])),
  );
});

it('of two scorecards has nothing in common', () => {
  expect(attainmentOf(scorecard(), results(['pass', 'fail']))).not.toBe(
    attainmentOf(scorecard(), results(['pass', 'fail'])),
  );
});

it('differs with every outcome and enforcement', () => {
  const card = scorecard();
  const found = all.flatMap(first =>
    all.flatMap(second =>
      enforcements.map(enforcement =>
        attainmentOf(card, results([first, second], enforcement)),
      ),
    ),
  );
  expect(new Set(found).size).toBe(75);
});

it.each<[string, Outcome[], Enforcement, number, number, Outcome[]]>([
  ['all that pass', ['pass', 'pass'], 'enforced', 1, 1000, ['pass', 'pass']],
  ['one that fails', ['pass', 'fail'], 'enforced', 0, 500, ['pass', 'fail']],
  ['none that counts', ['pass', 'fail'], 'planned', -1, 0, ['pass', 'fail']],
])('of %s is worked out', (_, given, enforcement, level, score, outcomes) => {
  const card = scorecard();
  const once = attainmentOf(card, results(given, enforcement));
  expect(once).toMatchObject({ level, score, outcomes });
  expect(attainmentOf(card, results(given, enforcement))).toEqual(once);
});

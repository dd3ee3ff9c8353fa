import { assess } from './assess';
import {
  checkOf,
  compiled,
  definitionOf,
  exemptionOf,
  NOW,
  serviceFacts,
} from '../../testUtils';
import { outcomesOf } from './judge';

const scorecard = compiled(
  definitionOf([
    checkOf({ id: 'good', pass: 'entity.links.runbook > 0' }),
    checkOf({ id: 'bad', pass: 'entity.links.runbook > 1' }),
    checkOf({ id: 'free', pass: 'entity.links.runbook > 1' }),
    checkOf({ id: 'lost', pass: 'facts["ci/a"] > 1' }),
    checkOf({ id: 'other', when: 'tier.rank > 90', pass: 'true' }),
  ]),
);
const exemptions = [exemptionOf({ check: 'free' })];

describe('some checks of a scorecard', () => {
  it('come to what an assessment of all finds', () => {
    const facts = serviceFacts();
    const { checks } = assess(facts, scorecard, NOW, exemptions);
    expect(
      outcomesOf(facts, scorecard, scorecard.checks, NOW, exemptions),
    ).toEqual(checks.map(({ outcome }) => outcome));
    expect(new Set(checks.map(({ outcome }) => outcome)).size).toBe(5);
  });

  it('come in their order, and need only the facts that they read', () => {
    const [good, bad, , lost] = scorecard.checks;
    const facts = serviceFacts().filter(({ root }) => root === 'entity');
    expect(outcomesOf(facts, scorecard, [lost, bad, good], NOW)).toEqual([
      'unknown',
      'fail',
      'pass',
    ]);
  });
});

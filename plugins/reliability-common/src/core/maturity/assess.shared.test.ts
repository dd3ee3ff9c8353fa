import { assess } from './assess';
import {
  checkOf,
  ciFacts,
  compiled,
  definitionOf,
  exemptionOf,
  NOW,
  serviceFacts,
} from '../../testUtils';

const DAY = 24 * 60 * 60 * 1000;

const rule = 'facts["ci/a"] > 1 && facts["ci/b"] > 1';

/** A scorecard that keeps what services share, as it does in a portal. */
const scorecardOf = (changed = {}) =>
  compiled(definitionOf([checkOf({ pass: rule, ...changed })]));

it('services with the same results share them', () => {
  const scorecard = scorecardOf();
  const checks = [1, 2].map(
    a => assess(ciFacts({ a, b: 1 }), scorecard, NOW).checks,
  );
  expect(checks[0]).toEqual([
    { id: 'check', outcome: 'fail', enforcement: 'enforced' },
  ]);
  expect(checks[1]).toBe(checks[0]);
});

it('services that lack the same facts share the reason', () => {
  const scorecard = scorecardOf();
  const [one, other] = [1, 2].map(
    () => assess(serviceFacts(), scorecard, NOW).checks,
  );
  expect(other).toBe(one);
});

it.each([
  ['one fact', ciFacts({ a: 2 }), 'absent', ['facts["ci/b"]']],
  ['the other', ciFacts({ b: 2 }), 'absent', ['facts["ci/a"]']],
  [
    'fresh facts',
    ciFacts({ a: 1, b: 1 }).map(group => ({ ...group, expiresAt: NOW })),
    'stale',
    ['facts["ci/a"]', 'facts["ci/b"]'],
  ],
] as const)(
  'who lacks %s is told so, whoever was unknown before for another reason',
  (_, facts, kind, missing) => {
    const scorecard = scorecardOf();
    assess(serviceFacts(), scorecard, NOW);
    const { checks } = assess(facts, scorecard, NOW);
    expect(checks[0].reason).toEqual({ kind, facts: missing });
    const { checks: again } = assess(serviceFacts(), scorecard, NOW);
    expect(again[0].reason).toEqual({
      kind: 'absent',
      facts: ['facts["ci/a"]', 'facts["ci/b"]'],
    });
  },
);

it('two exemptions keep their own reasons', () => {
  const scorecard = scorecardOf();
  const reasons = ['Is rewritten', 'Is retired'].map(reason => {
    const exemption = exemptionOf({ check: 'check', reason });
    return assess(serviceFacts(), scorecard, NOW, [exemption]).checks[0].reason;
  });
  expect(reasons).toMatchObject([
    { kind: 'exempt', reason: 'Is rewritten' },
    { kind: 'exempt', reason: 'Is retired' },
  ]);
});

it('a check whose date has come is enforced, although it was scheduled before', () => {
  const enforceFrom = new Date(NOW + DAY).toISOString();
  const scorecard = scorecardOf({ enforceFrom });
  const facts = ciFacts({ a: 2, b: 2 });
  const enforcements = [NOW, NOW + 2 * DAY, NOW].map(
    at => assess(facts, scorecard, at).checks[0].enforcement,
  );
  expect(enforcements).toEqual(['scheduled', 'enforced', 'scheduled']);
});

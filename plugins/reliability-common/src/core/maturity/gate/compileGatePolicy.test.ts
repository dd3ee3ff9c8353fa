import { gatePolicyOf, gateRuleOf } from '../../../testUtils';
import { defaultTiers } from '../../tier';
import { compileGatePolicy } from './compileGatePolicy';
import { defaultGatePolicies } from './defaultGatePolicies';
import { GatePolicy, GateRule } from './policy';

const problemsOf = (
  rules: readonly Partial<GateRule>[],
  changed: Partial<GatePolicy> = {},
) => {
  const policy = gatePolicyOf(rules.map(gateRuleOf), changed);
  const result = compileGatePolicy(policy, { tiers: defaultTiers });
  return result.kind === 'ok'
    ? []
    : result.problems.map(({ path, message }) => `${path}: ${message}`);
};

describe('compileGatePolicy', () => {
  it.each<[string, Partial<GateRule>[], Partial<GatePolicy>, RegExp]>([
    [
      'a tier that is not configured',
      [],
      { tiers: ['tier-0', 'gold'] },
      /^tiers\[1\]: unknown tier "gold", expected one of tier-0, .*untiered$/,
    ],
    [
      'a tier twice',
      [],
      { tiers: ['tier-0', 'tier-0'] },
      /^tiers\[1\]: "tier-0" is named twice$/,
    ],
    ['an id twice', [{}, {}], {}, /^rules\[1\]\.id: "rule" is used twice$/],
    [
      'a fact that is not there',
      [{}, { id: 'b', when: 'slo.burnt > 0' }],
      {},
      /^rules\[1\]\.when: column 5: No such key: burnt$/,
    ],
    [
      'a rule that is no condition',
      [{ when: 'slo.burning' }],
      {},
      /^rules\[0\]\.when: column 1: must be true or false, but is int$/,
    ],
    [
      'a tier in a rule that is not configured',
      [{ when: 'tier.id == "gold"' }],
      {},
      /^rules\[0\]\.when: column 12: unknown tier "gold"/,
    ],
    [
      'a blank that is no fact',
      [{ reason: 'Left: {gate.budget}' }],
      {},
      /^rules\[0\]\.reason: no such fact: \{gate\.budget\}$/,
    ],
    [
      'an empty blank',
      [{ reason: 'Left: {}' }],
      {},
      /^rules\[0\]\.reason: no such fact: \{\}$/,
    ],
  ])('refuses %s', (_, rules, changed, message) => {
    expect(problemsOf(rules, changed)).toEqual([
      expect.stringMatching(message),
    ]);
  });

  it('takes pushed facts in rules and texts', () => {
    const when = 'facts["ci/frozen"] == true';
    const reason = 'Frozen: {facts["ci/frozen"]}';
    expect(problemsOf([{ when, reason }])).toEqual([]);
  });

  it('takes every policy that ships', () => {
    const results = defaultGatePolicies(defaultTiers).map(policy =>
      compileGatePolicy(policy, { tiers: defaultTiers }),
    );
    expect(results.map(({ kind }) => kind)).toEqual(Array(5).fill('ok'));
  });
});

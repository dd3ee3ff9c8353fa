import {
  compiledGatePolicy,
  decided,
  gatePolicyOf,
  gateRuleOf,
  GateWorld,
  HOUR,
  NOW,
  OBSERVED,
} from '../../../testUtils';
import type { GateContext, GateWaiver } from './decideGate';
import { GatePolicy, GateRule } from './policy';

const waiver = (changed: Partial<GateWaiver> = {}): GateWaiver => ({
  id: 'w',
  reason: 'Launch',
  by: 'user:default/ada',
  until: NOW + HOUR,
  ...changed,
});

const burns: GateWorld = { slo: { burning: 2 } };
const stale: GateWorld = { expiresAt: NOW };

/** What a policy of some rules says. */
const say = (
  rules: readonly Partial<GateRule>[],
  world: GateWorld = burns,
  context: Partial<GateContext> = {},
  policy: Partial<GatePolicy> = {},
) =>
  decided(
    compiledGatePolicy(gatePolicyOf(rules.map(gateRuleOf), policy)),
    world,
    context,
  );

const warns: Partial<GateRule> = {
  id: 'other',
  title: 'Other',
  when: 'gate.budgetLeft < 90.0',
  decision: 'warn',
  reason: '{gate.budgetLeft} % left',
  demands: ['Go slow', 'Stop'],
};

describe('decideGate', () => {
  it('allows what no rule speaks against', () => {
    const { decision, state, headline, reasons, demands } = say([{}], {});
    expect([decision, state, headline]).toEqual([
      'allow',
      'clear',
      'Allow: nothing speaks against a change',
    ]);
    expect([reasons, demands]).toEqual([[], []]);
  });

  it('is as strict as the strictest rule that speaks, and demands what all demand', () => {
    const answer = say([warns, {}]);
    expect([answer.decision, answer.state]).toEqual(['hold', 'held']);
    expect(answer.headline).toBe('Hold: Burning: 2');
    expect(answer.reasons.map(({ rules }) => rules)).toEqual([
      ['rule'],
      ['other'],
    ]);
    expect(answer.demands).toEqual(['Go slow', 'Stop']);
  });

  it('says what each reason saw, from where and when', () => {
    const [reason] = say([{}]).reasons;
    expect(reason).toMatchObject({
      kind: 'rule',
      text: 'Burning: 2',
      source: 'slo',
      at: OBSERVED,
      facts: [{ path: 'slo.burning', state: 'known', value: 2 }],
    });
  });

  it.each<[string, GatePolicy['onUnknown'], string, string]>([
    ['warns', 'warn', 'warn', 'unknown'],
    ['holds', 'hold', 'hold', 'held'],
    ['allows, and says so', 'allow', 'allow', 'unknown'],
  ])('%s where facts are too old', (_, onUnknown, decision, state) => {
    const answer = say([{}], stale, {}, { onUnknown });
    expect([answer.decision, answer.state]).toEqual([decision, state]);
    expect(answer.reasons).toMatchObject([
      {
        kind: 'unknown',
        rules: ['rule'],
        text: 'The rule “Rule” cannot be judged: slo.burning was last known 60 minutes ago, which is too old',
      },
    ]);
  });

  it('puts rules together that cannot be judged for the same topic', () => {
    const answer = say([{}, warns, { id: 'calls', noun: 'oncall' }], {
      slo: null,
    });
    expect(
      answer.reasons.map(({ noun, rules, text }) => [noun, rules, text]),
    ).toEqual([
      [
        'slo',
        ['rule', 'other'],
        'The rules “Rule”, “Other” cannot be judged: nobody has reported slo.burning yet; nobody has reported gate.budgetLeft yet',
      ],
      [
        'oncall',
        ['calls'],
        'The rule “Rule” cannot be judged: nobody has reported slo.burning yet',
      ],
    ]);
  });

  it.each<[string, GateWaiver, string]>([
    ['of every rule', waiver(), 'waived'],
    ['of this rule', waiver({ rules: ['rule', 'other'] }), 'waived'],
    ['of another rule', waiver({ rules: ['other'] }), 'held'],
    ['that is over', waiver({ until: NOW }), 'held'],
  ])('heeds a waiver %s', (_, given, state) => {
    const answer = say([{}], burns, { waivers: [given] });
    expect(answer.state).toBe(state);
    expect(answer.decision).toBe(state === 'waived' ? 'warn' : 'hold');
    expect(answer.reasons[0].before).toBe('hold');
    expect(answer.reasons[0].waivedBy).toBe(
      state === 'waived' ? given : undefined,
    );
  });

  it('waives one reason and not the other', () => {
    const answer = say([{}, { ...warns, decision: 'hold' }], burns, {
      waivers: [waiver({ rules: ['rule'] })],
    });
    expect(answer.state).toBe('held');
    expect(answer.reasons.map(({ decision }) => decision)).toEqual([
      'hold',
      'warn',
    ]);
  });

  it.each([
    ['rollback', 'exempt-change'],
    ['Roll back', 'held'],
    ['ROLLBACK', 'exempt-change'],
    ['deploy', 'held'],
    [undefined, 'held'],
  ])('for the change %s it is %s', (change, state) => {
    expect(say([{}], burns, { change }).state).toBe(state);
  });

  it('waives what is not known too', () => {
    const policy = { onUnknown: 'hold' } as const;
    const context = { waivers: [waiver()] };
    expect(say([{}], stale, context, policy).state).toBe('waived');
  });

  it('tells no more than two reasons in its headline', () => {
    const rules = ['a', 'b', 'c', 'd'].map(id => ({ id, reason: id }));
    expect(say(rules).headline).toBe('Hold: a; b; and 2 more');
  });
});

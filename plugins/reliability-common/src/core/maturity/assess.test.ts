import { assess } from './assess';
import { Facts } from '../facts/facts';
import {
  checkOf,
  ciFacts,
  compiled,
  definitionOf,
  entityFacts,
  exemptionOf,
  factsOfTier,
  medals,
  NOW,
  OBSERVED,
  serviceFacts,
  tier0,
} from '../../testUtils';
import { CheckDefinition, Exemption } from './scorecard';

type Rule = Partial<CheckDefinition>;

function resultOf(rule: Rule, facts: Facts, exemptions: Exemption[] = []) {
  const scorecard = compiled(definitionOf([checkOf(rule)]));
  return assess(facts, scorecard, NOW, exemptions).checks[0];
}

describe('a check', () => {
  const perfect = [...serviceFacts(), ...ciFacts({ zero: 0, text: 'x' })];
  const late = [entityFacts({}, NOW), factsOfTier(tier0)];
  const absent = (...facts: string[]) => ({
    outcome: 'unknown',
    reason: { kind: 'absent', facts },
  });
  const stale = (...facts: string[]) => ({
    outcome: 'unknown',
    reason: { kind: 'stale', facts },
  });

  it.each<[string, Rule, Facts, object]>([
    [
      'passes where its rule is true',
      { pass: 'entity.links.runbook > 0' },
      perfect,
      { outcome: 'pass' },
    ],
    [
      'fails where its rule is false',
      { pass: 'entity.links.runbook > 1' },
      perfect,
      { outcome: 'fail' },
    ],
    [
      'is unknown where a fact is absent',
      { pass: 'facts["ci/a"] > 1' },
      perfect,
      absent('facts["ci/a"]'),
    ],
    [
      'is unknown where a fact is stale',
      { pass: 'entity.owner != ""' },
      late,
      stale('entity.owner'),
    ],
    [
      'blames what is stale rather than what is absent',
      { pass: 'entity.owner != "" && facts["ci/a"] > 1' },
      late,
      stale('entity.owner'),
    ],
    [
      'is stale where it only asks for an annotation',
      { pass: '"a/b" in entity.annotations' },
      late,
      stale('entity.annotations["a/b"]'),
    ],
    [
      'is stale where it only asks for a fact',
      { pass: 'has(entity.owner)' },
      late,
      stale('entity.owner'),
    ],
    [
      'is decided where the missing fact does not matter',
      { pass: 'tier.rank == 0 || entity.ownerExists' },
      late,
      { outcome: 'pass' },
    ],
    [
      'is decided where a whole source is missing',
      { pass: 'true || entity.ownerExists' },
      [],
      { outcome: 'pass' },
    ],
    [
      'is unknown where its rule cannot run',
      { pass: '1.0 / facts["ci/text"] > 1.0' },
      perfect,
      {
        outcome: 'unknown',
        reason: { kind: 'error', message: expect.stringMatching(/string/) },
      },
    ],
    [
      'does not apply where its condition is false',
      { when: 'tier.rank == 0', pass: 'false' },
      perfect,
      { outcome: 'not-applicable' },
    ],
    [
      'does not need its facts where it does not apply',
      { when: 'tier.rank == 0', pass: 'facts["ci/a"] > 1' },
      perfect,
      { outcome: 'not-applicable' },
    ],
    [
      'is judged where its condition is true',
      { when: 'tier.rank == 1', pass: 'false' },
      perfect,
      { outcome: 'fail' },
    ],
    [
      'is unknown where its condition is unknown',
      { when: 'tier.rank == 0', pass: 'true' },
      [factsOfTier()],
      absent('tier.rank'),
    ],
    [
      'is unknown where its condition is stale',
      { when: 'entity.ownerExists', pass: 'true' },
      late,
      stale('entity.ownerExists'),
    ],
    [
      'is unknown where its condition cannot run',
      { when: '1 / entity.dependents > 0', pass: 'true' },
      [entityFacts({ dependents: 0 })],
      {
        outcome: 'unknown',
        reason: { kind: 'error', message: 'division by zero' },
      },
    ],
    [
      'that compares with a demand the tier does not make is unknown',
      { pass: 'entity.dependents >= tier.contract.oncall.minResponders' },
      [entityFacts(), factsOfTier({ ...tier0, contract: {} })],
      absent('tier.contract.oncall.minResponders'),
    ],
  ])('%s', (_, rule, facts, expected) => {
    expect(resultOf(rule, facts)).toEqual({
      id: 'check',
      enforcement: 'enforced',
      ...expected,
    });
  });
});

describe('a check with an exemption', () => {
  const exempt = {
    outcome: 'exempt',
    reason: {
      kind: 'exempt',
      reason: 'Is rewritten',
      approvedBy: 'user:default/ada',
      until: '2027-01-01',
    },
  };
  it.each<[string, Rule, Partial<Exemption>, object]>([
    ['is exempt instead of failing', { pass: 'false' }, {}, exempt],
    ['is exempt although it would pass', { pass: 'true' }, {}, exempt],
    ['is exempt instead of unknown', { pass: 'facts["ci/a"] > 1' }, {}, exempt],
    [
      'still does not apply',
      { pass: 'false', when: 'false' },
      {},
      { outcome: 'not-applicable' },
    ],
    [
      'is unknown where nobody knows whether it applies',
      { when: 'facts["ci/a"] > 1' },
      {},
      { outcome: 'unknown' },
    ],
    [
      'of another check fails',
      { pass: 'false' },
      { check: 'other' },
      { outcome: 'fail' },
    ],
  ])('%s', (_, rule, exemption, expected) => {
    expect(resultOf(rule, [], [exemptionOf(exemption)])).toMatchObject(
      expected,
    );
  });
});

describe('an assessment', () => {
  const scorecard = compiled(
    definitionOf([
      checkOf({ id: 'b', pass: 'entity.links.runbook > 0' }),
      checkOf({
        id: 'a',
        level: 'silver',
        when: 'tier.rank < 2',
        pass: 'facts["ci/green"]',
      }),
    ]),
  );
  const facts = serviceFacts();

  it('keeps every value that its checks read, and the tier', () => {
    const catalog = { at: OBSERVED, source: 'catalog' };
    const configuration = { at: OBSERVED, source: 'configuration' };
    expect(assess(facts, scorecard, NOW).facts).toEqual({
      'tier.id': { state: 'known', value: 'tier-1', ...configuration },
      'tier.rank': { state: 'known', value: 1, ...configuration },
      'entity.links.runbook': { state: 'known', value: 1, ...catalog },
      'facts["ci/green"]': { state: 'absent' },
    });
  });

  it('lists the checks in the order of the scorecard', () => {
    const { checks } = assess(facts, scorecard, NOW);
    expect(checks.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('of a service of which nothing is known knows nothing', () => {
    expect(assess([], scorecard, NOW)).toMatchObject({
      level: -1,
      score: 0,
      coverage: 0,
      checks: [{ outcome: 'unknown' }, { outcome: 'unknown' }],
      nextLevel: { level: 0, blocking: ['b'] },
    });
  });

  it('is the same every time and leaves the facts alone', () => {
    const before = JSON.stringify(facts);
    const first = assess(facts, scorecard, NOW);
    expect(assess(facts, scorecard, NOW)).toEqual(first);
    expect(JSON.stringify(facts)).toBe(before);
  });

  it('at the top has no next level', () => {
    const all = [...facts, ...ciFacts({ green: true })];
    const { level, nextLevel } = assess(all, scorecard, NOW);
    expect([medals[level].id, nextLevel]).toEqual(['silver', undefined]);
  });
});

import {
  checkOf,
  checks,
  contractOf,
  DAY,
  entityFacts,
  exemptionOf,
  factsOfTier,
  logs,
  NOW,
  replaced,
  responders,
  runbook,
  summary,
  tier1,
  World,
} from '../../testUtils';

describe('the rules changed', () => {
  const scheduled = {
    checks: replaced(runbook, { enforceFrom: '2026-12-01' }),
  };
  const later = {
    now: Date.parse('2026-12-01'),
    entity: entityFacts({}, NOW + 99 * DAY),
    pushed: responders(4, NOW + 99 * DAY),
  };
  const byName = {
    checks: [
      checkOf({ id: 'named', pass: 'tier.name == "Business critical"' }),
    ],
  };
  const exempt = { exemptions: [exemptionOf({ check: 'logs' })] };

  it.each<[string, Partial<World>, Partial<World>, string[]]>([
    [
      'the weight of a check',
      {},
      { checks: replaced(logs, { weight: 5 }) },
      ['rule'],
    ],
    [
      'the level of a check',
      {},
      { checks: replaced(logs, { level: 'bronze' }) },
      ['rule'],
    ],
    [
      'the rule of a check',
      {},
      { checks: replaced(runbook, { pass: 'entity.links.runbook > 2' }) },
      ['rule', 'runbook pass→fail rule'],
    ],
    [
      'the condition of a check',
      {},
      { checks: replaced(logs, { when: 'tier.rank == 0' }) },
      ['rule', 'logs fail→not-applicable rule'],
    ],
    ['a check was put off', {}, scheduled, ['rule', 'runbook pass→pass rule']],
    [
      'the date of a check came',
      scheduled,
      { ...scheduled, ...later },
      ['rule', 'runbook pass→pass rule'],
    ],
    [
      'a check is new',
      {},
      { checks: [...checks, checkOf({ id: 'new', pass: 'false' })] },
      ['rule', 'new undefined→fail rule'],
    ],
    [
      'a check is gone',
      {},
      { checks: checks.filter(check => check !== logs) },
      ['rule', 'logs fail→undefined rule'],
    ],
    ['an exemption was granted', {}, exempt, ['rule', 'logs fail→exempt rule']],
    ['an exemption ended', exempt, {}, ['rule', 'logs exempt→fail rule']],
    [
      'the contract of the tier',
      { tier: contractOf(4) },
      { tier: contractOf(5) },
      ['rule', 'enough pass→fail rule'],
    ],
    [
      'the contract demands it for the first time',
      { tier: factsOfTier({ ...tier1, contract: {} }) },
      { tier: contractOf(4) },
      ['rule', 'enough unknown→pass rule'],
    ],
    [
      'the place of the tier among others',
      {},
      { tier: factsOfTier({ ...tier1, rank: 2 }) },
      ['rule', 'logs fail→not-applicable rule'],
    ],
    [
      'the name of the tier',
      byName,
      { ...byName, tier: factsOfTier({ ...tier1, name: 'Vital' }) },
      ['rule', 'named pass→fail rule'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(summary(before, after)).toEqual(expected);
  });
});

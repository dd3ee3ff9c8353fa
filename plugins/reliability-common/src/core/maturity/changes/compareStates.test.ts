import {
  checkOf,
  checks,
  contractOf,
  DAY,
  factsOfTier,
  NOW,
  replaced,
  responders,
  runbook,
  tier2,
} from '../../../testUtils';
import {
  Changed,
  compare,
  told,
  exemption,
  scheduled,
  noRunbook,
} from './__testUtils__/journey';

describe('one thing changed', () => {
  it.each<[string, Changed, Changed, string[]]>([
    ['nothing', {}, {}, ['same -']],
    [
      'a weight',
      {},
      { checks: replaced(runbook, { weight: 4 }) },
      ['same -', 'rule 107'],
    ],
    [
      'the contract of the tier',
      { tier: contractOf(4) },
      { tier: contractOf(5) },
      ['down rule', 'rule -250', 'enough pass→fail rule'],
    ],
    [
      'the tier of the service, to one with no such demand',
      {},
      { tier: factsOfTier(tier2) },
      ['same -', 'service 250', 'logs fail→not-applicable service'],
    ],
    [
      'a fact',
      {},
      { entity: noRunbook },
      ['down service', 'service -250', 'runbook pass→fail service'],
    ],
    [
      'a fact that went stale',
      {},
      { pushed: responders(4, NOW) },
      ['down data', 'data -250', 'enough pass→unknown data'],
    ],
    [
      'an exemption',
      {},
      { exemptions: [exemption] },
      ['up rule', 'rule 250', 'logs fail→exempt rule'],
    ],
    [
      'a new check',
      {},
      { checks: [...checks, checkOf({ id: 'new', pass: 'false' })] },
      ['down rule', 'rule -150', 'new undefined→fail rule'],
    ],
    [
      'a check that went',
      {},
      { checks: checks.slice(0, 3) },
      ['up rule', 'rule 250', 'logs fail→undefined rule'],
    ],
    [
      'a check that moved to a lower level',
      {},
      { checks: checks.map(each => ({ ...each, level: 'bronze' })) },
      ['down rule'],
    ],
    [
      'a check that counts from now on',
      { entity: noRunbook, checks: scheduled },
      { entity: noRunbook, checks: scheduled, now: NOW + DAY },
      ['down rule'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after).slice(0, expected.length)).toEqual(expected);
  });
});

describe('several things changed', () => {
  it('the last step that made a check come out so names cause and culprit', () => {
    const found = compare(
      {},
      { pushed: responders(4, NOW) },
      {},
      { pushed: responders(1) },
    );
    expect(found.flips).toMatchObject([
      {
        check: 'enough',
        from: 'pass',
        to: 'fail',
        cause: 'service',
        at: NOW + 3,
        by: 'step 3',
        facts: [{ before: 4, after: 1, source: 'ci' }],
      },
    ]);
  });

  it('what came back to where it was is no flip', () => {
    expect(told({}, { entity: noRunbook }, {})).toEqual(['same -']);
  });

  it('points are split between the service and the data', () => {
    expect(
      told(
        {},
        { entity: noRunbook },
        { entity: noRunbook, pushed: responders(4, NOW) },
      ),
    ).toEqual([
      'down service',
      'service -250',
      'data -250',
      'runbook pass→fail service',
      'enough pass→unknown data',
    ]);
  });

  it("a service that moved while its weight rose: half of what both did together is the service's, half the rule's", () => {
    const heavy = replaced(runbook, { weight: 4 });
    const found = compare(
      {},
      { checks: heavy },
      { checks: heavy, entity: noRunbook },
    );
    // From 750 to 857 by the weight, to 285 by the service; the other way round to 500 and 285.
    expect([found.delta, found.points]).toEqual([
      -465,
      { service: -411, rule: -54, data: 0, unexplained: 0 },
    ]);
  });
});

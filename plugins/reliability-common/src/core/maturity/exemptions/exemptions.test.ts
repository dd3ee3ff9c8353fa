import {
  answerableOwners,
  DebtExemption,
  DebtIncident,
  DecidedExemptionState,
  ExemptionDecision,
  exemptionDeciderProblem,
  exemptionEndProblem,
  exemptionStateAt,
  isExemptionDecidable,
  isExemptionEnding,
  waiverDebt,
} from './index';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-11-20T12:00:00Z');

describe('the state of an exemption', () => {
  it.each<[DecidedExemptionState, number, string]>([
    ['requested', 1, 'requested'],
    ['requested', 0, 'expired'],
    ['approved', 1, 'approved'],
    ['approved', 0, 'expired'],
    ['denied', 0, 'denied'],
    ['revoked', -5, 'revoked'],
    ['withdrawn', 5, 'withdrawn'],
  ])('%s with %d ms left is %s', (state, left, expected) => {
    expect(exemptionStateAt({ state, endsAt: NOW + left }, NOW)).toBe(expected);
  });

  it.each<[string, DecidedExemptionState, number, boolean]>([
    ['in force for 14 days more', 'approved', 14 * DAY, true],
    ['in force for longer', 'approved', 14 * DAY + 1, false],
    ['over', 'approved', 0, false],
    ['only asked for', 'requested', DAY, false],
  ])('one that is %s: ending is %s', (_, state, left, expected) => {
    expect(isExemptionEnding({ state, endsAt: NOW + left }, NOW)).toBe(
      expected,
    );
  });
});

describe('the end that is asked for', () => {
  it.each([
    ['2026-11-20', 'fine'],
    ['2026-11-20T12:00:00Z', 'is over'],
    ['2026-11-19', 'is over'],
    ['2026-11-20T13:30:00+01:00', 'fine'],
    ['2027-05-19', 'fine'],
    ['2027-05-20', 'the latest day is 2027-05-19'],
    ['2027-05-20T00:00:00Z', 'fine'],
    ['2027-05-20T00:00:01Z', 'the latest day is 2027-05-19'],
    ['9999-12-31', 'the latest day is 2027-05-19'],
    ['2026-13-01', 'is no day'],
  ])('%s: %s', (until, expected) => {
    const problem = exemptionEndProblem(until, NOW, 180 * DAY);
    expect(problem ?? 'fine').toContain(expected);
  });
});

describe('a decision', () => {
  it.each<[ExemptionDecision, DecidedExemptionState, number, boolean]>([
    ['approve', 'requested', 1, true],
    ['approve', 'requested', 0, false],
    ['approve', 'denied', 1, false],
    ['deny', 'requested', 1, true],
    ['deny', 'approved', 1, false],
    ['revoke', 'approved', 1, true],
    ['revoke', 'approved', 0, false],
    ['revoke', 'requested', 1, false],
    ['withdraw', 'requested', 1, true],
    ['withdraw', 'approved', 1, true],
    ['withdraw', 'withdrawn', 1, false],
  ])('to %s one that is %s, %d ms before its end: %s', (...row) => {
    const [decision, state, left, expected] = row;
    const exemption = { state, endsAt: NOW + left };
    expect(isExemptionDecidable(exemption, decision, NOW)).toBe(expected);
  });

  const ada = 'user:default/ada';
  it.each<[string, ExemptionDecision, string, object, RegExp]>([
    ['somebody else', 'approve', 'user:default/bob', {}, /^fine$/],
    ['who asked', 'approve', ada, {}, /who asked .* cannot approve/],
    ['who asked, spelt otherwise', 'approve', 'User:default/Ada', {}, /asked/],
    ['who asked', 'withdraw', ada, {}, /^fine$/],
    ['a machine', 'approve', 'bot', { isPerson: false }, /Only a person/],
    [
      'a machine that may',
      'approve',
      'bot',
      { isPerson: false, machinesMayApprove: true },
      /^fine$/,
    ],
    ['a machine', 'revoke', 'bot', { isPerson: false }, /^fine$/],
  ])('of %s to %s', (_, decision, name, options, expected) => {
    const problem = exemptionDeciderProblem(ada, decision, {
      name,
      isPerson: true,
      machinesMayApprove: false,
      ...options,
    });
    expect(problem ?? 'fine').toMatch(expected);
  });
});

describe('waiver debt', () => {
  const exempt = (parts: Partial<DebtExemption> = {}): DebtExemption => ({
    entityRef: 'a',
    check: 'tested',
    weight: 1,
    since: NOW - 10 * DAY,
    renewals: 0,
    state: 'approved',
    endsAt: NOW + 30 * DAY,
    ...parts,
  });
  const incident = (
    incidentId: string,
    budgetShare: number | null,
    entityRef = 'a',
  ): DebtIncident => ({ incidentId, entityRef, budgetShare });

  it('counts, weighs and dates what is in force', () => {
    const debt = waiverDebt(
      [
        exempt({ weight: 3, renewals: 2, since: NOW - 400 * DAY }),
        exempt({ check: 'owned', endsAt: NOW + 3 * DAY }),
        exempt({ entityRef: 'b', since: undefined }),
        exempt({ entityRef: 'b', since: NOW - 1.5 * DAY }),
      ],
      [],
      NOW,
    );
    expect(debt).toEqual({
      exemptions: 4,
      services: 2,
      weight: 6,
      medianAgeDays: 10,
      oldestAgeDays: 400,
      undated: 1,
      renewals: 2,
      expiring: 1,
      incidents: 0,
      budgetShare: 0,
      unmeasured: 0,
    });
  });

  it.each<[string, DebtIncident[], object]>([
    [
      'one incident that met two exemptions of a service counts once',
      [incident('1', 0.25), incident('1', 0.25)],
      { incidents: 1, budgetShare: 0.25, unmeasured: 0 },
    ],
    [
      'one incident of two services is one, which spent two budgets',
      [incident('1', 0.25), incident('1', 0.5, 'b')],
      { incidents: 1, budgetShare: 0.75, unmeasured: 0 },
    ],
    [
      'what is not measured is told, and is no zero',
      [incident('1', null), incident('2', null)],
      { incidents: 2, budgetShare: null, unmeasured: 2 },
    ],
    [
      'what is measured in part is told with what is not',
      [incident('1', 1.5), incident('2', null)],
      { incidents: 2, budgetShare: 1.5, unmeasured: 1 },
    ],
  ])('%s', (_, incidents, expected) => {
    expect(waiverDebt([exempt()], incidents, NOW)).toMatchObject(expected);
  });

  it('of nothing is nothing, without an age', () => {
    expect(waiverDebt([], [], NOW)).toMatchObject({
      exemptions: 0,
      medianAgeDays: null,
      oldestAgeDays: null,
      budgetShare: 0,
    });
  });

  it('is answered for by all groups above, cycles included', () => {
    const parents = new Map([
      ['team', ['unit']],
      ['unit', ['company', 'team']],
    ]);
    expect(answerableOwners('team', parents)).toEqual([
      'team',
      'unit',
      'company',
    ]);
    expect(answerableOwners('alone', parents)).toEqual(['alone']);
  });

  it('goes up a tree of 200 levels', () => {
    const parents = new Map(
      Array.from({ length: 200 }, (_, level) => [
        `g${level}`,
        [`g${level + 1}`],
      ]),
    );
    expect(answerableOwners('g0', parents)).toHaveLength(201);
  });
});

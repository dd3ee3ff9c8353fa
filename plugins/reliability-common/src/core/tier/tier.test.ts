import { contractFacts, isUrgentTier } from './tier';

describe('a contract as facts', () => {
  it('turns every demand into its unit', () => {
    expect(
      contractFacts({
        sloTarget: 99.95,
        rto: 'PT15M',
        rpo: 'PT30S',
        oncall: {
          coverage: '24x7',
          minResponders: 4,
          minLevels: 2,
          acknowledge: 'PT1H30M',
        },
        postmortem: { severities: [1, 2], draft: 'P2D', publish: 'P1W' },
        slo: { atRiskBelow: 25, alerts: ['ticket'] },
        reviewEvery: 'P90D',
      }),
    ).toEqual({
      sloTarget: 99.95,
      rtoMinutes: 15,
      rpoMinutes: 0.5,
      oncall: {
        coverage: '24x7',
        minResponders: 4,
        minLevels: 2,
        acknowledgeMinutes: 90,
      },
      postmortem: { severities: [1, 2], draftHours: 48, publishHours: 168 },
      slo: { atRiskBelow: 25, alerts: ['ticket'] },
      reviewEveryDays: 90,
    });
  });

  it.each([
    ['minutes', { rto: 'P3D' }, { rtoMinutes: 4320 }],
    ['days', { reviewEvery: 'P1M' }, { reviewEveryDays: 30 }],
  ])('counts longer durations in %s too', (_, contract, facts) => {
    expect(contractFacts(contract)).toMatchObject(facts);
  });

  it('leaves out what the contract does not demand', () => {
    expect(contractFacts({ oncall: { minLevels: 1 } })).toStrictEqual({
      oncall: { minLevels: 1 },
      postmortem: {},
      slo: {},
    });
  });
});

it.each([
  [0, true],
  [1, true],
  [2, false],
])('rank %i is urgent: %s', (rank, urgent) => {
  expect(isUrgentTier({ rank })).toBe(urgent);
});

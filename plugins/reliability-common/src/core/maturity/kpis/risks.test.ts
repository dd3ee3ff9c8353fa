import { UNTIERED_RANK } from '../../tier';
import { derivedRisk, riskImpact, riskLikelihood, riskReasons } from './risks';

const quiet = {
  longFailing: false,
  incidents: 0,
  severe: 0,
  remaining: null,
  burn: null,
};

describe('riskLikelihood', () => {
  it.each([
    ['nothing known beside the failing check', {}, 1],
    ['a check that fails for long', { longFailing: true }, 2],
    ['one incident', { incidents: 1 }, 2],
    ['two incidents', { incidents: 2 }, 2],
    ['three incidents', { incidents: 3 }, 3],
    ['one severe incident', { incidents: 1, severe: 1 }, 3],
    ['a spent budget', { remaining: 0 }, 2],
    ['a budget that lasts', { remaining: 0.1, burn: 1 }, 1],
    ['a budget that burns too fast', { remaining: 0.9, burn: 1.1 }, 2],
    [
      'all of it',
      { longFailing: true, incidents: 9, severe: 2, remaining: -1, burn: 9 },
      5,
    ],
  ])('with %s', (_, evidence, likelihood) => {
    expect(riskLikelihood({ ...quiet, ...evidence })).toBe(likelihood);
  });
});

describe('riskImpact', () => {
  it.each([
    [0, 5],
    [1, 4],
    [3, 2],
    [4, 1],
    [9, 1],
    [UNTIERED_RANK, 3],
  ])('of rank %s is %s', (rank, impact) => {
    expect(riskImpact(rank)).toBe(impact);
  });
});

it('multiplies likelihood and impact', () => {
  const evidence = { ...quiet, incidents: 3 };
  expect(derivedRisk(evidence, 0)).toEqual({
    likelihood: 3,
    impact: 5,
    score: 15,
  });
});

describe('riskReasons', () => {
  it('names everything that counts', () => {
    const evidence = {
      longFailing: true,
      incidents: 3,
      severe: 1,
      remaining: -0.1,
      burn: 4,
    };
    expect(
      riskReasons(evidence, { tierName: 'Critical', tierRank: 0 }),
    ).toEqual([
      'The check fails for 30 days or longer',
      '3 incidents in 90 days, 1 of severity 1 or 2',
      'An error budget is spent',
      'The tier is Critical',
    ]);
  });

  it('says that an impact without a tier is a guess', () => {
    expect(
      riskReasons(
        { ...quiet, incidents: 1, remaining: 0.5, burn: 2 },
        { tierName: 'Untiered', tierRank: UNTIERED_RANK },
      ),
    ).toEqual([
      'It fails now',
      '1 incident in 90 days',
      'An error budget burns faster than it lasts',
      'The service has no tier; its impact is taken as 3',
    ]);
  });
});

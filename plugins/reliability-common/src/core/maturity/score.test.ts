import { assessGiven, Given } from '../../testUtils';

const shares = (given: readonly Given[]) => {
  const { score, coverage } = assessGiven(given);
  return [score, coverage];
};

const weighing = (outcome: Given['outcome'], ...weights: number[]): Given[] =>
  weights.map(weight => ({ outcome, weight }));

describe('score and coverage in per mille', () => {
  it.each<[string, Given[], [number, number]]>([
    ['are whole when everything passes', [{ outcome: 'pass' }], [1000, 1000]],
    [
      'a failure earns nothing and is known',
      [{ outcome: 'pass' }, { outcome: 'fail' }],
      [500, 1000],
    ],
    [
      'unknown earns nothing and lowers coverage',
      [{ outcome: 'pass' }, { outcome: 'unknown' }],
      [500, 500],
    ],
    [
      'what is not applicable leaves both',
      [{ outcome: 'pass' }, { outcome: 'not-applicable', weight: 9 }],
      [1000, 1000],
    ],
    [
      'what is exempt leaves both',
      [{ outcome: 'fail' }, { outcome: 'exempt', weight: 9 }],
      [0, 1000],
    ],
    [
      'what is planned counts in neither',
      [{ outcome: 'pass' }, { outcome: 'fail', weight: 9, planned: true }],
      [1000, 1000],
    ],
    [
      'what is planned earns nothing',
      [{ outcome: 'fail' }, { outcome: 'pass', weight: 9, planned: true }],
      [0, 1000],
    ],
    [
      'what is enforced later counts in neither',
      [
        { outcome: 'pass' },
        { outcome: 'unknown', weight: 9, enforceFrom: '2027-01-01' },
      ],
      [1000, 1000],
    ],
    [
      'weights share the score',
      [...weighing('pass', 3), ...weighing('fail', 1)],
      [750, 1000],
    ],
    [
      'a check without weight changes neither',
      [{ outcome: 'pass' }, ...weighing('unknown', 0)],
      [1000, 1000],
    ],
    [
      'are rounded down',
      [...weighing('pass', 2), ...weighing('unknown', 1)],
      [666, 666],
    ],
    [
      'are not whole while the smallest share is missing',
      [...weighing('pass', 1000, 1000, 999), ...weighing('fail', 1)],
      [999, 1000],
    ],
    [
      'are nothing where nothing counts',
      [
        { outcome: 'exempt' },
        { outcome: 'not-applicable' },
        { outcome: 'fail', planned: true },
      ],
      [0, 0],
    ],
    ['are nothing where nothing has a weight', weighing('pass', 0, 0), [0, 0]],
  ])('%s', (_, given, expected) => {
    expect(shares(given)).toEqual(expected);
  });

  it.each([
    ['three tenths', [0.1, 0.1, 0.1], [0.7], 300],
    ['a tenth and a fifth', [0.1, 0.2], [0.7], 300],
    ['six tenths', [0.1, 0.2, 0.3], [0.4], 600],
    ['all of ten tenths', Array(10).fill(0.1), [], 1000],
    ['29 hundredths', [0.29], [0.71], 290],
    ['a third of tenths', [0.1], [0.1, 0.1], 333],
  ])('come out exactly for %s', (_, passed, failed, score) => {
    expect(
      shares([...weighing('pass', ...passed), ...weighing('fail', ...failed)]),
    ).toEqual([score, 1000]);
  });

  it('agree with exact arithmetic for any weights in tenths', () => {
    for (let earned = 0; earned <= 60; earned++) {
      for (let lost = 1; lost <= 20; lost++) {
        const [score] = shares([
          ...weighing('pass', earned / 10),
          ...weighing('fail', lost / 10),
        ]);
        expect([earned, lost, score]).toEqual([
          earned,
          lost,
          Math.floor((1000 * earned) / (earned + lost)),
        ]);
      }
    }
  });
});

describe('dimensions', () => {
  const { dimensions } = assessGiven([
    { dimension: 'oncall', outcome: 'pass', weight: 3 },
    { dimension: 'oncall', outcome: 'fail' },
    { dimension: 'docs', outcome: 'unknown', weight: 2 },
    { dimension: 'docs', outcome: 'fail', weight: 2 },
    { dimension: 'docs', outcome: 'exempt' },
    { dimension: 'later', outcome: 'fail', planned: true },
    { dimension: 'nowhere', outcome: 'not-applicable' },
  ]);

  it('have a score, a coverage and what keeps them down', () => {
    expect(dimensions).toMatchObject({
      oncall: { score: 750, coverage: 1000, failing: 1, unknown: 0 },
      docs: { score: 0, coverage: 500, failing: 1, unknown: 1 },
    });
  });

  it('may have any name', () => {
    const names = ['constructor', 'toString', '__proto__'];
    const given = names.map(dimension => ({
      dimension,
      outcome: 'pass' as const,
    }));
    expect(Object.keys(assessGiven(given).dimensions)).toEqual(names);
  });

  it('are left out where nothing counts', () => {
    expect(Object.keys(dimensions)).toEqual(['oncall', 'docs']);
  });
});

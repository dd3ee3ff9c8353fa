import { assessGiven, Given, medals } from '../../testUtils';
import { LevelDefinition, Outcome } from '.';

const at = (level: string, ...outcomes: Outcome[]): Given[] =>
  outcomes.map(outcome => ({ level, outcome }));

const levelName = (given: Given[], levels?: readonly LevelDefinition[]) => {
  const { level } = assessGiven(given, levels);
  return (levels ?? medals)[level]?.id ?? 'none';
};

const later = { enforceFrom: '2027-01-01' };

describe('the level attained', () => {
  it.each<[string, Given[], string]>([
    [
      'is the highest when everything passes',
      [...at('bronze', 'pass'), ...at('silver', 'pass'), ...at('gold', 'pass')],
      'gold',
    ],
    [
      'is below the first while a check of it fails',
      [...at('bronze', 'pass', 'fail'), ...at('silver', 'pass')],
      'none',
    ],
    [
      'is below the first while a check of it is unknown',
      [...at('bronze', 'pass', 'unknown'), ...at('silver', 'pass')],
      'none',
    ],
    [
      'does not skip a level that is missed',
      [...at('bronze', 'pass'), ...at('silver', 'fail'), ...at('gold', 'pass')],
      'bronze',
    ],
    [
      'stays below a level with something unknown',
      [
        ...at('bronze', 'pass'),
        ...at('silver', 'pass', 'unknown'),
        ...at('gold', 'pass'),
      ],
      'bronze',
    ],
    [
      'counts an exemption as met',
      [...at('bronze', 'pass'), ...at('silver', 'pass', 'exempt')],
      'silver',
    ],
    [
      'is attained by exemptions alone',
      [...at('bronze', 'pass'), ...at('silver', 'exempt')],
      'silver',
    ],
    [
      'passes over a check that does not apply',
      [...at('bronze', 'pass'), ...at('silver', 'pass', 'not-applicable')],
      'silver',
    ],
    [
      'is not given for checks of which none applies',
      [
        ...at('bronze', 'pass'),
        ...at('silver', 'not-applicable'),
        ...at('gold', 'pass'),
      ],
      'bronze',
    ],
    [
      'ignores what is planned',
      [
        ...at('bronze', 'pass'),
        { level: 'bronze', outcome: 'fail', planned: true },
      ],
      'bronze',
    ],
    [
      'ignores what is enforced later',
      [
        ...at('bronze', 'pass'),
        { level: 'bronze', outcome: 'unknown', ...later },
      ],
      'bronze',
    ],
    [
      'is not given for planned checks alone',
      [
        ...at('bronze', 'pass'),
        { level: 'silver', outcome: 'pass', planned: true },
      ],
      'bronze',
    ],
    [
      'is not given for later checks alone',
      [...at('bronze', 'pass'), { level: 'silver', outcome: 'pass', ...later }],
      'bronze',
    ],
    [
      'needs also the checks without weight',
      [
        ...at('bronze', 'pass'),
        { level: 'silver', outcome: 'fail', weight: 0 },
      ],
      'bronze',
    ],
  ])('%s', (_, given, expected) => {
    expect(levelName(given)).toBe(expected);
  });
});

describe('a level with a minimal score', () => {
  const points = (...minScores: (number | undefined)[]): LevelDefinition[] =>
    medals.map((level, index) => ({ ...level, minScore: minScores[index] }));
  const of = (passed: number, failed: number): Given[] => [
    { level: 'bronze', outcome: 'pass', weight: passed },
    { level: 'gold', outcome: 'fail', weight: failed },
  ];

  it.each([
    ['is attained at exactly that score', of(60, 40), points(0, 60), 'silver'],
    ['is missed just below it', of(599, 401), points(0, 60), 'bronze'],
    [
      'is attained at exactly a fraction',
      of(11, 989),
      points(0, 1.1),
      'silver',
    ],
    ['is missed just below a fraction', of(10, 990), points(0, 1.1), 'bronze'],
    [
      'needs the next whole per mille where it asks for less',
      of(333, 667),
      points(0, 33.33),
      'bronze',
    ],
    ['is attained at that per mille', of(334, 666), points(0, 33.33), 'silver'],
    [
      'keeps all above it from a service that has not enough',
      of(10, 90),
      points(20, 0),
      'none',
    ],
    [
      'of zero and without checks is always attained',
      of(1, 99),
      points(0, 0),
      'silver',
    ],
    ['needs its checks as well', of(99, 1), points(0, 0, 50), 'silver'],
  ])('%s', (_, given, levels, expected) => {
    expect(levelName(given, levels)).toBe(expected);
  });

  it('tells how much is missing beyond its checks, in whole per mille', () => {
    const { nextLevel } = assessGiven(
      [
        { level: 'bronze', outcome: 'pass', weight: 1 },
        { level: 'silver', outcome: 'fail', weight: 1 },
        { level: 'gold', outcome: 'fail', weight: 4 },
      ],
      points(0, 70.05),
    );
    expect(nextLevel).toMatchObject({
      level: 1,
      blocking: ['check-1'],
      missingScore: 701 - 333,
      liftsTo: 0,
    });
  });
});

describe('the next level', () => {
  const next = (given: Given[]) => assessGiven(given).nextLevel;

  it('does not exist at the top', () => {
    expect(next(at('bronze', 'pass'))).toBeUndefined();
  });

  it.each<[string, Given[], object]>([
    [
      'is blocked by what fails or is unknown in it, and by nothing else',
      [
        ...at('bronze', 'pass'),
        ...at('silver', 'fail', 'pass', 'unknown', 'exempt', 'not-applicable'),
        ...at('gold', 'fail'),
      ],
      { level: 1, blocking: ['check-1', 'check-3'], liftsTo: 1 },
    ],
    [
      'is not blocked by what does not count yet',
      [
        ...at('bronze', 'fail'),
        { level: 'bronze', outcome: 'fail', planned: true },
        { level: 'bronze', outcome: 'fail', ...later },
      ],
      { level: 0, blocking: ['check-0'], liftsTo: 0 },
    ],
    [
      'lifts higher where the levels above are met already',
      [...at('bronze', 'fail'), ...at('silver', 'pass'), ...at('gold', 'pass')],
      { level: 0, blocking: ['check-0'], liftsTo: 2 },
    ],
    [
      'says where nothing of it applies',
      [...at('bronze', 'pass'), ...at('silver', 'not-applicable')],
      { level: 1, blocking: [], nothingApplies: true, liftsTo: 0 },
    ],
    [
      'says where nothing of it counts yet',
      [
        ...at('bronze', 'pass'),
        { level: 'silver', outcome: 'fail', planned: true },
      ],
      { level: 1, blocking: [], nothingApplies: true, liftsTo: 0 },
    ],
    [
      'asks for no score where the level does not',
      at('bronze', 'fail'),
      { level: 0, missingScore: 0, nothingApplies: false },
    ],
  ])('%s', (_, given, expected) => {
    expect(next(given)).toMatchObject(expected);
  });

  it('is attained once what it names passes', () => {
    const given = [...at('bronze', 'fail'), ...at('silver', 'unknown')];
    const promised = next(given)?.liftsTo;
    expect(
      assessGiven([{ ...given[0], outcome: 'pass' }, given[1]]).level,
    ).toBe(promised);
  });
});

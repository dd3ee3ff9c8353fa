import {
  checkOf,
  compiled,
  definitionOf,
  exemptionOf,
  medals,
  problemsOf,
} from '../../testUtils';
import { defaultTiers } from '../tier';
import { CheckDefinition, ScorecardDefinition } from './scorecard';

const ladder = (
  checks: Partial<CheckDefinition>[],
  levels?: ScorecardDefinition['levels'],
) =>
  definitionOf(
    checks.map((check, index) => checkOf({ id: `check-${index}`, ...check })),
    levels,
  );

const [bronze, silver] = medals;

describe('a scorecard is refused', () => {
  it.each([
    [
      'with an id of a check used twice',
      ladder([{}, { id: 'a' }, { id: 'a' }]),
      'checks[2].id: "a" is used twice',
    ],
    [
      'with an id of a level used twice',
      ladder([{}], [bronze, bronze]),
      'levels[1].id: "bronze" is used twice',
    ],
    [
      'with a check of an unknown level',
      ladder([{}, { level: 'platinum' }], [bronze]),
      'checks[1].level: unknown level "platinum", expected one of bronze',
    ],
    [
      'with a level that could never be attained',
      ladder([{}], [bronze, silver]),
      'levels[1]: level "silver" has no checks and no minScore, so it could never be attained',
    ],
    [
      'with a syntax error in a rule',
      ladder([{}, { pass: 'entity.owner != ' }]),
      'checks[1].pass: column 17: Unexpected token: EOF',
    ],
    [
      'with a type error in a rule',
      ladder([{ pass: 'tier.rank == "tier-1"' }]),
      'checks[0].pass: column 1: no such overload: int == string',
    ],
    [
      'with an unknown fact in a condition',
      ladder([{ when: 'true && entity.nope' }]),
      'checks[0].when: column 16: No such key: nope',
    ],
    [
      'with a condition that is no yes or no',
      ladder([{ when: 'tier.rank' }]),
      'checks[0].when: column 1: must be true or false, but is int',
    ],
  ])('%s', (_, definition, problem) => {
    expect(problemsOf(definition)).toEqual([problem]);
  });

  const known = 'expected one of tier-0, tier-1, tier-2, tier-3, untiered';
  it.each([
    ['by ==', 'tier.id == "tier-9"', 12],
    ['by !=', 'true && tier.id != "tier-9"', 20],
    ['the other way round', '"tier-9" == tier.id', 1],
    ['in single quotes', "tier.id == 'tier-9'", 12],
    ['in a list', 'tier.id in ["tier-0", "tier-9"]', 23],
    ['with its key in brackets', 'tier["id"] == "tier-9"', 15],
    [
      'in a negated choice',
      '!(tier.rank > 0 ? tier.id == "tier-9" : true)',
      30,
    ],
  ])('with an unknown tier %s', (_, when, column) => {
    expect(problemsOf(ladder([{ when }]))).toEqual([
      `checks[0].when: column ${column}: unknown tier "tier-9", ${known}`,
    ]);
  });

  it('with a known tier in the wrong case, because ids are compared exactly', () => {
    expect(problemsOf(ladder([{ pass: 'tier.id == "Tier-1"' }]))).toEqual([
      `checks[0].pass: column 12: unknown tier "Tier-1", ${known}`,
    ]);
  });

  it('with all its problems at once', () => {
    const checks = [
      { id: 'a', pass: 'oops(' },
      { id: 'a', level: 'platinum', when: 'entity.nope', pass: 'tier.rank' },
      { when: 'tier.id == "x"', pass: 'tier.id == "y"' },
    ];
    const paths = problemsOf(ladder(checks, [bronze, silver, silver])).map(
      problem => problem.split(': ')[0],
    );
    expect(paths.sort()).toEqual([
      'checks[0].pass',
      'checks[1].id',
      'checks[1].level',
      'checks[1].pass',
      'checks[1].when',
      'checks[2].pass',
      'checks[2].when',
      'levels[1]',
      'levels[2]',
      'levels[2].id',
    ]);
  });
});

describe('a scorecard is accepted', () => {
  it.each([
    [
      'with a level that asks for a score only',
      ladder([{}], [bronze, { ...silver, minScore: 50 }]),
    ],
    ['with the word untiered', ladder([{ pass: 'tier.id != "untiered"' }])],
    [
      'with a text that looks like a comparison',
      ladder([{ pass: `entity.title != "tier.id == 'tier-9'"` }]),
    ],
    [
      'with a negative weight, which the contract refuses before',
      ladder([{ weight: -1 }]),
    ],
  ])('%s', (_, definition) => {
    expect(problemsOf(definition)).toEqual([]);
  });

  it('with the facts that its rules read, and the tier', () => {
    const scorecard = compiled(
      ladder([{ when: 'tier.rank < 2', pass: 'entity.owner != ""' }]),
    );
    expect(scorecard.paths.map(({ text }) => text)).toEqual([
      'tier.id',
      'tier.rank',
      'entity.owner',
    ]);
  });
});

describe('the hash tells versions of the rules apart', () => {
  const definition = ladder([{ why: 'Because' }]);
  const hash = compiled(definition).hash;
  const [first, ...others] = defaultTiers;
  const stricter = [
    { ...first, contract: { ...first.contract, sloTarget: 99.99 } },
    ...others,
  ];

  it.each([
    ['a weight', compiled(ladder([{ why: 'Because', weight: 2 }]))],
    ['a wording', compiled(ladder([{ why: 'Therefore' }]))],
    ['a tier contract', compiled(definition, { tiers: stricter })],
    ['an exemption', compiled(definition, { exemptions: [exemptionOf()] })],
  ])('%s changes it', (_, scorecard) => {
    expect(scorecard.hash).not.toBe(hash);
  });

  it.each([
    [
      'the order of keys',
      compiled({ ...ladder([{ why: 'Because' }]), title: 'Test', id: 'test' }),
    ],
    [
      'an exemption of another scorecard',
      compiled(definition, {
        exemptions: [exemptionOf({ scorecard: 'other' })],
      }),
    ],
  ])('%s does not', (_, scorecard) => {
    expect(scorecard.hash).toBe(hash);
  });

  const ruleHash = (changed: Partial<CheckDefinition>) =>
    compiled(
      ladder(
        [changed],
        medals.map(level => ({ ...level, minScore: 0 })),
      ),
    ).checks[0].ruleHash;

  it.each<[string, Partial<CheckDefinition>]>([
    ['level', { level: 'silver' }],
    ['weight', { weight: 2 }],
    ['condition', { when: 'tier.rank < 2' }],
    ['rule', { pass: 'false' }],
    ['date', { enforceFrom: '2027-01-01' }],
    ['plan', { planned: true }],
  ])('the hash of a check changes with its %s', (_, changed) => {
    expect(ruleHash(changed)).not.toBe(ruleHash({}));
  });

  it.each<[string, Partial<CheckDefinition>]>([
    ['title', { title: 'Other' }],
    ['reason', { why: 'Other' }],
    ['dimension', { dimension: 'other' }],
  ])('the hash of a check does not change with its %s', (_, changed) => {
    expect(ruleHash(changed)).toBe(ruleHash({}));
  });
});

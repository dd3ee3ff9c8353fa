import {
  compiled,
  entityFacts,
  factsOfTier,
  HOUR,
  membersOf,
  NOW,
  rotationOf,
  shiftOf,
  tier1,
  tier2,
  tier3,
} from '../../testUtils';
import {
  KnownRotation,
  oncallFacts,
  OncallShift,
  serviceCover,
} from '../oncall';
import { Tier } from '../tier';
import { assess } from './assess';
import { oncallChecks } from './defaultOncallChecks';
import { defaultScorecardFor } from './defaultScorecard';

const scorecard = compiled({
  ...defaultScorecardFor([]),
  checks: oncallChecks,
});

interface Given {
  readonly linked?: number;
  readonly missing?: string[];
  /** Names of those in the catalog; default: all. */
  readonly known?: string;
  readonly left?: string[];
  readonly owner?: string;
}

function factsOf(
  rotations: readonly KnownRotation[],
  tier: Tier | undefined,
  given: Given,
) {
  const { known = 'ABCDE', left = [], missing = [] } = given;
  const { linked = rotations.length + missing.length } = given;
  const staleAfterMs = HOUR;
  const contract = tier?.contract;
  return oncallFacts({
    rotations,
    missing,
    linked,
    problems: 0,
    definedAt: NOW,
    staleAfterMs,
    cover: serviceCover(rotations, {
      at: NOW,
      contract,
      hours: {
        timeZone: 'UTC',
        days: [1, 2, 3, 4, 5],
        from: '09:00',
        to: '17:00',
      },
      staleAfterMs,
    }),
    owner: given.owner ?? 'group:default/payments',
    people: new Map(
      [...known.toLowerCase()].map(name => {
        const entityRef = `user:default/${name}`;
        const groups = ['group:default/payments'];
        return [entityRef, { entityRef, groups, left: false }];
      }),
    ),
    left: new Set(left),
    contract,
    at: NOW,
  });
}

/** Outcomes of rotation, no gaps, enough people, levels, owner, people known. */
const outcomes = (
  rotations: readonly KnownRotation[] | undefined,
  tier: Tier | undefined,
  given: Given = {},
) =>
  assess(
    [
      entityFacts(),
      factsOfTier(tier),
      ...(rotations ? factsOf(rotations, tier, given) : []),
    ],
    scorecard,
    NOW,
  )
    .checks.map(({ outcome }) => outcome)
    .join(' ');

const all = (outcome: string) => Array(6).fill(outcome).join(' ');
const NONE = 'not-applicable';

const always = (name: string, level = 1): OncallShift =>
  shiftOf(name, null, null, { level });
const goodShifts = [always('A'), always('B'), always('C', 2), always('D', 2)];
const good = rotationOf(goodShifts);
const oneLevel = rotationOf([always('A'), always('B'), always('C')]);
const atNight = rotationOf(
  ['A', 'B', 'C'].flatMap(name => [
    shiftOf(name, -12, 6),
    shiftOf(name, 12, null),
  ]),
);

describe('a service', () => {
  it.each<
    [string, KnownRotation[] | undefined, Tier | undefined, Given, string]
  >([
    ['that is covered passes', [good], tier1, {}, all('pass')],
    ['without a rotation fails', [], tier1, {}, all('fail')],
    ['that is supporting need not have one', [], tier3, {}, all(NONE)],
    ['whose tier is unknown is unknown', [good], undefined, {}, all('unknown')],
    ['of which nobody knows is unknown', undefined, tier1, {}, all('unknown')],
    [
      'with members only has no rotation',
      [membersOf('A', 'B', 'C', 'D')],
      tier1,
      {},
      'fail fail fail fail unknown fail',
    ],
    [
      'whose only rotation is missing has none',
      [],
      tier1,
      { missing: ['pd:schedule:P1'] },
      all('fail'),
    ],
    [
      'whose rotation was not read yet is unknown',
      [],
      tier1,
      { linked: 1 },
      all('unknown'),
    ],
    [
      'whose rotation is stale is unknown',
      [rotationOf(goodShifts, { fetchedAt: NOW - 2 * HOUR })],
      tier1,
      {},
      all('unknown'),
    ],
    [
      'with a gap fails for it',
      [
        rotationOf(
          goodShifts.map(shift => ({ ...shift, end: NOW + 300 * HOUR })),
        ),
      ],
      tier1,
      {},
      'pass fail pass pass pass pass',
    ],
    [
      'with a gap at night passes for business hours',
      [atNight],
      tier2,
      {},
      `pass pass pass ${NONE} pass pass`,
    ],
    [
      'with a gap at night fails around the clock',
      [atNight],
      tier1,
      {},
      'pass fail fail fail pass pass',
    ],
    [
      'with one level and three people is fine for business hours',
      [oneLevel],
      tier2,
      {},
      `pass pass pass ${NONE} pass pass`,
    ],
    [
      'with somebody who is not in the catalog fails for it',
      [good],
      tier1,
      { known: 'ABC' },
      'pass pass pass pass pass fail',
    ],
    [
      'with nobody of the catalog knows nothing of the owner',
      [good],
      tier1,
      { known: '' },
      'pass pass pass pass unknown fail',
    ],
    [
      'with somebody who left fails for it',
      [good],
      tier1,
      { left: ['user:default/a'] },
      'pass pass pass pass pass fail',
    ],
    [
      'carried by others than its owner fails for it',
      [good],
      tier1,
      { owner: 'group:default/others' },
      'pass pass pass pass fail pass',
    ],
  ])('%s', (_, rotations, tier, given, expected) => {
    expect(outcomes(rotations, tier, given)).toBe(expected);
  });

  it('is asked for no more than its tier demands', () => {
    const lenient: Tier = { ...tier2, contract: {} };
    expect(outcomes([good], lenient)).toBe(
      `pass ${NONE} ${NONE} ${NONE} pass pass`,
    );
  });

  it('is not asked for cover that is best effort', () => {
    const effort: Tier = {
      ...tier2,
      contract: { oncall: { coverage: 'best-effort' } },
    };
    expect(outcomes([good], effort).split(' ')[1]).toBe(NONE);
  });
});

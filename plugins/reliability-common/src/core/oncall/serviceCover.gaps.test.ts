import {
  DAY,
  HOUR,
  membersOf,
  NOW,
  rotationOf,
  shiftOf,
  tier0,
  tier2,
  tier3,
} from '../../testUtils';
import { TierContract } from '../tier';
import { KnownRotation, OncallShift } from './oncall';
import { serviceCover, ServiceCoverOptions } from './serviceCover';

const options: ServiceCoverOptions = {
  at: NOW,
  contract: tier0.contract,
  hours: { timeZone: 'UTC', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  staleAfterMs: HOUR,
};

const coverOf = (
  rotations: readonly KnownRotation[],
  changed: Partial<ServiceCoverOptions> = {},
) => serviceCover(rotations, { ...options, ...changed });

const hour = (time: number) => (time - NOW) / HOUR;
const always = (name: string, changed: Partial<OncallShift> = {}) =>
  shiftOf(name, null, null, changed);
const old = { fetchedAt: NOW - HOUR - 1 };

const covered = rotationOf([always('A')]);

describe('gaps', () => {
  const byDay = rotationOf([shiftOf('A', -3, 5)]);
  const byNight = rotationOf([shiftOf('B', 5, 20), shiftOf('B', 22, null)]);
  const gapsOf = (...parameters: Parameters<typeof coverOf>) => {
    const { gaps, gapHours, requiredGapHours } = coverOf(...parameters);
    return [
      gaps
        .map(
          ({ from, to, level, required }) =>
            `${level} ${hour(from)}-${hour(to)}${required ? '!' : ''}`,
        )
        .join(', '),
      gapHours,
      requiredGapHours,
    ];
  };
  const contractOf = (contract: TierContract | undefined) => ({ contract });

  it.each<
    [
      string,
      KnownRotation[],
      Partial<ServiceCoverOptions>,
      [string, number | null, number | null],
    ]
  >([
    ['are none where somebody always is', [covered], {}, ['', 0, 0]],
    [
      'are what no rotation covers',
      [byDay, byNight],
      {},
      ['null 20-22!', 2, 2],
    ],
    [
      'outside business hours may be',
      // Saturday, eight to ten.
      [byDay, byNight],
      contractOf(tier2.contract),
      ['null 20-22', 2, 0],
    ],
    [
      'that touch business hours are counted in them',
      // Friday 16:00 to 18:00; business ends at 17:00.
      [rotationOf([shiftOf('A', -3, 4), shiftOf('B', 6, null)])],
      contractOf(tier2.contract),
      ['null 4-6!', 2, 1],
    ],
    [
      'are allowed where cover is best effort',
      [byDay, byNight],
      contractOf(tier3.contract),
      ['null 20-22', 2, 0],
    ],
    [
      'are not judged without a contract',
      [byDay, byNight],
      contractOf(undefined),
      ['null 20-22', 2, null],
    ],
    [
      'at one level are no lack of cover',
      [covered, rotationOf([shiftOf('B', 1, null, { level: 2 })])],
      {},
      ['2 0-1', 0, 0],
    ],
    [
      'cannot be told while a rotation is stale',
      [byDay, rotationOf([], old)],
      {},
      ['', null, null],
    ],
    [
      'are none whatever a stale rotation says, where others leave none',
      [covered, rotationOf([], old)],
      {},
      ['', 0, 0],
    ],
    ['cannot be told of members', [membersOf('A')], {}, ['', null, null]],
    ['cannot be told without a rotation', [], {}, ['', null, null]],
    [
      'end with the rotation of which the least is known',
      [
        rotationOf([], { window: { from: NOW - DAY, to: NOW + 3 * HOUR } }),
        rotationOf([]),
      ],
      {},
      ['null 0-3!', 3, 3],
    ],
  ])('%s', (_, rotations, changed, expected) => {
    expect(gapsOf(rotations, changed)).toEqual(expected);
  });
});

it.each<[string, TierContract | undefined, number, boolean]>([
  ['always', tier0.contract, NOW + 10 * HOUR, true],
  ['in business hours', tier2.contract, NOW, true],
  ['not after them', tier2.contract, NOW + 6 * HOUR, false],
  ['never as best effort', tier3.contract, NOW, false],
  ['never without a tier', undefined, NOW, false],
])('a tier wants cover %s', (_, contract, at, wanted) => {
  expect(coverOf([], { contract, at }).wantedNow).toBe(wanted);
});

import {
  everybody,
  findingsOf,
  HOUR,
  knownPerson,
  membersOf,
  NOW,
  OWNER,
  personOf,
  rotationOf,
  shiftOf,
  tier2,
  tier3,
} from '../../testUtils';
import { KnownRotation, OncallShift } from './oncall';

type Given = NonNullable<Parameters<typeof findingsOf>[1]>;

const codes = (...parameters: Parameters<typeof findingsOf>) =>
  findingsOf(...parameters)
    .map(({ code, severity }) => `${severity} ${code}`)
    .join(', ');

const always = (name: string, level = 1): OncallShift =>
  shiftOf(name, null, null, { level });

const good = rotationOf([
  always('A'),
  always('B'),
  always('C', 2),
  always('D', 2),
]);
const old = { fetchedAt: NOW - 2 * HOUR };

describe('a service', () => {
  it.each<[string, KnownRotation[], Given, string]>([
    ['that has all its tier wants is not doubtful', [good], {}, ''],
    ['has no rotation', [], {}, 'error no-rotation'],
    [
      'has no rotation for business hours',
      [],
      { contract: tier2.contract },
      'warning no-rotation',
    ],
    [
      'has no rotation as best effort',
      [],
      { contract: tier3.contract },
      'info no-rotation',
    ],
    [
      'has no rotation and no tier',
      [],
      { contract: undefined },
      'info no-rotation',
    ],
    ['has a rotation that was not read yet', [], { pending: ['x'] }, ''],
    ['has members only', [membersOf('A')], {}, 'warning members-only'],
    [
      'has a rotation that is missing',
      [],
      { missing: ['pd:schedule:P1'] },
      'error rotation-missing',
    ],
    [
      'has a stale rotation',
      [rotationOf(good.shifts, old)],
      {},
      'warning rotation-stale',
    ],
    [
      'has a stale rotation of which numbers are not judged',
      [rotationOf([always('A')], old)],
      {},
      'warning rotation-stale',
    ],
    [
      'has nobody now, and a gap',
      [
        rotationOf([
          shiftOf('A', 1, null),
          ...good.shifts
            .slice(1)
            .map(shift => ({ ...shift, start: NOW + HOUR })),
        ]),
      ],
      {},
      'error nobody-now, error gap',
    ],
    [
      'has nobody now, at night, for business hours',
      [
        rotationOf(
          [
            shiftOf('A', 60, null),
            shiftOf('B', 60, null),
            shiftOf('C', 60, null),
          ],
          { fetchedAt: NOW + 10 * HOUR },
        ),
      ],
      { at: NOW + 10 * HOUR, contract: tier2.contract },
      '',
    ],
    [
      'has one person alone',
      [rotationOf([always('A')])],
      {},
      'error single-person, warning too-few, warning too-few-levels',
    ],
    [
      'has one person alone for business hours',
      [rotationOf([always('A')])],
      { contract: tier2.contract },
      'warning single-person, warning too-few',
    ],
    [
      'has one person alone and no tier',
      [rotationOf([always('A')])],
      { contract: undefined },
      'warning single-person',
    ],
    [
      'has too few people',
      [rotationOf([always('A'), always('B'), always('C', 2)])],
      {},
      'warning too-few',
    ],
    [
      'has one level',
      [rotationOf(['A', 'B', 'C', 'D'].map(name => always(name)))],
      {},
      'warning too-few-levels',
    ],
    [
      'has only a gap at one level',
      [
        rotationOf([
          ...good.shifts.slice(0, 2),
          shiftOf('C', 5, null, { level: 2 }),
          shiftOf('D', 9, null, { level: 2 }),
        ]),
      ],
      {},
      '',
    ],
    [
      'has a mirror that says otherwise',
      [good, rotationOf([], { mirror: true })],
      {},
      '',
    ],
  ])('%s', (_, rotations, given, expected) => {
    expect(codes(rotations, given)).toBe(expected);
  });
});

describe('the people on call', () => {
  const others = ['C', 'D'].map(name =>
    knownPerson(name, { groups: ['group:x/y'] }),
  );
  const abroad = knownPerson('B', { groups: ['group:x/y'] });

  it.each<[string, Given, string]>([
    ['belong to the owner', {}, ''],
    [
      'belong to the owner by half',
      { people: [...everybody.slice(0, 2), ...others] },
      'info person-outside-owner',
    ],
    [
      'belong to the owner by less',
      { people: [everybody[0], abroad, ...others] },
      'warning owner-differs',
    ],
    [
      'belong to a group below the owner',
      {
        people: everybody.map(([ref, entry]) => [
          ref,
          { ...entry, groups: ['group:default/sub', OWNER] },
        ]),
      },
      '',
    ],
    ['need not belong to an owner who is not there', { owner: undefined }, ''],
    [
      'are the owner, and others',
      { owner: 'user:default/a' },
      'warning owner-differs',
    ],
    [
      'are not in the catalog',
      { people: everybody.slice(0, 3) },
      'info person-unknown',
    ],
    [
      'are all not in the catalog, which says nothing of the owner',
      { people: [] },
      'info person-unknown',
    ],
    [
      'left, by the catalog',
      { people: [...everybody.slice(0, 3), knownPerson('D', { left: true })] },
      'error person-left',
    ],
    ['left, by the account', { left: ['user:default/d'] }, 'error person-left'],
    [
      'left without having been in the catalog',
      { left: ['user:default/d'], people: everybody.slice(0, 3) },
      'error person-left',
    ],
  ])('%s', (_, given, expected) => {
    expect(codes([good], given)).toBe(expected);
  });

  it('are looked at where they only stand in, not where they shadow', () => {
    const user = (name: string) => always(name).person!;
    const rotation = rotationOf(
      [
        ...good.shifts,
        shiftOf('X', 100, 101, { person: personOf('X') }),
        shiftOf('Y', 100, 101, { person: personOf('Y'), shadow: true }),
      ],
      {
        roster: [
          { level: 1, people: [user('A'), user('B')] },
          { level: 2, people: [user('C'), user('D')] },
        ],
      },
    );
    expect(findingsOf([rotation])).toEqual([
      expect.objectContaining({ code: 'person-unknown', people: ['x'] }),
    ]);
  });

  it('are looked at although a rotation is stale beside', () => {
    expect(
      codes([good, rotationOf([], old)], { left: ['user:default/a'] }),
    ).toBe('error person-left, warning rotation-stale');
  });
});

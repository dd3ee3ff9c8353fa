import {
  DAY,
  HOUR,
  membersOf,
  namesOf,
  NOW,
  rotationOf,
  shiftOf,
  tier0,
} from '../../testUtils';
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

const always = (name: string, changed: Partial<OncallShift> = {}) =>
  shiftOf(name, null, null, changed);
const noLevel = { level: null };
const old = { fetchedAt: NOW - HOUR - 1 };
const fromLater = { window: { from: NOW + HOUR, to: NOW + DAY } };
const untilNow = { window: { from: NOW - DAY, to: NOW } };

const empty = rotationOf([]);
const covered = rotationOf([always('A')]);
const shadowed = rotationOf([always('A', { shadow: true })]);

describe('the state of a service', () => {
  it.each<[string, KnownRotation[], Partial<ServiceCoverOptions>, string]>([
    ['is covered by a rotation', [covered], {}, 'covered'],
    ['is covered by any of several', [empty, covered], {}, 'covered'],
    [
      'is covered at any level',
      [rotationOf([always('A', { level: 3 })])],
      {},
      'covered',
    ],
    ['is not covered by a shadow', [shadowed], {}, 'uncovered'],
    ['is not covered by an empty rotation', [empty], {}, 'uncovered'],
    ['is none without a rotation', [], {}, 'none'],
    [
      'is none with a mirror alone',
      [rotationOf([always('A')], { mirror: true })],
      {},
      'none',
    ],
    ['is unknown with members alone', [membersOf('A')], {}, 'unknown'],
    [
      'is not covered by members beside a rotation',
      [membersOf('A'), empty],
      {},
      'uncovered',
    ],
    [
      'is unknown while its only rotation is stale',
      [rotationOf([always('A')], old)],
      {},
      'unknown',
    ],
    [
      'is covered by a fresh rotation beside a stale one',
      [rotationOf([], old), covered],
      {},
      'covered',
    ],
    [
      'is unknown while a stale rotation may cover it',
      [rotationOf([], old), empty],
      {},
      'unknown',
    ],
    ['is unknown before the first reading', [], { pending: ['x'] }, 'unknown'],
    [
      'is unknown while a rotation that was not read may cover it',
      [empty],
      { pending: ['x'] },
      'unknown',
    ],
    [
      'is unknown where the provider tells no ranges',
      [rotationOf([], { gaps: 'unknown' })],
      {},
      'unknown',
    ],
    [
      'is unknown before what is known',
      [rotationOf([], fromLater)],
      {},
      'unknown',
    ],
    [
      'is unknown after what is known',
      [rotationOf([always('A')], untilNow)],
      {},
      'unknown',
    ],
    [
      'is judged fresh by the present, not by the time asked for',
      [covered],
      { at: NOW + DAY, now: NOW },
      'covered',
    ],
  ])('%s', (_, rotations, changed, state) => {
    expect(coverOf(rotations, changed).state).toBe(state);
  });
});

describe('levels', () => {
  it('are those of all rotations that count, people once', () => {
    const { levels } = coverOf([
      rotationOf([always('A'), always('B', { level: 2 })]),
      rotationOf([shiftOf('A', -1, 5), always('C', noLevel)]),
      rotationOf([always('Old', { level: 4 })], old),
      rotationOf([always('Mirror')], { mirror: true }),
    ]);
    expect(levels.map(({ level, people }) => [level, namesOf(people)])).toEqual(
      [
        [1, 'A'],
        [2, 'B'],
        [null, 'C'],
      ],
    );
  });

  it.each<[string, KnownRotation[], number]>([
    [
      'of one rotation',
      [rotationOf([always('A'), always('B', { level: 2 })])],
      2,
    ],
    [
      'of a provider without any are one',
      [rotationOf([always('A', noLevel)])],
      1,
    ],
    [
      'of several such rotations are one',
      [rotationOf([always('A', noLevel)]), rotationOf([always('B', noLevel)])],
      1,
    ],
    [
      'of a rotation and one without any are those of the rotation',
      [
        rotationOf([always('A', noLevel)]),
        rotationOf([always('B'), always('C', { level: 2 })]),
      ],
      2,
    ],
    [
      'on which nobody ever stands do not count',
      [rotationOf([always('A'), shiftOf(null, null, null, { level: 2 })])],
      1,
    ],
    ['of members are none', [membersOf('A', 'B')], 0],
  ])('%s', (_, rotations, count) => {
    expect(coverOf(rotations).levelCount).toBe(count);
  });
});

describe('responders', () => {
  const user = (name: string) => always(name).person!;

  it('are those of rosters, else of shifts, each once', () => {
    const cover = coverOf([
      rotationOf([always('Stand-in')], {
        roster: [{ level: 1, people: [user('A'), user('B')] }],
      }),
      rotationOf([always('B'), shiftOf('C', 500, 501)]),
      rotationOf([always('D')], old),
      rotationOf([always('E')], { mirror: true }),
      membersOf('F'),
    ]);
    expect(namesOf(cover.responders)).toBe('A+B+C+D');
    expect(namesOf(cover.people)).toBe('A+B+C+D+Stand-in');
  });

  it('of members are none', () => {
    const { responders, membersOnly } = coverOf([membersOf('A')]);
    expect([responders, membersOnly]).toEqual([[], true]);
  });
});

it('stale rotations count, and are named', () => {
  const stale = rotationOf([always('A')], old);
  const cover = coverOf([stale, covered]);
  expect(cover.staleRotations).toEqual([stale.id]);
  expect(cover.counting).toEqual([stale, covered]);
  expect(cover.complete).toBe(false);
});

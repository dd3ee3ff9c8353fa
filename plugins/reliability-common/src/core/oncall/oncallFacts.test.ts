import {
  DAY,
  HOUR,
  membersOf,
  NOW,
  rotationOf,
  shiftOf,
  tier0,
} from '../../testUtils';
import { factCatalogue } from '../facts/factCatalogue';
import { KnownRotation } from './oncall';
import {
  nextOncallFactChange,
  oncallFacts,
  OncallFactsInput,
} from './oncallFacts';
import { serviceCover } from './serviceCover';

const OWNER = 'group:default/payments';
const TTL = 2 * HOUR;

const people: OncallFactsInput['people'] = new Map(
  ['a', 'b', 'c'].map(name => [
    `user:default/${name}`,
    {
      entityRef: `user:default/${name}`,
      groups: name === 'c' ? [] : [OWNER],
      left: false,
    },
  ]),
);

const coverOf = (rotations: readonly KnownRotation[], at = NOW) =>
  serviceCover(rotations, {
    at,
    contract: tier0.contract,
    hours: { timeZone: 'UTC', days: [1], from: '09:00', to: '17:00' },
    staleAfterMs: TTL,
  });

const groupsOf = (
  rotations: readonly KnownRotation[],
  changed: Partial<OncallFactsInput> = {},
) =>
  oncallFacts({
    rotations,
    cover: coverOf(rotations),
    linked: rotations.filter(({ mirror }) => !mirror).length,
    missing: [],
    problems: 0,
    definedAt: NOW - DAY,
    staleAfterMs: TTL,
    owner: OWNER,
    people,
    left: new Set(),
    contract: tier0.contract,
    at: NOW,
    ...changed,
  });

const second = { level: 2 };
const good = rotationOf([
  shiftOf('A', -5, 40),
  shiftOf('B', 42.1, null),
  shiftOf('C', -5, 30, second),
  shiftOf('X', -5, 20, second),
]);

describe('facts about what annotations name', () => {
  it('never go stale', () => {
    const [group] = groupsOf([good], {
      linked: 3,
      missing: ['pd:schedule:P1'],
      problems: 2,
    });
    expect(group).toEqual({
      root: 'oncall',
      source: 'oncall',
      at: NOW - DAY,
      values: { rotations: 2, missing: 1, stale: 0, problems: 2 },
    });
  });

  it('count stale rotations', () => {
    const stale = rotationOf([], { fetchedAt: NOW - TTL - 1 });
    expect(groupsOf([stale])[0].values).toMatchObject({
      rotations: 1,
      stale: 1,
    });
  });
});

describe('facts about what rotations say', () => {
  it('are of all that count', () => {
    expect(groupsOf([good])[1].values).toEqual({
      accounts: ['pagerduty'],
      levels: 2,
      responders: 4,
      now: 3,
      unknownPeople: 1,
      leftPeople: 0,
      outsiders: 1,
      gapHours: 2.25,
      requiredGapHours: 2.25,
      nextGapDays: 1,
      ownerMatches: true,
      singlePerson: false,
      membersOnly: false,
    });
  });

  it('are documented, one and all', () => {
    const named = groupsOf([good]).flatMap(({ values }) =>
      Object.keys(values).map(key => `oncall.${key}`),
    );
    const documented = factCatalogue
      .map(({ key }) => key)
      .filter(key => key.startsWith('oncall.'));
    expect(named.sort()).toEqual(documented.sort());
  });

  it('hold as long as the oldest rotation that counts', () => {
    const older = { ...good, fetchedAt: NOW - HOUR };
    const mirror = { ...good, fetchedAt: NOW - 9 * HOUR, mirror: true };
    const [, group] = groupsOf([good, older, mirror]);
    expect([group.at, group.expiresAt]).toEqual([NOW - HOUR, NOW + HOUR]);
  });

  it.each<[string, KnownRotation[], Partial<OncallFactsInput>]>([
    ['without a rotation', [], {}],
    ['while one was never read', [good], { linked: 2 }],
    [
      'where the provider does not have the only one',
      [],
      { linked: 1, missing: ['pd:schedule:P1'] },
    ],
  ])('are not there %s', (_, rotations, changed) => {
    expect(groupsOf(rotations, changed)).toHaveLength(1);
  });

  const valuesOf = (...parameters: Parameters<typeof groupsOf>) =>
    groupsOf(...parameters)[1].values;

  it('of members say that there is no plan', () => {
    const values = valuesOf([membersOf('A', 'B')]);
    expect(values).toMatchObject({
      membersOnly: true,
      responders: 0,
      levels: 0,
      accounts: ['static'],
    });
    for (const absent of ['now', 'gapHours', 'requiredGapHours']) {
      expect(values).not.toHaveProperty(absent);
    }
  });

  it.each<
    [string, string, KnownRotation[], Partial<OncallFactsInput>, unknown]
  >([
    [
      'one person',
      'singlePerson',
      [rotationOf([shiftOf('A', 0, 5)])],
      {},
      true,
    ],
    ['nobody now', 'now', [rotationOf([shiftOf('A', 1, 5)])], {}, 0],
    [
      'who left',
      'leftPeople',
      [good],
      { left: new Set(['user:default/a']) },
      1,
    ],
    ['no owner', 'ownerMatches', [good], { owner: undefined }, undefined],
    [
      'nobody of the catalog',
      'ownerMatches',
      [good],
      { people: new Map() },
      undefined,
    ],
    [
      'others than the owner',
      'ownerMatches',
      [good],
      { owner: 'group:default/x' },
      false,
    ],
    [
      'no gap',
      'nextGapDays',
      [rotationOf([shiftOf('A', null, null)])],
      {},
      undefined,
    ],
    [
      'a gap of a minute',
      'requiredGapHours',
      [rotationOf([shiftOf('A', -1, 5), shiftOf('A', 5 + 1 / 60, null)])],
      {},
      0.25,
    ],
    [
      'no gap',
      'requiredGapHours',
      [rotationOf([shiftOf('A', null, null)])],
      {},
      0,
    ],
  ])('tell of %s: %s', (_, key, rotations, changed, expected) => {
    expect(valuesOf(rotations, changed)[key]).toBe(expected);
  });
});

describe('time alone changes them', () => {
  it.each<[string, KnownRotation[], number, number | undefined]>([
    ['never without a rotation', [], NOW, undefined],
    [
      'at midnight UTC at the latest',
      [rotationOf([shiftOf('A', null, null)])],
      NOW,
      NOW + 12 * HOUR,
    ],
    [
      'at the next handover',
      [rotationOf([shiftOf('A', -1, 3), shiftOf('B', 3, null)])],
      NOW,
      NOW + 3 * HOUR,
    ],
    [
      'at midnight, where the gap is later',
      [rotationOf([shiftOf('A', -1, 30)])],
      NOW,
      NOW + 12 * HOUR,
    ],
    [
      'every quarter of an hour in a gap',
      [rotationOf([shiftOf('A', 3, null)])],
      NOW,
      NOW + HOUR / 4,
    ],
  ])('%s', (_, rotations, time, expected) => {
    expect(nextOncallFactChange(coverOf(rotations, time), time)).toBe(expected);
  });
});

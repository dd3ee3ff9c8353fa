import {
  at,
  DAY,
  HOUR,
  membersOf,
  NOW,
  personOf,
  rotationOf,
  shiftOf,
} from '../../testUtils';
import { oncallLoad } from './load';
import { KnownRotation } from './oncall';

/** Friday noon to the Friday after. */
const week = { from: NOW, to: NOW + 7 * DAY };

const words = (rotations: readonly KnownRotation[], period = week) =>
  oncallLoad(rotations, period).map(
    ({ person, shifts, hours, nightHours, weekendHours, longestHours }) =>
      `${person.name}: ${shifts} shifts ${hours} h, night ${nightHours}, weekend ${weekendHours}, longest ${longestHours}`,
  );

describe('load', () => {
  it.each<[string, KnownRotation[], string[]]>([
    [
      'of a shift within the day',
      [rotationOf([shiftOf('A', 0, 4)])],
      ['A: 1 shifts 4 h, night 0, weekend 0, longest 4'],
    ],
    [
      'of nights and weekends',
      [rotationOf([shiftOf('A', 0, 36)])],
      // Friday noon to Saturday midnight: 22:00–08:00, 22:00–24:00, all Saturday.
      ['A: 1 shifts 36 h, night 12, weekend 24, longest 36'],
    ],
    [
      'of shifts that overlap once',
      [
        rotationOf([shiftOf('A', 0, 4), shiftOf('A', 2, 6, { level: 2 })]),
        rotationOf([shiftOf('A', 3, 8)]),
      ],
      ['A: 2 shifts 8 h, night 0, weekend 0, longest 8'],
    ],
    [
      'without an hour off in between as one stretch',
      [
        rotationOf([
          shiftOf('A', 0, 2),
          shiftOf('A', 2.5, 4),
          shiftOf('A', 5, 6),
        ]),
      ],
      ['A: 3 shifts 4.5 h, night 0, weekend 0, longest 4'],
    ],
    [
      'of somebody who is always there as the whole period',
      [rotationOf([shiftOf('A', null, null)])],
      ['A: 1 shifts 168 h, night 70, weekend 48, longest 168'],
    ],
    [
      'of shifts as far as they lie in the period',
      [rotationOf([shiftOf('A', -10, 2), shiftOf('B', 166, 170)])],
      [
        'A: 1 shifts 2 h, night 0, weekend 0, longest 2',
        'B: 1 shifts 2 h, night 0, weekend 0, longest 2',
      ],
    ],
    [
      'of nobody who shadows or only is a member',
      [
        rotationOf([shiftOf('A', 0, 2, { shadow: true }), shiftOf(null, 0, 9)]),
        membersOf('B'),
      ],
      [],
    ],
  ])('is told %s', (_, rotations, expected) => {
    expect(words(rotations)).toEqual(expected);
  });

  it.each([
    ['its time zone', 'Asia/Tokyo', 9],
    ['UTC where none is known', undefined, 0],
    ['UTC where nobody knows the zone', 'Eastern Time (US & Canada)', 0],
  ])('counts nights in %s', (_, timeZone, nightHours) => {
    // 21:00 to 06:00 in Tokyo.
    const shifts = [shiftOf('A', 0, 9)];
    const [load] = oncallLoad([rotationOf(shifts, { timeZone })], week);
    expect(load.nightHours).toBe(nightHours === 0 ? 0 : 8);
  });

  it('is shared, the most first, then by name', () => {
    const rotation = rotationOf([
      shiftOf('C', 0, 1),
      shiftOf('B', 1, 2),
      shiftOf('A', 2, 4),
    ]);
    expect(
      oncallLoad([rotation], week).map(({ person, share }) => [
        person.name,
        share,
      ]),
    ).toEqual([
      ['A', 0.5],
      ['B', 0.25],
      ['C', 0.25],
    ]);
  });

  it('of one person at two accounts is one', () => {
    const known = { email: 'ann@example.com' };
    const person = (id: string) => personOf('Ann', { id, ...known });
    const loads = oncallLoad(
      [
        rotationOf([shiftOf(null, 0, 2, { person: person('1') })]),
        rotationOf([shiftOf(null, 1, 3, { person: person('2') })]),
      ],
      week,
    );
    expect(loads.map(({ hours, shifts }) => [hours, shifts])).toEqual([[3, 2]]);
  });

  it('of a period without shifts is nobody', () => {
    const from = at('2030-01-01T00:00:00Z');
    expect(
      words([rotationOf([shiftOf('A', 0, 4)])], { from, to: from + HOUR }),
    ).toEqual([]);
  });
});

import { HOUR, NOW, rotationOf, seeded, shiftOf } from '../../testUtils';
import { personKey } from './oncall';
import { planned } from './planned';
import { segmentsOf } from './segments';
import { intersect, subtract, union } from './spans';

const window = { from: NOW, to: NOW + 40 * HOUR };

/** Shifts that begin and end at whole hours, some of them permanent, empty or shadows. */
function randomShifts(random: () => number) {
  const whole = (most: number) => Math.floor(random() * most);
  return Array.from({ length: 1 + whole(12) }, () => {
    const start = whole(50) - 10;
    return shiftOf(
      random() < 0.1 ? null : 'ABCD'[whole(4)],
      random() < 0.05 ? null : start,
      random() < 0.05 ? null : start + whole(15) - 1,
      { shadow: random() < 0.1 },
    );
  });
}

it.each(Array.from({ length: 100 }, (_, seed) => seed))(
  'segments say of every hour what the shifts say (seed %i)',
  seed => {
    const shifts = randomShifts(seeded(seed));
    const segments = segmentsOf(planned(rotationOf(shifts), window), window);
    for (let time = NOW + HOUR / 2; time < window.to; time += HOUR) {
      const expected = shifts
        .filter(
          ({ start, end, shadow, person }) =>
            person &&
            !shadow &&
            (start ?? -Infinity) <= time &&
            time < (end ?? Infinity) &&
            (start ?? -Infinity) < (end ?? Infinity),
        )
        .map(({ person }) => personKey(person!));
      const found = segments.filter(
        ({ from, to }) => from <= time && time < to,
      );
      expect(found).toHaveLength(1);
      expect(found[0].people.map(personKey)).toEqual(
        [...new Set(expected)].sort(),
      );
    }
    expect(segments.slice(1).map(({ from }) => from)).toEqual(
      segments.slice(0, -1).map(({ to }) => to),
    );
    expect([segments[0].from, segments.at(-1)!.to]).toEqual([
      window.from,
      window.to,
    ]);
  },
);

it('ten thousand shifts take well below a second', () => {
  const shifts = Array.from({ length: 10_000 }, (_, index) =>
    shiftOf(`P${index % 50}`, index / 300, index / 300 + 1 / 100),
  );
  const before = performance.now();
  segmentsOf(planned(rotationOf(shifts), window), window);
  expect(performance.now() - before).toBeLessThan(1_000);
});

describe('times', () => {
  type Pair = [from: number, to: number];
  const windows = (...pairs: Pair[]) =>
    pairs.map(([from, to]) => ({ from: from * HOUR, to: to * HOUR }));

  it.each<[string, Pair[], Pair[]]>([
    [
      'that overlap',
      [
        [3, 6],
        [1, 4],
      ],
      [[1, 6]],
    ],
    [
      'that touch',
      [
        [1, 2],
        [2, 3],
      ],
      [[1, 3]],
    ],
    [
      'within others',
      [
        [1, 9],
        [2, 3],
        [8, 9],
      ],
      [[1, 9]],
    ],
    [
      'of no length',
      [
        [1, 1],
        [5, 4],
      ],
      [],
    ],
    [
      'apart',
      [
        [4, 5],
        [1, 2],
      ],
      [
        [1, 2],
        [4, 5],
      ],
    ],
  ])('%s are joined', (_, given, expected) => {
    expect(union(windows(...given))).toEqual(windows(...expected));
  });

  const a = windows([0, 4], [6, 10], [12, 14]);
  const b = windows([1, 2], [3, 7], [9, 13]);

  it('in both are found', () => {
    expect(intersect(a, b)).toEqual(
      windows([1, 2], [3, 4], [6, 7], [9, 10], [12, 13]),
    );
  });

  it('in one only are found', () => {
    expect(subtract(a, b)).toEqual(windows([0, 1], [2, 3], [7, 9], [13, 14]));
  });
});

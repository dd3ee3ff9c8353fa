import {
  at,
  DAY,
  HOUR,
  namesOf,
  NOW,
  personOf,
  rotationOf,
  shiftOf,
} from '../../testUtils';
import { KnownRotation, OncallShift } from './oncall';
import { rotationStatus } from './status';

const SECOND = 1 / 3600;
const hour = (time: number) => (time - NOW) / HOUR;
const second = (level: number) => ({ level });

const statusOf = (
  shifts: readonly OncallShift[],
  changed: Partial<KnownRotation> = {},
) => rotationStatus(rotationOf(shifts, changed), NOW);

const now = (...parameters: Parameters<typeof statusOf>) =>
  statusOf(...parameters)
    .levels.map(
      ({ level, people, until, next }) =>
        `${level}: ${namesOf(people) || 'nobody'} until ${
          until === null ? 'ever' : hour(until)
        }, then ${next ? namesOf(next.people) || 'nobody' : '?'}`,
    )
    .join('; ');

const gaps = (...parameters: Parameters<typeof statusOf>) =>
  statusOf(...parameters)
    .gaps.map(({ from, to, level }) => `${level} ${hour(from)}-${hour(to)}`)
    .join(', ');

const whole = shiftOf('A', -24, 30 * 24);

describe('who is on call now', () => {
  it.each<[string, OncallShift[], string]>([
    [
      'ends with the shift',
      [shiftOf('A', -5, 2), shiftOf('B', 2, null)],
      '1: A until 2, then B',
    ],
    ['may be nobody', [shiftOf('B', 2, 4)], '1: nobody until 2, then B'],
    [
      'may be followed by nobody',
      [shiftOf('A', -1, 4)],
      '1: A until 4, then nobody',
    ],
    ['is for ever', [shiftOf('A', null, null)], '1: A until ever, then ?'],
    [
      'goes on in a shift that touches',
      [shiftOf('A', -1, 1), shiftOf('A', 1 + SECOND, 3)],
      '1: A until 3, then nobody',
    ],
    [
      'changes without a gap between ends that are a second apart',
      [shiftOf('A', -1, 1), shiftOf('B', 1 + SECOND, null)],
      `1: A until ${1 + SECOND}, then B`,
    ],
    [
      'changes once where ends overlap by a second',
      [shiftOf('A', -1, 1), shiftOf('B', 1 - SECOND, null)],
      '1: A until 1, then B',
    ],
    [
      'may be several',
      [shiftOf('B', -1, 5), shiftOf('A', -1, 3)],
      '1: A+B until 3, then B',
    ],
    [
      'changes when a second one joins',
      [whole, shiftOf('B', 2, 3)],
      '1: A until 2, then A+B',
    ],
    [
      'is on each level',
      [
        shiftOf('C', -1, 9, { level: null }),
        shiftOf('B', -1, 5, second(2)),
        shiftOf('A', -1, 3),
      ],
      '1: A until 3, then nobody; 2: B until 5, then nobody; null: C until 9, then nobody',
    ],
    [
      'is nobody who shadows',
      [shiftOf('A', -1, 3), shiftOf('B', -1, 9, { shadow: true })],
      '1: A until 3, then nobody',
    ],
    [
      'is nobody in a slot that nobody fills',
      [shiftOf(null, -1, 3), shiftOf('A', 3, 9)],
      '1: nobody until 3, then A',
    ],
    [
      'is whoever stands in, as the provider resolved it',
      [
        shiftOf('A', -5, -1),
        shiftOf('B', -1, 1, { source: 'override' }),
        shiftOf('A', 1, 5),
      ],
      '1: B until 1, then A',
    ],
    [
      'is nobody after the end of a shift',
      [shiftOf('A', -1, 0)],
      '1: nobody until ever, then ?',
    ],
    [
      'is whoever begins at that time',
      [shiftOf('A', 0, 1)],
      '1: A until 1, then nobody',
    ],
  ])('%s', (_, shifts, expected) => {
    expect(now(shifts)).toBe(expected);
  });

  it('is a level of the roster too, where nobody has a shift', () => {
    expect(
      now([whole], { roster: [{ level: 2, people: [personOf('B')] }] }),
    ).toBe('1: A until ever, then ?; 2: nobody until ever, then ?');
  });

  it('is not told of a time that is not known', () => {
    const status = statusOf([whole], {
      window: { from: NOW - DAY, to: NOW },
    });
    expect(status).toMatchObject({ levels: [], gaps: [], gapHours: null });
  });
});

describe('gaps', () => {
  it.each<[string, OncallShift[], string]>([
    ['are none where somebody is always there', [whole], ''],
    [
      'lie between shifts',
      [shiftOf('A', -1, 3), shiftOf('B', 5, null)],
      'null 3-5',
    ],
    [
      'begin now at the earliest',
      [shiftOf('A', -9, -5), shiftOf('A', 2, null)],
      'null 0-2',
    ],
    ['end with the horizon', [shiftOf('A', -1, 300)], 'null 300-336'],
    ['are all where nobody ever is', [], 'null 0-336'],
    [
      'of a second are none',
      [shiftOf('A', -1, 3), shiftOf('B', 3 + SECOND, null)],
      '',
    ],
    [
      'of two seconds are told',
      [shiftOf('A', -1, 3), shiftOf('B', 3 + 2 * SECOND, null)],
      `null 3-${hour(NOW + 3 * HOUR + 2_000)}`,
    ],
    [
      'are not filled by whoever shadows',
      [shiftOf('A', -1, 3), shiftOf('B', 3, null, { shadow: true })],
      'null 3-336',
    ],
    [
      'are not filled by an empty slot',
      [shiftOf('A', -1, 3), shiftOf(null, 3, 5), shiftOf('A', 5, null)],
      'null 3-5',
    ],
    [
      'at one level name it',
      [whole, shiftOf('B', -1, 3, second(2)), shiftOf('B', 5, null, second(2))],
      '2 3-5',
    ],
    [
      'at the first level name it too',
      [shiftOf('A', 2, null), shiftOf('B', null, null, second(2))],
      '1 0-2',
    ],
    [
      'at all levels are told once',
      [
        shiftOf('A', -1, 3),
        shiftOf('A', 6, null),
        shiftOf('B', -1, 4, second(2)),
        shiftOf('B', 5, null, second(2)),
      ],
      '1 3-4, null 4-5, 1 5-6',
    ],
  ])('%s', (_, shifts, expected) => {
    expect(gaps(shifts)).toBe(expected);
  });

  it('are counted in hours at no level', () => {
    expect(
      statusOf([shiftOf('A', -1, 3.5), shiftOf('B', 5, 330)]).gapHours,
    ).toBe(7.5);
  });

  it('end with what is known', () => {
    const window = { from: NOW, to: NOW + 10 * HOUR };
    expect(gaps([shiftOf('A', 0, 8)], { window })).toBe('null 8-10');
  });

  it('cannot be told of members of a team', () => {
    const status = statusOf([shiftOf('A', null, 3)], { gaps: 'unknown' });
    expect([status.gaps, status.gapHours]).toEqual([[], null]);
  });
});

it('handovers tell who goes and who comes, the soonest first', () => {
  const { handovers } = statusOf([
    shiftOf('A', -1, 3),
    shiftOf('B', 3, 20),
    shiftOf('C', 10, 20),
    shiftOf('D', -1, 3, second(2)),
    shiftOf('D', 4, null, second(2)),
    shiftOf('A', 400, 401),
  ]);
  expect(
    handovers.map(
      each =>
        `${hour(each.at)} L${each.level} ${namesOf(each.out)}>${namesOf(
          each.in,
        )}`,
    ),
  ).toEqual(['3 L1 A>B', '3 L2 D>', '4 L2 >D', '10 L1 >C', '20 L1 B+C>']);
});

describe('size', () => {
  const roster = [
    { level: 1, people: [personOf('A'), personOf('B'), personOf('A')] },
  ];

  it.each<[string, OncallShift[], Partial<KnownRotation>, object[]]>([
    [
      'is by the roster where there is one',
      [whole],
      { roster },
      [{ level: 1, people: 2, basis: 'roster' }],
    ],
    [
      'is by the shifts where there is none',
      [shiftOf('A', 1, 2), shiftOf('B', 2, 3), shiftOf('A', 3, 4)],
      {},
      [{ level: 1, people: 2, basis: 'window' }],
    ],
    [
      'is by the shifts at a level that the roster leaves out',
      [shiftOf('C', 1, 2, second(2))],
      { roster },
      [
        { level: 1, people: 2, basis: 'roster' },
        { level: 2, people: 1, basis: 'window' },
      ],
    ],
    [
      'leaves out who shadows, and empty slots',
      [whole, shiftOf('B', 1, 2, { shadow: true }), shiftOf(null, 1, 2)],
      {},
      [{ level: 1, people: 1, basis: 'window' }],
    ],
    [
      'leaves out who had a shift before the window',
      [whole, shiftOf('B', -400, -300)],
      {},
      [{ level: 1, people: 1, basis: 'window' }],
    ],
    [
      'takes a roster without people for none',
      [whole],
      { roster: [{ level: 1, people: [] }] },
      [{ level: 1, people: 1, basis: 'window' }],
    ],
    [
      'of a roster without levels makes no level of its own',
      [whole],
      { roster: [{ level: null, people: [personOf('B')] }] },
      [{ level: 1, people: 1, basis: 'window' }],
    ],
  ])('%s', (_, shifts, changed, expected) => {
    expect(statusOf(shifts, changed).size).toEqual(expected);
  });
});

it('people are those of the roster and of the shifts, once', () => {
  const { people } = statusOf([whole, shiftOf('C', 500, 600)], {
    roster: [{ level: 1, people: [personOf('B'), ...[whole.person!]] }],
  });
  expect(namesOf(people)).toBe('A+B+C');
});

it('a past time is told by the shifts that are kept', () => {
  const rotation = rotationOf([shiftOf('A', -500, -400)]);
  const status = rotationStatus(rotation, NOW - 450 * HOUR);
  expect(namesOf(status.levels[0].people)).toBe('A');
  expect(at('2026-11-20T12:00:00Z')).toBe(NOW);
});

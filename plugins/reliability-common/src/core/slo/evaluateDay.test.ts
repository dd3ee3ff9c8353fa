import {
  calendarMonth,
  Count,
  Counts,
  logins,
  measurementOf,
  objectiveOf,
  rolling,
  slices,
  sloOf,
} from '../../testUtils';
import { evaluateDay } from './evaluateDay';
import { indicatorKey } from './indicators';
import { planDay } from './plan';
import { Slo } from './slo';
import { dayRange, TimeRange } from './window';

const DAY = '2026-11-19';

/** The rows of the day; counts by `day` and `period`, one set for each objective. */
function rows(
  slo: Slo,
  counts: readonly Counts[],
  corrections: readonly TimeRange[] = [],
  day = DAY,
) {
  const measured = new Map(
    slo.objectives.map(({ indicator }, index) => {
      const given = Object.entries(counts[index]).map(
        ([key, count]): [string, Count] => {
          const [name, ...part] = key.split('!');
          return [[`${name}@${day}`, ...part].join('!'), count];
        },
      );
      const planned = planDay(slo, indicator, day, corrections).map(
        ({ key }) => key,
      );
      expect(planned).toEqual(
        expect.arrayContaining(given.map(([key]) => key)),
      );
      return [
        indicatorKey(indicator),
        measurementOf(Object.fromEntries(given)),
      ];
    }),
  );
  return evaluateDay({ slo, day, measured, corrections });
}

it('a row tells the day alone, and the whole window at its end', () => {
  expect(rows(sloOf(), [{ day: [10, 1000], period: [5, 10_000] }])).toEqual([
    {
      objectiveId: '1',
      day: DAY,
      bad: 10,
      total: 1000,
      sli: 0.99,
      remaining: 0.5,
      corrected: false,
    },
  ]);
});

it.each<[string, Counts, object]>([
  [
    'no data',
    { day: 'no data', period: 'no data' },
    { bad: null, total: null, sli: null, remaining: null },
  ],
  [
    'no traffic on that day',
    { day: 'no traffic', period: [0, 10] },
    { bad: null, total: 0, sli: null, remaining: 1 },
  ],
  ['nothing measured', {}, { total: null, remaining: null }],
])('a row of %s holds no number for it', (_, counts, expected) => {
  expect(rows(sloOf(), [counts])[0]).toMatchObject(expected);
});

it('a calendar budget is that of the period at the end of the day', () => {
  const slo = sloOf({ window: calendarMonth() });
  const [row] = rows(slo, [{ day: [0, 1], period: [1, 1000] }]);
  expect(row.remaining).toBeCloseTo(1 - 19 / 30, 9);
});

it('the last day of a month has all of it', () => {
  const slo = sloOf({ window: calendarMonth('Europe/Warsaw') });
  const [row] = rows(
    slo,
    [{ day: [0, 1], period: [1, 2000] }],
    [],
    '2026-03-31',
  );
  expect(row.remaining).toBeCloseTo(0.5, 12);
});

it('slices follow the policy for empty ones', () => {
  const slo = sloOf({
    window: rolling(1),
    method: 'Timeslices',
    objectives: [objectiveOf({ indicator: slices })],
    options: { emptySlices: 'bad' },
  });
  expect(rows(slo, [{ day: [8, 280], period: [0, 288] }])[0]).toMatchObject({
    bad: 16,
    total: 288,
  });
});

it('each objective has a row', () => {
  const slo = sloOf({
    objectives: [objectiveOf(), objectiveOf({ id: '2', target: 990_000 })],
  });
  const counts = { day: [1, 1000], period: [1, 1000] } as const;
  expect(
    rows(slo, [counts, counts]).map(({ objectiveId, remaining }) => [
      objectiveId,
      remaining!.toFixed(3),
    ]),
  ).toEqual([
    ['1', '0.000'],
    ['2', '0.900'],
  ]);
});

it('a composite has one for the whole, which counts no events', () => {
  const slo = sloOf({
    composite: { aggregation: 'weightedSum', target: 999_000 },
    objectives: [
      objectiveOf({ weight: 0.5 }),
      objectiveOf({ id: '2', indicator: logins, weight: 0.5 }),
    ],
  });
  const found = rows(slo, [
    { day: [1, 1000], period: [2, 10_000] },
    { day: [0, 1000], period: [4, 10_000] },
  ]);
  expect(found.map(({ objectiveId }) => objectiveId)).toEqual([
    'composite',
    '1',
    '2',
  ]);
  expect(found[0]).toMatchObject({ bad: null, total: null });
  expect(found[0].sli).toBeCloseTo(0.9995, 9);
  expect(found[0].remaining).toBeCloseTo(0.7, 9);
});

describe('a correction', () => {
  const { from, to } = dayRange(rolling(30), DAY);

  it('takes its part of the day out of the row', () => {
    const counts: Counts = {
      day: [10, 1000],
      'day!0': [10, 100],
      period: [10, 10_000],
      'period!0': [10, 100],
    };
    expect(
      rows(sloOf(), [counts], [{ from, to: from + 3600_000 }])[0],
    ).toMatchObject({
      bad: 0,
      total: 900,
      sli: 1,
      remaining: 1,
      corrected: true,
    });
  });

  it('of another day leaves the row as it is', () => {
    const later = { from: to, to: to + 3600_000 };
    const [row] = rows(sloOf(), [{ day: [0, 1], period: [0, 1] }], [later]);
    expect(row.corrected).toBe(false);
  });
});

import { objectiveEvaluation, sloHistory } from '../../../../testUtils';
import {
  budgetTicks,
  burnDownPoints,
  dayTicks,
  zeroAt,
} from './burnDownPoints';

const NOW = '2026-11-20T09:00:00.000Z';
const history = sloHistory();

describe('the points of a burn-down', () => {
  it('are the closed days and what is left now', () => {
    const points = burnDownPoints(history, objectiveEvaluation(), NOW);
    expect(points).toHaveLength(31);
    expect(points[0]).toMatchObject({ remaining: 98, row: history.items[0] });
    expect(points[30]).toEqual({ time: Date.parse(NOW), remaining: 62 });
  });

  it('stand at noon in the zone of the SLO', () => {
    const [first] = burnDownPoints(
      { ...history, timeZone: 'America/New_York' },
      objectiveEvaluation(),
      NOW,
    );
    expect(new Date(first.time).toISOString()).toBe('2026-10-21T16:00:00.000Z');
  });

  it('keep a gap where a day is not known', () => {
    const [day] = history.items;
    const points = burnDownPoints(
      { ...history, items: [{ ...day, remaining: null }] },
      objectiveEvaluation(),
      NOW,
    );
    expect(points[0].remaining).toBeNull();
  });

  it.each([
    ['nothing was evaluated', null, 0.62],
    ['what is left now is not known', NOW, null],
    ['the evaluation is older than the last day', '2026-11-01T00:00:00Z', 0.62],
  ])('end with the last day where %s', (_, evaluatedAt, remaining) => {
    const { budget } = objectiveEvaluation();
    const objective = objectiveEvaluation({ budget: { ...budget, remaining } });
    expect(burnDownPoints(history, objective, evaluatedAt)).toHaveLength(30);
  });
});

it.each([
  [[62], [0, 25, 50, 75, 100]],
  [[-10], [-25, 0, 25, 50, 75, 100]],
  [
    [80, -250],
    [-300, -200, -100, 0, 100],
  ],
  [
    [null, 40],
    [0, 25, 50, 75, 100],
  ],
  [[-20_000], [-23_900, -19_900, -15_900, -11_900, -7900, -3900, 100]],
])('the axis for %p has the ticks %p', (values, expected) => {
  const points = values.map((remaining, time) => ({ time, remaining }));
  expect(budgetTicks(points)).toEqual(expected);
});

it('the axis names every fourth of thirty days, and not the present', () => {
  const points = burnDownPoints(history, objectiveEvaluation(), NOW);
  const ticks = dayTicks(points);
  expect(ticks).toHaveLength(8);
  expect(ticks[1]).toBe(points[4].time);
  expect(ticks).not.toContain(Date.parse(NOW));
});

it.each([
  [100, 20, undefined],
  [100, 0, undefined],
  [100, -300, 0.25],
  [-20, -300, undefined],
])('between %d and %d zero is at %d', (highest, lowest, expected) => {
  expect(zeroAt(highest, lowest)).toBe(expected);
});

import type { ChangeMark } from '@plimsoll/backstage-plugin-reliability-common';
import {
  budgetAt,
  budgetFloor,
  budgetLines,
  chartLanes,
  chartTicks,
  type ChartIncident,
} from './timeline';

const window = {
  from: '2026-11-01T00:00:00Z',
  to: '2026-11-11T00:00:00Z',
};
const day = (count: number) =>
  new Date(Date.parse(window.from) + count * 86_400_000).toISOString();
const incident = (
  id: string,
  severity: number | null,
  from: number,
  to: number | null,
): ChartIncident => ({
  id,
  reference: id,
  title: id,
  severity,
  from: day(from),
  to: to === null ? null : day(to),
});
const change = (id: string, at: number): ChangeMark => ({
  id,
  at: day(at),
  kind: 'deploy',
  title: id,
  url: null,
  entityRef: 'component:default/a',
});
const lanes = (incidents: ChartIncident[], changes: ChangeMark[] = []) =>
  chartLanes(incidents, changes, window);

describe('lanes', () => {
  it('are one for each severity that occurs, the worst first, then the changes', () => {
    expect(
      lanes(
        [
          incident('a', null, 1, 2),
          incident('b', 3, 1, 2),
          incident('c', 1, 1, 2),
        ],
        [change('d', 1)],
      ).map(({ kind, level }) => [kind, level]),
    ).toEqual([
      ['incidents', 1],
      ['incidents', 3],
      ['incidents', null],
      ['changes', null],
    ]);
  });

  it.each<[string, ChartIncident, object]>([
    ['where it was', incident('a', 1, 2, 4), { left: 20, width: 20 }],
    [
      'to now while it goes on',
      incident('a', 1, 9, null),
      { left: 90, width: 10 },
    ],
    [
      'from the edge where it began before',
      incident('a', 1, -3, 1),
      { left: 0, width: 10 },
    ],
    [
      'wide enough to be pointed at',
      incident('a', 1, 5, 5),
      { left: 50, width: 0.8 },
    ],
    [
      'within the window at its end',
      incident('a', 1, 10, 10),
      { left: 99.2, width: 0.8 },
    ],
  ])('draw an incident %s', (_, one, place) => {
    const [block] = lanes([one])[0].blocks;
    expect(block.left).toBeCloseTo((place as { left: number }).left);
    expect(block.width).toBeCloseTo((place as { width: number }).width);
  });

  it('put incidents that share the time below each other, and use a track again', () => {
    const [lane] = lanes([
      incident('a', 1, 1, 4),
      incident('b', 1, 2, 3),
      incident('c', 1, 5, 6),
    ]);
    expect(lane.tracks).toBe(2);
    expect(lane.blocks.map(({ key, track }) => [key, track])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ]);
  });

  it('draw changes that are too close as one', () => {
    const [lane] = lanes(
      [],
      [change('c', 5), change('a', 1), change('b', 1.02)],
    );
    expect(
      lane.blocks.map(({ changes }) => changes?.map(({ id }) => id)),
    ).toEqual([['a', 'b'], ['c']]);
  });
});

describe('the axis', () => {
  it.each([
    [10, 5],
    [90, 7],
    [365, 6],
    [730, 6],
  ])('of %d days names a few', (days, about) => {
    const ticks = chartTicks({ from: window.from, to: day(days) });
    expect(ticks.length).toBeGreaterThanOrEqual(about - 2);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect(ticks.every(({ at }) => at >= 0 && at <= 100)).toBe(true);
  });
});

describe('the curve of a budget', () => {
  const days = [
    { day: '2026-11-01', remaining: 1 },
    { day: '2026-11-02', remaining: 0.5 },
    { day: '2026-11-03', remaining: null },
    { day: '2026-11-04', remaining: -1 },
  ];

  it('is broken where nothing is known, a day drawn at its end', () => {
    expect(budgetLines(days, window)).toEqual([
      [
        { x: 10, y: 0 },
        { x: 20, y: 25 },
      ],
      [{ x: 40, y: 100 }],
    ]);
  });

  it.each<[string, typeof days, number]>([
    ['zero while something is left', days.slice(0, 2), 0],
    ['the lowest where more was spent than there was', days, -1],
    ['zero where nothing is known', [], 0],
  ])('ends at %s', (_, some, floor) => {
    expect(budgetFloor(some)).toBe(floor);
  });

  it.each([
    ['2026-11-02T14:00:00Z', 0.5],
    ['2026-11-03T14:00:00Z', undefined],
    ['2026-12-03T14:00:00Z', undefined],
  ])('has for %s %s', (iso, left) => {
    expect(budgetAt(days, iso)).toBe(left);
  });
});

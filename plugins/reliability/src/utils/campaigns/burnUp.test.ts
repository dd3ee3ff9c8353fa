import { campaignProgress } from '../../testUtils/campaigns';
import { burnUpOf } from './burnUp';

const day = (date: string, done: number, total = 10, exempt = 0) => ({
  day: date,
  total,
  done,
  exempt,
  unknown: 0,
});
const days = [day('2027-01-01', 0), day('2027-01-11', 4, 12, 2)];
const progress = campaignProgress({ days, ideal: [], projection: null });

it('reaches from the first measured day to the last day, with room at the top', () => {
  const chart = burnUpOf(progress, '2027-01-21')!;
  expect(chart).toMatchObject({
    from: '2027-01-01',
    to: '2027-01-21',
    most: 12,
    due: 100,
  });
  expect(chart.done.map(({ x }) => x)).toEqual([0, 50]);
  expect(chart.done[0].y).toBe(100);
  expect(chart.scope[1].y).toBeCloseTo(100 - (100 * 10) / (12 * 1.08));
});

it('reaches to the last measured day where the campaign went on', () => {
  expect(burnUpOf(progress, '2027-01-06')).toMatchObject({
    to: '2027-01-11',
    due: 50,
  });
});

it.each([
  [
    'ends at the goal on the day on which it is done',
    'on-time',
    '2027-01-16',
    75,
    10,
  ],
  ['ends short of the goal on the last day', 'late', '2027-03-01', 100, 7],
] as const)('the projection %s', (_, kind, doneOn, x, count) => {
  const common = { doneOn, left: 6, perWeek: 1, days: 10 };
  const projection =
    kind === 'late' ? { ...common, kind, short: 3 } : { ...common, kind };
  const { projection: points } = burnUpOf(
    { ...progress, projection },
    '2027-01-21',
  )!;
  expect(points[1].x).toBe(x);
  expect(points[1].y).toBeCloseTo(100 - (100 * count) / (12 * 1.08));
});

it('is nothing where nothing was measured', () => {
  expect(burnUpOf({ ...progress, days: [] }, '2027-01-21')).toBeUndefined();
});

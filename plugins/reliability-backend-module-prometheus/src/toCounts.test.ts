import { SliCount } from '@plimsoll/backstage-plugin-reliability-common';
import {
  oddValues,
  PartValues,
  partsByWindow,
  toCount,
  toSteps,
} from './toCounts';

const NOTHING = { total: null, bad: null };

describe('a count', () => {
  it.each<[string, PartValues, 'good' | 'bad', SliCount]>([
    ['no total: nothing is known', {}, 'bad', NOTHING],
    ['bad events without a total are none', { bad: 3 }, 'bad', NOTHING],
    ['no bad events yet', { total: 9 }, 'bad', { total: 9, bad: 0 }],
    ['no good ones at all', { total: 9 }, 'good', { total: 9, bad: 9 }],
    ['bad ones', { total: 9, bad: 2 }, 'bad', { total: 9, bad: 2 }],
    ['good ones', { total: 9, good: 7 }, 'good', { total: 9, bad: 2 }],
    ['no traffic', { total: 0, bad: 0 }, 'bad', { total: 0, bad: 0 }],
    [
      'more bad ones than all',
      { total: 9, bad: 9.1 },
      'bad',
      { total: 9, bad: 9 },
    ],
    [
      'more good ones than all',
      { total: 9, good: 9.1 },
      'good',
      { total: 9, bad: 0 },
    ],
    ['bad ones below 0', { total: 9, bad: -0.1 }, 'bad', { total: 9, bad: 0 }],
    ['a total that is NaN', { total: NaN, bad: 1 }, 'bad', NOTHING],
    ['bad ones that are NaN', { total: 9, bad: NaN }, 'bad', NOTHING],
    ['an infinite total', { total: Infinity }, 'bad', NOTHING],
  ])('%s', (_, values, form, count) => {
    expect(toCount(values, form)).toEqual(count);
  });
});

it('samples are sorted by window and part, and others are left alone', () => {
  const sample = (w: string, part: string, value: number) => ({
    labels: { w, part },
    at: 0,
    value,
  });
  const parts = partsByWindow([
    sample('1h', 'total', 9),
    sample('1h', 'bad', 1),
    sample('5m', 'total', 2),
    sample('5m', 'newest', 1e9),
  ]);
  expect(Object.fromEntries(parts)).toEqual({
    '1h': { total: 9, bad: 1 },
    '5m': { total: 2 },
  });
});

it('one warning for values that are no numbers, none for numbers', () => {
  expect(oddValues([{ total: NaN }, { bad: Infinity }])).toHaveLength(1);
  expect(oddValues([{ total: 0, bad: 0 }])).toEqual([]);
});

it('a step without samples is there, and unknown', () => {
  const steps = toSteps(
    [
      {
        labels: { part: 'total' },
        points: [
          [10, 5],
          [30, 6],
        ],
      },
      { labels: { part: 'bad' }, points: [[30, 1]] },
      { labels: {}, points: [[20, 7]] },
    ],
    'bad',
    { from: 0, to: 30, stepMs: 10 },
  );
  expect(steps).toEqual([
    { at: 10, total: 5, bad: 0 },
    { at: 20, total: null, bad: null },
    { at: 30, total: 6, bad: 1 },
  ]);
});

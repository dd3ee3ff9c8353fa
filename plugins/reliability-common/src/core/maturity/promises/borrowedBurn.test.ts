import { borrowedBurn, BurnInput } from './borrowedBurn';

const HOUR = 3_600_000;
const span = (from: number, to: number) => ({
  from: from * HOUR,
  to: to * HOUR,
});

/** A budget of 1000 bad events in 720 hours, of which 600 are spent. */
const burn = (input: Partial<BurnInput> = {}) =>
  borrowedBurn({
    allowed: 1000,
    spent: 0.6,
    window: span(0, 720),
    days: [],
    spends: [],
    upstream: [],
    ...input,
  });
const upstream = (from: number, to: number, incidentId = 'i1') => ({
  ...span(from, to),
  entityRef: 'component:default/ledger',
  incidentId,
});
const own = { ...span(10, 20), bad: 400 };

it.each<[string, Partial<BurnInput>, (number | null)[]]>([
  ['nothing without incidents', {}, [0, 0, 0.6]],
  ['nothing without upstream incidents', { spends: [own] }, [0, 0.4, 0.2]],
  [
    'all of an incident within an upstream one',
    { spends: [own], upstream: [upstream(5, 25)] },
    [0.4, 0, 0.2],
  ],
  [
    'the part that overlaps',
    { spends: [own], upstream: [upstream(15, 40)] },
    [0.2, 0.2, 0.2],
  ],
  [
    'the time of two upstream incidents once',
    { spends: [own], upstream: [upstream(10, 15), upstream(12, 15, 'i2')] },
    [0.2, 0.2, 0.2],
  ],
  [
    'nothing of what was spent outside of own incidents',
    { upstream: [upstream(0, 720)] },
    [0, 0, 0.6],
  ],
  [
    'no bad event of two own incidents twice',
    { spends: [own, own], upstream: [upstream(0, 720)] },
    [0.4, 0, 0.2],
  ],
  [
    'only what lies in the window',
    { window: span(15, 735), spends: [own], upstream: [upstream(0, 40)] },
    [0.2, 0, 0.4],
  ],
  [
    'never more than was spent',
    { spent: 0.3, spends: [own], upstream: [upstream(10, 15)] },
    [0.15, 0.15, 0],
  ],
  ['unknown without data', { spent: null }, [null, null, null]],
  ['unknown without a budget', { allowed: 0 }, [null, null, null]],
])('claims %s', (_, input, [borrowed, rest, unexplained]) => {
  const rounded = (value: number | null) =>
    value === null ? null : Math.round(value * 1e9) / 1e9;
  const result = burn(input);
  expect(
    [result.borrowed, result.own, result.unexplained].map(rounded),
  ).toEqual([borrowed, rest, unexplained]);
});

it('names the upstream incidents that overlap, the largest share first', () => {
  const result = burn({
    spends: [own, { ...span(50, 60), bad: null }],
    upstream: [
      upstream(10, 12, 'small'),
      upstream(12, 18, 'large'),
      upstream(30, 40, 'apart'),
      upstream(50, 60, 'unmeasured'),
    ],
  });
  expect(
    result.upstream.map(({ incidentId, share }) => [
      incidentId,
      Math.round(share * 100),
    ]),
  ).toEqual([
    ['large', 24],
    ['small', 8],
  ]);
  expect(result.unmeasured).toBe(1);
});

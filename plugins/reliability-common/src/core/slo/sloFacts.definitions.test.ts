import {
  DAY,
  HOUR,
  NOW,
  objectiveOf,
  sloOf,
  tier1,
  tier3,
} from '../../testUtils';
import { TierContract } from '../tier';
import { nextSloFactChange, SloFactInput, sloFacts } from './sloFacts';

const defined = (changed: Parameters<typeof sloOf>[0]): SloFactInput => ({
  slo: sloOf(changed),
  failed: false,
});

const groups = (
  slos: readonly SloFactInput[],
  contract: TierContract | undefined = tier1.contract,
) =>
  sloFacts({
    slos,
    documentErrors: 0,
    definedAt: NOW - DAY,
    contract,
    now: NOW,
  });

describe('facts about definitions', () => {
  const values = (...parameters: Parameters<typeof groups>) =>
    groups(...parameters)[0].values;
  const targets = (...given: number[]) => ({
    objectives: given.map((target, index) =>
      objectiveOf({ id: String(index), target }),
    ),
  });
  const composite = {
    ...targets(990_000, 999_900),
    composite: { aggregation: 'worst' as const, target: 995_000 },
  };

  it.each<[string, SloFactInput[], object]>([
    [
      'of one SLO',
      [defined({})],
      { count: 1, minTarget: 99.9, tierTargetMet: true, unrouted: 0 },
    ],
    [
      'of the lowest target',
      [defined(targets(999_500, 990_000))],
      { minTarget: 99, tierTargetMet: true },
    ],
    [
      'of a composite as a whole',
      [defined(composite)],
      { minTarget: 99.5, tierTargetMet: false },
    ],
    [
      'of a target that is too low',
      [defined(targets(998_999))],
      { minTarget: 99.8999, tierTargetMet: false },
    ],
    [
      'of one good target beside a low one',
      [defined(targets(950_000)), defined({})],
      { count: 2, minTarget: 95, tierTargetMet: true },
    ],
    [
      'of alerts that reach nobody',
      [defined({ routes: [] }), defined({})],
      { unrouted: 1 },
    ],
    [
      'of no SLO',
      [],
      {
        count: 0,
        tierTargetMet: false,
        unrouted: 0,
        unreviewed: 0,
        documentErrors: 0,
      },
    ],
  ])('%s', (_, slos, expected) => {
    expect(values(slos)).toMatchObject(expected);
  });

  it('without SLOs name no target and no review', () => {
    expect(Object.keys(values([]))).not.toEqual(
      expect.arrayContaining(['minTarget']),
    );
    expect(values([])).not.toHaveProperty('reviewedDaysAgo');
  });

  it.each([
    ['no tier', undefined],
    ['a tier without a target', {}],
  ])('cannot be compared with %s', (_, contract) => {
    const [{ values: found }] = sloFacts({
      slos: [defined({})],
      documentErrors: 0,
      definedAt: NOW,
      contract,
      now: NOW,
    });
    expect(found).not.toHaveProperty('tierTargetMet');
  });

  it('miss no route where the tier wants no alerts', () => {
    expect(values([defined({ routes: [] })], tier3.contract).unrouted).toBe(0);
  });

  const reviewed = (...dates: (string | undefined)[]) =>
    dates.map(reviewedOn => defined({ options: { reviewedOn } }));
  it.each<[string, SloFactInput[], number, number | undefined]>([
    ['the oldest review', reviewed('2026-11-01', '2026-10-21'), 0, 30],
    ['a review of today', reviewed('2026-11-20'), 0, 0],
    ['a review that is announced', reviewed('2026-12-24'), 0, 0],
    [
      'none where one is missing',
      reviewed('2026-11-01', undefined),
      1,
      undefined,
    ],
  ])('tell %s', (_, slos, unreviewed, days) => {
    const found = values(slos);
    expect([found.unreviewed, found.reviewedDaysAgo]).toEqual([
      unreviewed,
      days,
    ]);
  });

  it('count the errors of documents, and never go stale', () => {
    const [group] = sloFacts({
      slos: [],
      documentErrors: 3,
      definedAt: NOW - DAY,
      contract: undefined,
      now: NOW,
    });
    expect(group).toMatchObject({
      root: 'slo',
      source: 'slo',
      at: NOW - DAY,
      values: { documentErrors: 3 },
    });
    expect(group.expiresAt).toBeUndefined();
  });
});

it.each([
  [
    'at the next midnight where there are reviews',
    [defined({ options: { reviewedOn: '2026-11-01' } })],
    NOW + 12 * HOUR,
  ],
  ['never without reviews', [defined({})], undefined],
])('time alone changes them %s', (_, slos, at) => {
  expect(nextSloFactChange({ slos, now: NOW })).toBe(at);
});

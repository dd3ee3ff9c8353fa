import { seeded } from '../../testUtils';
import { UNTIERED_RANK } from '../tier';
import { RankedService, rankKey } from './rank';

const service = (changed: Partial<RankedService> = {}): RankedService => ({
  level: 1,
  score: 500,
  coverage: 500,
  tierRank: 1,
  entityRef: 'component:default/pay',
  ...changed,
});

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The ranking as the design states it. */
const compare = (a: RankedService, b: RankedService) =>
  b.level - a.level ||
  b.score - a.score ||
  b.coverage - a.coverage ||
  a.tierRank - b.tierRank ||
  byText(a.entityRef, b.entityRef);

const byKey = (a: RankedService, b: RankedService) =>
  byText(rankKey(a), rankKey(b));

describe('one service stands before another', () => {
  it.each<[string, Partial<RankedService>, Partial<RankedService>]>([
    [
      'with the higher level, whatever its score',
      { level: 2, score: 0 },
      { level: 1, score: 1000 },
    ],
    [
      'with a level before one without',
      { level: 0, score: 0 },
      { level: -1, score: 1000 },
    ],
    [
      'with the higher score, whatever its coverage',
      { score: 501, coverage: 0 },
      { score: 500, coverage: 1000 },
    ],
    ['with level 90 before level 88', { level: 90 }, { level: 88 }],
    ['with 1000 before 999', { score: 1000 }, { score: 999 }],
    ['with 100 before 99', { score: 100 }, { score: 99 }],
    [
      'with the higher coverage, whatever its tier',
      { coverage: 501, tierRank: 3 },
      { coverage: 500, tierRank: 0 },
    ],
    [
      'with the more critical tier',
      { tierRank: 0, entityRef: 'b' },
      { tierRank: 1, entityRef: 'a' },
    ],
    ['with tier 9 before tier 10', { tierRank: 9 }, { tierRank: 10 }],
    [
      'with any tier before none',
      { tierRank: 998 },
      { tierRank: UNTIERED_RANK },
    ],
    [
      'with the earlier reference in the end',
      { entityRef: 'a' },
      { entityRef: 'b' },
    ],
  ])('%s', (_, better, worse) => {
    expect(byKey(service(better), service(worse))).toBe(-1);
  });
});

it('keys sort 2,000 random services as the design does', () => {
  const random = seeded(1885);
  const pick = <T>(values: readonly T[]) =>
    values[Math.floor(random() * values.length)];
  const services = Array.from({ length: 2000 }, (_, index) =>
    service({
      level: pick([-1, 0, 1, 2, 9, 10]),
      score: pick([0, 9, 10, 99, 100, 500, 999, 1000]),
      coverage: pick([0, 99, 100, 1000]),
      tierRank: pick([0, 1, 9, 10, UNTIERED_RANK]),
      entityRef: `component:${pick(['default', 'a-b', 'a'])}/s-${index}`,
    }),
  );
  expect([...services].sort(byKey)).toEqual([...services].sort(compare));
});

it('different services never share a key', () => {
  expect(rankKey(service())).not.toBe(rankKey(service({ entityRef: 'x' })));
});

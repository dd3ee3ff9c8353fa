import type {
  ComparedGroupItem,
  ComparisonResponse,
  HeatmapResponse,
  MoversResponse,
  RollupFigures,
  RollupGroup,
  RollupsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { Answers } from './callMock';
import { bronze, gold, noLevel, silver } from './levels';

const tier = { id: 'tier-0', name: 'Mission critical', rank: 0 };

/** What a dozen services come to. */
export function rollupFigures(
  overrides: Partial<RollupFigures> = {},
): RollupFigures {
  const dimension = (score: number, coverage = 1000) => ({
    score,
    coverage,
    failing: 3,
    unknown: coverage < 1000 ? 2 : 0,
    services: 12,
  });
  return {
    services: 12,
    score: 684,
    coverage: 912,
    levelShare: 540,
    levels: [
      { ...noLevel, count: 2, share: 100 },
      { ...bronze, count: 4, share: 400 },
      { ...silver, count: 5, share: 400 },
      { ...gold, count: 1, share: 100 },
    ],
    dimensions: {
      ownership: dimension(950),
      documentation: dimension(610),
      response: dimension(480, 800),
      'on-call': dimension(0, 0),
    },
    failing: 12,
    unknown: 4,
    needAttention: 3,
    trend: { since: '2026-10-21', scoreThen: 640, delta: 44, services: 12 },
    ...overrides,
  };
}

/** A group without groups below it. */
export function rollupGroup(overrides: Partial<RollupGroup> = {}): RollupGroup {
  return {
    key: 'group:default/payments',
    name: 'group:default/payments',
    own: rollupFigures(),
    nested: rollupFigures(),
    children: 0,
    cyclic: false,
    ...overrides,
  };
}

/** One page of groups. */
export function rollupsResponse(
  items: RollupGroup[] = [rollupGroup()],
  overrides: Partial<RollupsResponse> = {},
): RollupsResponse {
  return {
    items,
    totalItems: items.length,
    whole: rollupFigures({ services: 31, score: 520 }),
    dimensions: ['ownership', 'documentation', 'response', 'on-call'],
    weights: [
      { tier: 'tier-0', name: 'Mission critical', weight: 8 },
      { tier: 'untiered', name: 'Untiered', weight: 1 },
    ],
    ...overrides,
  };
}

/** A ranked group. */
export function comparedGroup(
  overrides: Partial<ComparedGroupItem> = {},
): ComparedGroupItem {
  return {
    key: 'group:default/payments',
    place: 1,
    improvementPlace: 2,
    unranked: [],
    signals: [],
    figures: rollupFigures(),
    ...overrides,
  };
}

/** A comparison over the services of tier 0. */
export function comparisonResponse(
  items: ComparedGroupItem[] = [comparedGroup()],
): ComparisonResponse {
  const ranked = items.filter(({ place }) => place !== null).length;
  return {
    items,
    totalItems: items.length,
    ranked,
    unranked: items.length - ranked,
    tier,
    type: 'service',
    tiers: [
      { id: 'tier-0', name: 'Mission critical', services: 12 },
      { id: 'tier-1', name: 'Business critical', services: 9 },
      { id: 'tier-2', name: 'Business operational', services: 0 },
    ],
    types: [
      { type: 'service', services: 10 },
      { type: '', services: 2 },
    ],
    minServices: 3,
    minCoverage: 600,
  };
}

/** One service that rose and one that fell. */
export function moversResponse(
  overrides: Partial<MoversResponse> = {},
): MoversResponse {
  const mover = {
    entityRef: 'component:default/checkout',
    title: 'Checkout',
    tier,
    owner: 'group:default/payments',
    level: silver,
    levelThen: bronze,
    score: 824,
    scoreThen: 600,
    coverage: 1000,
    coverageThen: 900,
    delta: 224,
  };
  return {
    items: [
      mover,
      {
        ...mover,
        entityRef: 'component:default/ledger',
        title: 'Ledger',
        level: bronze,
        score: 400,
        scoreThen: 500,
        delta: -100,
      },
    ],
    totalItems: 2,
    since: '2026-10-21',
    levels: 3,
    up: 1,
    down: 1,
    same: 27,
    added: 2,
    ...overrides,
  };
}

const totals = {
  pass: 20,
  fail: 8,
  unknown: 3,
  'not-applicable': 0,
  exempt: 0,
  outdated: 0,
};

/** Two services over two checks. */
export function heatmapResponse(
  overrides: Partial<HeatmapResponse> = {},
): HeatmapResponse {
  const service = {
    tier,
    owner: 'group:default/payments',
    level: silver,
    score: 824,
    coverage: 1000,
    outdated: false,
  };
  const column = { level: 'bronze', enforcement: 'enforced' as const };
  return {
    items: [
      {
        ...service,
        entityRef: 'component:default/checkout',
        title: 'Checkout',
        cells: [{ outcome: 'pass' }, { outcome: 'fail' }],
      },
      {
        ...service,
        entityRef: 'component:default/ledger',
        title: 'Ledger',
        cells: [{ outcome: 'unknown' }, null],
      },
    ],
    totalItems: 31,
    columns: [
      { ...column, id: 'owned', title: 'Has an owner', totals },
      {
        ...column,
        id: 'runbook',
        title: 'Has a runbook',
        totals: { ...totals, fail: 19, pass: 9 },
      },
    ],
    levels: 3,
    ...overrides,
  };
}

/** Believable answers for tests that are about something else. */
export const rollupAnswers: Answers = {
  getHeatmap: () => heatmapResponse(),
  listRollups: () => rollupsResponse(),
  getComparison: () => comparisonResponse(),
  listMovers: () => moversResponse(),
};

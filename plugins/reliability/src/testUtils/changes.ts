import type {
  ListScoreChangesResponse,
  MoverItem,
  ServiceChangesResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { bronze, gold, noLevel, silver } from './levels';

const none = { service: 0, rule: 0, data: 0, unexplained: 0 };

/** A service that fell because a fact went stale. */
export function mover(overrides: Partial<MoverItem> = {}): MoverItem {
  return {
    entityRef: 'component:default/checkout',
    title: 'Checkout',
    owner: 'group:default/payments',
    tier: 'tier-0',
    level: { from: silver, to: bronze },
    score: { from: 824, to: 642 },
    delta: -182,
    direction: 'down',
    cause: 'data',
    points: { ...none, data: -182 },
    flipCount: 3,
    mainFlip: {
      check: 'pageable',
      title: 'Somebody can be paged',
      from: 'pass',
      to: 'unknown',
      cause: 'data',
      at: '2026-11-12T09:00:00.000Z',
      by: 'source:oncall/pagerduty',
    },
    ...overrides,
  };
}

/** Two days of a company: a rule cost most, data some, and a few services got better. */
export function scoreChanges(
  overrides: Partial<ListScoreChangesResponse> = {},
): ListScoreChangesResponse {
  const levels = (counts: readonly number[]) =>
    [noLevel, bronze, silver, gold].map((level, index) => ({
      ...level,
      count: counts[index],
    }));
  return {
    items: [
      mover(),
      mover({
        entityRef: 'component:default/ledger',
        title: 'Ledger',
        level: { from: gold, to: silver },
        score: { from: 1000, to: 871 },
        delta: -129,
        cause: 'rule',
        points: { ...none, rule: -129 },
        flipCount: 1,
        mainFlip: {
          check: 'load-tested',
          title: 'Load test has run',
          to: 'fail',
          cause: 'rule',
          at: '2026-11-03T08:00:00.000Z',
          by: 'source:configuration',
        },
      }),
      mover({
        entityRef: 'component:default/search',
        title: 'Search and recommendations for the whole shop',
        owner: null,
        level: { from: bronze, to: silver },
        score: { from: 600, to: 704 },
        delta: 104,
        direction: 'up',
        cause: 'service',
        points: { ...none, service: 121, rule: -17 },
        flipCount: 2,
        mainFlip: {
          check: 'runbook',
          title: 'Runbook is linked',
          from: 'fail',
          to: 'pass',
          cause: 'service',
          at: '2026-11-14T10:00:00.000Z',
          by: 'user:default/ada',
        },
      }),
      mover({
        entityRef: 'component:default/mail',
        title: 'Mail',
        level: { from: bronze, to: bronze },
        score: { from: 500, to: 455 },
        delta: -45,
        direction: 'same',
        cause: null,
        points: { ...none, unexplained: -45 },
        flipCount: 0,
        mainFlip: null,
      }),
    ],
    totalItems: 4,
    scorecard: { id: 'reliability', title: 'Reliability maturity' },
    from: {
      day: '2026-10-22',
      source: 'snapshot',
      services: 240,
      averageScore: 712,
      levels: levels([12, 96, 102, 30]),
    },
    to: {
      day: '2026-11-21',
      source: 'report',
      services: 243,
      averageScore: 696,
      levels: levels([19, 118, 85, 21]),
    },
    compared: 236,
    came: 7,
    left: 4,
    removed: 1,
    points: { service: 1180, rule: -3540, data: -1180, unexplained: -236 },
    levels: {
      lost: { ...none, total: 34, rule: 20, data: 11, service: 3 },
      gained: { ...none, total: 12, service: 10, data: 2 },
    },
    checks: [
      {
        check: 'load-tested',
        title: 'Load test has run',
        flips: 41,
        gained: 0,
        lost: 0,
        causes: { service: 0, rule: 41, data: 0 },
      },
      {
        check: 'pageable',
        title: 'Somebody can be paged',
        flips: 22,
        gained: 4,
        lost: 18,
        causes: { service: 6, rule: 0, data: 16 },
      },
    ],
    ...overrides,
  };
}

/** Two days between which nothing moved. */
export const quietChanges = () =>
  scoreChanges({
    items: [],
    totalItems: 0,
    points: none,
    levels: { lost: { ...none, total: 0 }, gained: { ...none, total: 0 } },
    checks: [],
    to: { ...scoreChanges().from, day: '2026-11-21', source: 'report' },
  });

/** A service that lost a level between two days, by data and by a rule. */
export function serviceChanges(
  overrides: Partial<ServiceChangesResponse> = {},
): ServiceChangesResponse {
  const state = {
    coverage: 1000,
    tier: 'tier-0',
    owner: 'group:default/payments',
    system: null,
    domain: null,
    scorecardHash: 'abc123',
    checks: null,
  };
  return {
    entityRef: 'component:default/checkout',
    scorecard: { id: 'reliability', title: 'Reliability maturity' },
    before: {
      day: '2026-11-01',
      from: 'snapshot',
      state: { ...state, level: silver, score: 824 },
    },
    after: {
      day: '2026-11-15',
      from: 'snapshot',
      state: { ...state, level: bronze, score: 642 },
    },
    difference: {
      score: -182,
      points: { ...none, rule: -62, data: -120 },
      level: { direction: 'down', cause: 'data' },
      flips: [
        {
          check: 'pageable',
          title: 'Somebody can be paged',
          from: 'pass',
          to: 'unknown',
          cause: 'data',
          at: '2026-11-12T09:00:00.000Z',
          by: 'source:oncall/pagerduty',
          facts: [
            {
              path: 'oncall.responders',
              before: 4,
              source: 'oncall',
            },
          ],
        },
      ],
    },
    ...overrides,
  };
}

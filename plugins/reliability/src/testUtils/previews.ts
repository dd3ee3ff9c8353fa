import {
  defaultScorecard,
  type CheapestPathResponse,
  type Preview,
  type PreviewedService,
  type ScorecardResponse,
  type ServicePathItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { Answers } from './callMock';
import { bronze, gold, noLevel, silver } from './levels';

const critical = { id: 'tier-0', name: 'Mission critical', rank: 0 };
const important = { id: 'tier-1', name: 'Business critical', rank: 1 };

/** A service of a preview that falls from Silver to Bronze. */
export function previewedService(
  overrides: Partial<PreviewedService> = {},
): PreviewedService {
  return {
    entityRef: 'component:default/checkout',
    title: 'Checkout',
    owner: 'group:default/payments',
    tier: critical,
    change: 'down',
    before: { level: silver, score: 824 },
    after: { level: bronze, score: 702 },
    causes: [
      { id: 'runbook', title: 'Runbook is linked', outcome: 'fail' },
      {
        id: 'slo-declared',
        title: 'Declares an objective',
        outcome: 'unknown',
      },
    ],
    missingScore: 0,
    ...overrides,
  };
}

/** One service for everything that may become of one. */
export const previewedServices: readonly PreviewedService[] = [
  previewedService(),
  previewedService({
    entityRef: 'component:default/ledger',
    title: 'Ledger',
    tier: important,
    owner: 'group:default/ledger',
    before: { level: gold, score: 960 },
    after: { level: silver, score: 610 },
    causes: [],
    missingScore: 90,
  }),
  previewedService({
    entityRef: 'component:default/search',
    title: 'Search',
    owner: null,
    change: 'up',
    before: { level: noLevel, score: 210 },
    after: { level: bronze, score: 480 },
    causes: [{ id: 'runbook', title: 'Runbook is linked', outcome: null }],
  }),
  previewedService({
    entityRef: 'component:default/mail',
    title: 'Mail',
    change: 'rescored',
    after: { level: silver, score: 760 },
    causes: [],
  }),
];

/** A preview in which two services fall and one rises. */
export function preview(overrides: Partial<Preview> = {}): Preview {
  const counts = (down: number, up: number, others: number) => ({
    services: down + up + others,
    down,
    up,
    rescored: others,
    same: 0,
  });
  return {
    id: 'p1',
    madeBy: 'user:default/anna.berg',
    madeAt: '2026-11-20T09:00:00.000Z',
    expiresAt: '2026-11-21T09:00:00.000Z',
    scorecard: { id: 'reliability', title: 'Reliability maturity' },
    definition: defaultScorecard as ScorecardResponse['definition'],
    tiers: {},
    totals: { ...counts(2, 1, 1), services: 14, same: 10, teamsDown: 2 },
    levels: [
      { ...noLevel, before: 2, after: 1 },
      { ...bronze, before: 5, after: 7 },
      { ...silver, before: 5, after: 5 },
      { ...gold, before: 2, after: 1 },
    ].map(({ index: _, ...level }) => level),
    byTier: [
      { ...critical, ...counts(1, 1, 1) },
      { ...important, ...counts(1, 0, 0) },
    ].map(({ rank: _, ...tier }) => tier),
    byOwner: [
      { owner: 'group:default/payments', ...counts(1, 0, 1) },
      { owner: 'group:default/ledger', ...counts(1, 0, 0) },
      { owner: null, ...counts(0, 1, 0) },
    ],
    byCheck: [
      {
        id: 'runbook',
        title: 'Runbook is linked',
        newlyFailing: 2,
        newlyUnknown: 1,
        newlyMet: 0,
      },
      {
        id: 'logs',
        title: 'Logs are linked',
        newlyFailing: 0,
        newlyUnknown: 0,
        newlyMet: 1,
      },
    ],
    ...overrides,
  };
}

/** A service with one thing to fix and one to find out. */
export function servicePath(
  overrides: Partial<ServicePathItem> = {},
): ServicePathItem {
  return {
    entityRef: 'component:default/checkout',
    title: 'Checkout',
    owner: 'group:default/payments',
    tier: critical,
    level: bronze,
    score: 700,
    fix: ['runbook'],
    learn: ['responders'],
    obstacle: null,
    ...overrides,
  };
}

/** The way of three services to Silver; one cannot get there. */
export function cheapestPathResponse(
  overrides: Partial<CheapestPathResponse> = {},
): CheapestPathResponse {
  return {
    items: [
      servicePath({
        entityRef: 'component:default/ledger',
        title: 'Ledger',
        owner: 'group:default/ledger',
        learn: [],
      }),
      servicePath(),
      servicePath({
        entityRef: 'component:default/search',
        title: 'Search',
        owner: null,
        tier: important,
        level: noLevel,
        fix: [],
        learn: [],
        obstacle: { kind: 'nothing-applies', level: bronze },
      }),
    ],
    totalItems: 3,
    goal: silver,
    levels: [bronze, silver, gold],
    totals: {
      services: 12,
      reached: 9,
      reachable: 2,
      unreachable: 1,
      outdated: 0,
      fix: 2,
      learn: 1,
    },
    byCheck: [
      { id: 'runbook', title: 'Runbook is linked', fix: 2, learn: 0, last: 1 },
      {
        id: 'responders',
        title: 'Somebody can be paged',
        fix: 0,
        learn: 1,
        last: 0,
      },
    ],
    byOwner: [
      {
        owner: 'group:default/payments',
        services: 1,
        unreachable: 0,
        fix: 1,
        learn: 1,
      },
      {
        owner: 'group:default/ledger',
        services: 1,
        unreachable: 0,
        fix: 1,
        learn: 0,
      },
      { owner: null, services: 1, unreachable: 1, fix: 0, learn: 0 },
    ],
    ...overrides,
  };
}

/** Answers of all routes of previews. */
export function previewAnswers(found = preview()): Answers {
  return {
    runPreview: async () => found,
    getPreview: async () => found,
    listPreviewServices: async ({ query = {} }) => {
      const items = previewedServices.filter(
        ({ change }) => query.change === undefined || query.change === change,
      );
      return { items: [...items], totalItems: items.length };
    },
    getCheapestPath: async () => cheapestPathResponse(),
  };
}

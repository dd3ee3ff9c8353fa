import { NotFoundError } from '@backstage/errors';
import {
  defaultScorecard,
  defaultTiers,
  factCatalogue,
  type ScorecardResponse,
  type ScorecardsResponse,
  type SummaryResponse,
  type TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../api';
import { callMock } from './callMock';
import { defaultAnswers } from './defaultAnswers';
import { historyResponse } from './history';
import { incidentsApiMock } from './incidentsApiMock';
import { bronze, gold, noLevel, NOW, silver } from './levels';
import { oncallApiMock } from './oncallApiMock';
import { readinessApiMock } from './readinessApiMock';
import { rankedService, serviceResponse } from './services';
import { sloApiMock } from './sloApiMock';

/** Counts that go with a handful of services. */
export function summaryResponse(
  overrides: Partial<SummaryResponse> = {},
): SummaryResponse {
  return {
    total: 31,
    needAttention: 6,
    averageScore: 684,
    averageCoverage: 912,
    levels: [
      { ...noLevel, count: 5 },
      { ...bronze, count: 12 },
      { ...silver, count: 9 },
      { ...gold, count: 5 },
    ],
    tiers: [
      { id: 'tier-0', name: 'Mission critical', count: 6 },
      { id: 'tier-1', name: 'Business critical', count: 9 },
      { id: 'tier-2', name: 'Business operational', count: 10 },
      { id: 'tier-3', name: 'Supporting', count: 4 },
      { id: 'untiered', name: 'Untiered', count: 2 },
    ],
    outdated: 0,
    dataProblems: 2,
    catalogCheckedAt: NOW,
    ...overrides,
  };
}

/** The tiers that ship. */
export function tiersResponse(): TiersResponse {
  return structuredCloned({ items: defaultTiers, hash: 'tiers-1' });
}

/** The scorecard that ships, in full. */
export function scorecardResponse(): ScorecardResponse {
  return structuredCloned({ definition: defaultScorecard, hash: 'abc123' });
}

/** The scorecard that ships, in brief. */
export function scorecardsResponse(): ScorecardsResponse {
  const { id, title, description, levels, checks } =
    scorecardResponse().definition;
  return {
    items: [
      {
        id,
        title,
        description,
        hash: 'abc123',
        levels,
        dimensions: [...new Set(checks.map(check => check.dimension))],
        checks: checks.map(check => ({ id: check.id, title: check.title })),
      },
    ],
  };
}

/** The definitions are frozen and readonly; the contract's types are not. */
function structuredCloned<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value));
}

/**
 * An API that answers at once with believable values. Pass what the test is about:
 * `reliabilityApiMock({ getService: async () => serviceResponse({ reports: [] }) })`, or jest functions.
 */
export function reliabilityApiMock(
  overrides: Partial<ReliabilityApi> = {},
): ReliabilityApi {
  return {
    call: callMock(defaultAnswers),
    callText: async route => `${route}\n`,
    getServices: async () => ({
      items: [rankedService()],
      totalItems: 1,
      rankedTotal: 1,
    }),
    getService: async () => serviceResponse(),
    refreshService: async () => serviceResponse(),
    getHistory: async () => historyResponse(),
    overrideTier: async () => serviceResponse(),
    removeTierOverride: async () => serviceResponse(),
    getTierHistory: async () => ({ items: [], totalItems: 0 }),
    getSummary: async () => summaryResponse(),
    getFacet: async () => ({ items: [] }),
    getDataProblems: async () => ({ items: [], totalItems: 0 }),
    getTiers: async () => tiersResponse(),
    getScorecards: async () => scorecardsResponse(),
    getScorecard: async id => {
      if (id !== defaultScorecard.id) {
        throw new NotFoundError(`There is no scorecard "${id}"`);
      }
      return scorecardResponse();
    },
    getFactCatalogue: async () =>
      structuredCloned({ items: [...factCatalogue] }),
    ...readinessApiMock(),
    ...sloApiMock(),
    ...oncallApiMock(),
    ...incidentsApiMock(),
    ...overrides,
  };
}

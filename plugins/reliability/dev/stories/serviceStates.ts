import { NotAllowedError } from '@backstage/errors';
import type {
  Report,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../../src/api';
import { checkReport } from '../../src/testUtils/checks';
import { historyEntry, historyResponse } from '../../src/testUtils/history';
import { bronze, gold, noLevel, silver } from '../../src/testUtils/levels';
import {
  reliabilityApiMock,
  summaryResponse,
} from '../../src/testUtils/reliabilityApiMock';
import { serviceReport, serviceResponse } from '../../src/testUtils/services';
import { companyApi } from '../company';
import { states } from '../states';

const after = (milliseconds: number) =>
  new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });

/** Whatever is written is answered, after a while; so is a further page of the history. */
function service(
  overrides: Partial<ServiceResponse>,
  api: Partial<ReliabilityApi> = {},
): ReliabilityApi {
  const response = serviceResponse(overrides);
  return {
    ...companyApi,
    getService: async () => response,
    refreshService: async () => {
      await after(1500);
      const now = new Date().toISOString();
      return {
        ...response,
        catalogCheckedAt: now,
        reports: response.reports.map(report => ({
          ...report,
          assessedAt: now,
        })),
      };
    },
    getHistory: async (_, query) => {
      if (!query?.cursor) {
        return historyResponse({ totalItems: 6, nextCursor: 'older' });
      }
      await after(800);
      return historyResponse({
        totalItems: 6,
        daily: [],
        items: [
          historyEntry({ at: '2026-10-02T08:00:00Z' }),
          historyEntry({ at: '2026-09-02T08:00:00Z' }),
        ],
      });
    },
    overrideTier: async () => {
      await after(800);
      throw new NotAllowedError('no');
    },
    getTierHistory: async () => ({
      totalItems: 1,
      items: [
        {
          action: 'set',
          tier: 'tier-1',
          reason: 'Takes payments since May',
          by: 'user:default/jane.osei',
          at: '2026-05-03T10:00:00Z',
        },
      ],
    }),
    ...api,
  };
}

const report = (overrides: Partial<Report>) => ({
  reports: [serviceReport(overrides)],
});
const next = (overrides: Partial<NonNullable<Report['nextLevel']>>) => ({
  nextLevel: { ...serviceReport().nextLevel!, ...overrides },
});
const withMinScore = (minScore: number) =>
  serviceReport().levels.map((level, index) =>
    index === 1 ? { ...level, minScore } : level,
  );
const unusable =
  'annotation plimsoll.dev/tier is "gold", which is not one of tier-0, tier-1, tier-2, tier-3';

const facts: ServiceResponse['facts'] = [
  ...serviceResponse().facts,
  {
    path: 'facts["pager/responders"]',
    state: 'stale',
    value: 4,
    unit: 'people',
    at: '2026-11-12T09:00:00.000Z',
    expiresAt: '2026-11-19T09:00:00.000Z',
    source: 'pager',
  },
  { path: 'facts["ci/load-test-passed"]', state: 'absent' },
  {
    path: 'entity.tags',
    state: 'known',
    value: ['java', 'payments', 'pci'],
    at: '2026-11-20T09:00:00.000Z',
    source: 'catalog',
  },
  {
    path: 'entity.description',
    state: 'known',
    value: '',
    at: '2026-11-20T09:00:00.000Z',
    source: 'catalog',
  },
  {
    path: 'entity.annotations',
    state: 'known',
    value: {
      'plimsoll.dev/tier': 'tier-0',
      'backstage.io/source-location':
        'url:https://git.example.com/payments/checkout/tree/main/a/rather/long/path',
    },
    at: '2026-11-20T09:00:00.000Z',
    source: 'catalog',
  },
];

/** The tab and the cards in every state that a service can be in. */
export const serviceStates: Record<string, ReliabilityApi> = {
  full: service({ facts }),
  top: service(
    report({
      level: gold,
      score: 1000,
      coverage: 1000,
      attention: [],
      nextLevel: null,
      levels: serviceReport().levels.map(level => ({
        ...level,
        attained: true,
        met: level.counted,
      })),
    }),
  ),
  bottom: service({
    ...report({
      level: noLevel,
      score: 0,
      coverage: 0,
      rank: 31,
      attention: [
        {
          kind: 'critical-below-first-level',
          text: 'Mission critical, yet below Bronze',
        },
        { kind: 'unknown-facts', text: '7 checks without facts' },
      ],
      levels: serviceReport().levels.map(level => ({
        ...level,
        attained: false,
        met: 0,
      })),
      nextLevel: {
        id: bronze.id,
        name: bronze.name,
        blocking: Array.from({ length: 7 }, (_, index) => `check-${index}`),
        missingScore: 0,
        nothingApplies: false,
        liftsTo: bronze,
      },
      checks: Array.from({ length: 7 }, (_, index) =>
        checkReport({
          id: `check-${index}`,
          title: `Something that a service of this tier has to show, number ${index}`,
          level: 'bronze',
          outcome: 'unknown',
          reason: { kind: 'absent', text: 'ci/thing was never reported' },
          expected: `facts["ci/a-rather-long-name-of-a-fact-that-does-not-break-${index}"] >= 4`,
          actual: [{ path: 'facts["ci/thing"]', state: 'absent' }],
        }),
      ),
    }),
  }),
  higher: service(report(next({ liftsTo: gold }))),
  points: service(
    report({
      ...next({ blocking: [], missingScore: 158, liftsTo: bronze }),
      levels: withMinScore(80),
    }),
  ),
  short: service(
    report({
      ...next({ missingScore: 61, liftsTo: bronze }),
      levels: withMinScore(80),
    }),
  ),
  nothing: service(report(next({ blocking: [], nothingApplies: true }))),
  overridden: service({
    tier: {
      id: 'tier-1',
      name: 'Business critical',
      rank: 1,
      source: 'override',
      declared: { value: 'tier-3', place: 'annotation plimsoll.dev/tier' },
      override: {
        tier: 'tier-1',
        reason: 'Takes payments since May',
        setBy: 'user:default/jane.osei',
        setAt: '2026-05-03T10:00:00Z',
      },
    },
  }),
  untiered: service({
    tier: {
      id: 'untiered',
      name: 'Untiered',
      rank: null,
      source: 'none',
      declared: { value: 'gold', place: 'annotation plimsoll.dev/tier' },
      problem: unusable,
    },
    problems: [unusable],
    ...report({ outdated: true }),
  }),
  two: service({
    reports: [
      serviceReport(),
      serviceReport({
        scorecard: { id: 'launch', title: 'Ready to launch', hash: '2' },
        level: silver,
      }),
    ],
  }),
  young: service(
    {},
    {
      getHistory: async () => ({
        items: [
          historyEntry({
            cause: null,
            level: { from: null, to: bronze },
            score: { from: null, to: 642 },
          }),
        ],
        totalItems: 1,
        daily: historyResponse().daily.slice(0, 1),
      }),
    },
  ),
  empty: reliabilityApiMock({
    getService: async () => serviceResponse({ reports: [], facts: [] }),
    getServices: async () => ({ items: [], totalItems: 0, rankedTotal: 0 }),
    getSummary: async () => summaryResponse({ total: 0 }),
  }),
  ...states,
};

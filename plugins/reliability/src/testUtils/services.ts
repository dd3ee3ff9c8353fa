import type {
  RankedServiceItem,
  Report,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { everyCheck } from './checks';
import { bronze, gold, NOW, silver } from './levels';

/** A row of the ranking. */
export function rankedService(
  overrides: Partial<RankedServiceItem> = {},
): RankedServiceItem {
  return {
    entityRef: 'component:default/checkout',
    title: 'Checkout',
    rank: 1,
    tier: { id: 'tier-0', name: 'Mission critical', rank: 0 },
    owner: 'group:default/payments',
    system: 'system:default/shop',
    domain: 'domain:default/commerce',
    lifecycle: 'production',
    level: silver,
    score: 824,
    coverage: 1000,
    dimensions: {
      ownership: { score: 1000, coverage: 1000, failing: 0, unknown: 0 },
      documentation: { score: 666, coverage: 1000, failing: 1, unknown: 0 },
      response: { score: 571, coverage: 857, failing: 1, unknown: 1 },
    },
    trend: { since: '2026-10-21', scoreThen: 780, delta: 44 },
    attention: [],
    assessedAt: NOW,
    outdated: false,
    ...overrides,
  };
}

/** A report at Bronze with one check of every outcome and enforcement. */
export function serviceReport(overrides: Partial<Report> = {}): Report {
  return {
    scorecard: {
      id: 'reliability',
      title: 'Reliability maturity',
      hash: 'abc123',
    },
    level: bronze,
    levels: [
      {
        ...bronze,
        description: 'Known: somebody owns it and says what it is.',
        attained: true,
        met: 2,
        counted: 2,
      },
      {
        ...silver,
        description: 'Operable: a responder finds what they need.',
        attained: false,
        met: 1,
        counted: 3,
      },
      {
        ...gold,
        description: 'Understood: its place among other services is known.',
        attained: false,
        met: 1,
        counted: 1,
      },
    ],
    score: 642,
    coverage: 857,
    rank: 7,
    rankedTotal: 31,
    dimensions: rankedService().dimensions,
    attention: [{ kind: 'unknown-facts', text: '1 check without facts' }],
    nextLevel: {
      id: 'silver',
      name: 'Silver',
      blocking: ['runbook', 'pageable'],
      missingScore: 0,
      nothingApplies: false,
      liftsTo: silver,
    },
    checks: everyCheck(),
    assessedAt: NOW,
    outdated: false,
    ...overrides,
  };
}

/** Everything about one service. */
export function serviceResponse(
  overrides: Partial<ServiceResponse> = {},
): ServiceResponse {
  return {
    entityRef: 'component:default/checkout',
    title: 'Checkout',
    description: 'Takes a basket and turns it into a paid order.',
    type: 'service',
    lifecycle: 'production',
    owner: 'group:default/payments',
    system: 'system:default/shop',
    domain: 'domain:default/commerce',
    tier: {
      id: 'tier-0',
      name: 'Mission critical',
      rank: 0,
      source: 'declared',
      declared: { value: 'tier-0', place: 'annotation plimsoll.dev/tier' },
    },
    problems: [],
    facts: [
      {
        path: 'entity.links.runbook',
        state: 'known',
        value: 0,
        unit: 'links',
        at: NOW,
        source: 'catalog',
        expiresAt: '2026-11-23T09:00:00.000Z',
      },
    ],
    catalogCheckedAt: NOW,
    reports: [serviceReport()],
    ...overrides,
  };
}

import type {
  IncidentStatsResponse,
  ListIncidentsResponse,
  ServiceIncidentsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { incidentFigures, incidentItem, openIncident } from './incidents';
import { NOW } from './levels';
import { hoursAfter } from './oncall';

type Incidents = ListIncidentsResponse['items'];

/** A page of incidents. */
export function incidentsResponse(
  items: Incidents = [openIncident(), incidentItem()],
  overrides: Partial<ListIncidentsResponse> = {},
): ListIncidentsResponse {
  return {
    items,
    totalItems: items.length,
    counts: {
      active: 1,
      postmortemsOverdue: 0,
      followUpsOverdue: 0,
      unmapped: 3,
    },
    ...overrides,
  };
}

/** The share of a budget at the end of each of the last days, falling by the same amount each day. */
export const budgetDays = (
  days: number,
  perDay: number,
): { day: string; remaining: number | null }[] =>
  Array.from({ length: days }, (_, index) => ({
    day: hoursAfter((index - days) * 24).slice(0, 10),
    remaining: 1 - perDay * (index + 1),
  }));

/** A service with an incident that goes on and one that is over, two SLOs and a deployment. */
export function serviceIncidents(
  overrides: Partial<ServiceIncidentsResponse> = {},
): ServiceIncidentsResponse {
  const items = overrides.items ?? [openIncident(), incidentItem()];
  return {
    entityRef: 'component:default/checkout',
    title: 'Checkout',
    owner: 'group:default/payments',
    tier: { id: 'tier-0', name: 'Mission critical' },
    at: NOW,
    from: hoursAfter(-90 * 24),
    contract: {
      rtoMs: 900_000,
      severities: [1, 2],
      draftMs: 172_800_000,
      publishMs: 604_800_000,
    },
    figures: incidentFigures(),
    items,
    totalItems: items.length,
    timeline: items.map(
      ({ id, reference, title, severity, startedAt, resolvedAt }) => ({
        id,
        reference,
        title,
        severity: severity.level,
        from: startedAt,
        to: resolvedAt,
      }),
    ),
    changes: [
      {
        id: 'd1',
        at: '2026-11-18T08:55:00Z',
        kind: 'deploy',
        title: 'checkout 4.12.0',
        url: 'https://ci.example/checkout/412',
        entityRef: 'component:default/checkout',
      },
    ],
    budgets: [
      {
        sloId: 'component:default/checkout#requests',
        objectiveId: '1',
        title: 'Requests succeed',
        window: { from: hoursAfter(-720), to: NOW },
        spent: 0.62,
        explained: 0.41,
        unexplained: 0.21,
        days: budgetDays(30, 0.0206),
      },
      {
        sloId: 'component:default/checkout#latency',
        objectiveId: '1',
        title: 'Answers are fast',
        window: { from: hoursAfter(-720), to: NOW },
        spent: 0.2,
        explained: 0.2,
        unexplained: 0,
        days: budgetDays(30, 0.0066),
      },
    ],
    sources: [
      {
        account: 'pd-main',
        provider: 'pagerduty',
        pushed: false,
        readAt: NOW,
        error: null,
        backfilledTo: null,
      },
    ],
    problems: [],
    canEdit: true,
    ...overrides,
  };
}

/** A service of which nothing is connected and nothing known. */
export function serviceWithoutIncidents(
  overrides: Partial<ServiceIncidentsResponse> = {},
): ServiceIncidentsResponse {
  const none = { n: 0, of: 0, median: null, p90: null };
  return serviceIncidents({
    items: [],
    sources: [],
    budgets: [],
    changes: [],
    figures: incidentFigures({
      incidents: 0,
      open: 0,
      bySeverity: [],
      detect: none,
      acknowledge: none,
      mitigate: none,
      restore: none,
      neverAcknowledged: 0,
      impactMinutes: 0,
      impactUnknown: 0,
      repeats: 0,
      pages: {
        total: 0,
        afterHours: 0,
        sleepHours: 0,
        zoneUnknown: 0,
        withoutHuman: 0,
        noisyKeys: 0,
      },
      postmortems: { required: 0, published: 0, inTime: 0, overdue: 0 },
      followUps: { total: 0, done: 0, inTime: 0, overdue: 0 },
    }),
    ...overrides,
  });
}

/** Figures of a year by month, with one service that repeats. */
export function incidentStats(
  overrides: Partial<IncidentStatsResponse> = {},
): IncidentStatsResponse {
  const months = ['2026-08', '2026-09', '2026-10', '2026-11'];
  return {
    from: '2025-11-20T09:00:00Z',
    to: NOW,
    all: incidentFigures(),
    groups: months.map((key, index) => ({
      key,
      title: key,
      figures: incidentFigures({ incidents: [12, 4, 15, 14][index] }),
      trend: index !== 1,
    })),
    groupsTotal: months.length,
    repeaters: [
      {
        entityRef: 'component:default/checkout',
        title: 'Checkout',
        key: 'ledger-connections',
        incidents: 4,
        lastId: 'pd-main:Q1',
        lastAt: '2026-11-18T09:14:00Z',
      },
    ],
    ...overrides,
  };
}

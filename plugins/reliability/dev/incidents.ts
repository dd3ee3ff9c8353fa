import type {
  IncidentItem,
  IncidentStatsQuery,
  IncidentStatsResponse,
  ListIncidentsQuery,
  ServiceIncidentsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../src/api';
import { incidentFigures } from '../src/testUtils/incidents';
import {
  budgetDays,
  incidentsResponse,
  incidentStats,
  serviceIncidents,
  serviceWithoutIncidents,
} from '../src/testUtils/incidentViews';
import { ago, DAY, HOUR, many, now, services } from './incidentItems';

const drawn = (items: IncidentItem[]): ServiceIncidentsResponse['timeline'] =>
  items.map(({ id, reference, title, severity, startedAt, resolvedAt }) => ({
    id,
    reference,
    title,
    severity: severity.level,
    from: startedAt,
    to: resolvedAt,
  }));

const changes = Array.from({ length: 40 }, (_, index) => ({
  id: `d${index}`,
  at: ago((index % 5 === 0 ? index * 2.2 : index * 2.1) * DAY + HOUR),
  kind: index % 4 === 0 ? 'config' : 'deploy',
  title: `checkout 4.${60 - index}.0`,
  url: 'https://ci.example/checkout',
  entityRef: 'component:default/checkout',
}));

const week = (from: string) => ({ from, to: now });
const budgets: ServiceIncidentsResponse['budgets'] = [
  {
    sloId: 'a',
    objectiveId: '1',
    title: 'Requests succeed',
    window: week(ago(30 * DAY)),
    spent: 1.18,
    explained: 0.81,
    unexplained: 0.37,
    days: budgetDays(90, 0.0131).map((each, index) => ({
      day: ago((90 - index) * DAY).slice(0, 10),
      remaining: index > 40 && index < 46 ? null : each.remaining,
    })),
  },
  {
    sloId: 'b',
    objectiveId: '1',
    title: 'Answers are fast',
    window: week(ago(30 * DAY)),
    spent: 0.2,
    explained: null,
    unexplained: null,
    days: budgetDays(90, 0.004).map((each, index) => ({
      ...each,
      day: ago((90 - index) * DAY).slice(0, 10),
    })),
  },
];

/** The tab of a service in its states. */
export const incidentStates: Record<string, ServiceIncidentsResponse> = {
  full: serviceIncidents({
    at: now,
    from: ago(90 * DAY),
    items: many.slice(0, 25),
    totalItems: many.length,
    nextCursor: 'x',
    timeline: drawn(many),
    changes,
    budgets,
    sources: [
      {
        account: 'pd-main',
        provider: 'pagerduty',
        pushed: false,
        readAt: ago(60_000),
        error: null,
        backfilledTo: null,
      },
      {
        pushed: false,
        account: 'snow',
        provider: 'servicenow',
        readAt: ago(5 * HOUR),
        error: '429 Too Many Requests from snow.example',
        backfilledTo: ago(40 * DAY),
      },
    ],
    problems: [
      {
        annotation: 'plimsoll.dev/incidents',
        value: 'pagerdutty:service:P1',
        message: 'no account and no type is called "pagerdutty"',
      },
    ],
  }),
  few: serviceIncidents({
    at: now,
    from: ago(90 * DAY),
    figures: incidentFigures({
      incidents: 2,
      restore: { n: 2, of: 2, median: 48 * 60_000, p90: 90 * 60_000 },
    }),
    timeline: drawn(many.slice(2, 4)),
    items: many.slice(2, 4),
    budgets: [],
    changes: [],
  }),
  quiet: serviceWithoutIncidents({
    at: now,
    from: ago(90 * DAY),
    sources: [
      {
        pushed: false,
        account: 'pd-main',
        provider: 'pagerduty',
        readAt: ago(60_000),
        error: null,
        backfilledTo: ago(20 * DAY),
      },
    ],
  }),
  unconnected: serviceWithoutIncidents({ at: now, from: ago(90 * DAY) }),
};

const months = Array.from({ length: 12 }, (_, index) =>
  ago((11 - index) * 30.4 * DAY).slice(0, 7),
);
function statsBy(by: IncidentStatsQuery['by']): IncidentStatsResponse {
  const keys = {
    month: months.map(key => [key, key]),
    tier: [
      ['tier-0', 'Mission critical'],
      ['tier-1', 'Business critical'],
      ['untiered', 'Untiered'],
    ],
    owner: [
      ['group:default/payments', 'payments'],
      ['', 'No owner'],
    ],
    service: services.map(({ entityRef, title }) => [entityRef, title]),
    severity: [
      ['1', 'SEV1'],
      ['2', 'SEV2'],
      ['none', 'No level'],
    ],
  }[by ?? 'month'];
  return incidentStats({
    from: ago(365 * DAY),
    to: now,
    groups: keys.map(([key, title], index) => {
      const n = (index * 7) % 19;
      const minutes = 60_000 * (20 + ((index * 13) % 50));
      return {
        key,
        title,
        trend: n >= 10,
        figures: incidentFigures({
          incidents: n,
          restore: {
            n,
            of: n,
            median: n ? minutes : null,
            p90: n ? 3 * minutes : null,
          },
        }),
      };
    }),
    groupsTotal: by === 'service' ? 240 : keys.length,
  });
}

const anyOf = (wanted: unknown, value: string) =>
  wanted === undefined || [wanted].flat().includes(value);
const isActive = ({ resolvedAt }: IncidentItem) => resolvedAt === null;

function list(query: ListIncidentsQuery) {
  const items = many.filter(
    item =>
      anyOf(query.postmortem, item.postmortem.state) &&
      anyOf(query.severity, String(item.severity.level ?? 'none')) &&
      (query.status === undefined ||
        anyOf(query.status, item.status) ||
        (anyOf(query.status, 'active') && isActive(item))) &&
      `${item.reference} ${item.title}`
        .toLowerCase()
        .includes((query.q ?? '').toLowerCase()),
  );
  return incidentsResponse(items.slice(0, Number(query.limit ?? 50)), {
    totalItems: items.length,
    counts: {
      active: 2,
      postmortemsOverdue: 7,
      followUpsOverdue: 9,
      unmapped: 3,
    },
  });
}

/** Incidents of a company that has many. */
export const companyIncidentsApi = {
  getIncidents: async query => list(query),
  getServiceIncidents: async () => incidentStates.full,
  getIncidentStats: async ({ by }) => statsBy(by),
} satisfies Partial<ReliabilityApi>;

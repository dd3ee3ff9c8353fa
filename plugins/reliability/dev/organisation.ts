import {
  defaultChecklist,
  type ProgressFilter,
  type ProgressQuery,
  type ServiceProgress,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../src/api';
import {
  overviewResponse,
  readinessTask,
  tasksResponse,
} from '../src/testUtils/organisation';
import { services } from './companyServices';

const total = defaultChecklist.items.length;

const progress: ServiceProgress[] = services.map((service, index) => {
  const met = Math.max(0, total - 2 - (index % total));
  return {
    entityRef: service.entityRef,
    title: service.title,
    owner: service.owner,
    tier: service.tier,
    progress: Math.floor((1000 * met) / total),
    requiredMet: Math.floor(met * 0.7),
    requiredTotal: Math.floor(total * 0.7),
    expired: index % 5,
    contested: index % 11 === 0 ? 1 : 0,
    signedOff: index % 6 === 0,
    signedOffAt: index % 6 === 0 ? '2026-09-01T10:00:00.000Z' : null,
    states: {},
  };
});

const anyOf = (wanted: string | string[] | undefined, value: string | null) =>
  wanted === undefined || [wanted].flat().includes(value ?? '');

const narrow = (filter: ProgressFilter) =>
  progress.filter(
    (service, index) =>
      anyOf(filter.tier, service.tier.id) &&
      anyOf(filter.owner, service.owner) &&
      anyOf(filter.system, services[index].system) &&
      (!filter.item || index % 3 === 0) &&
      `${service.title} ${service.owner}`
        .toLowerCase()
        .includes(filter.q?.toLowerCase() ?? ''),
  );

const keys = {
  progress: (one: ServiceProgress) => one.progress,
  title: (one: ServiceProgress) => one.title,
  missing: (one: ServiceProgress) => one.requiredTotal - one.requiredMet,
  expired: (one: ServiceProgress) => one.expired,
};

function list(query: ProgressQuery) {
  const { orderBy = 'progress', order = 'asc', cursor = '0' } = query;
  const keyOf = keys[orderBy];
  const sign = order === 'asc' ? 1 : -1;
  const all = narrow(query).sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x === y) return a.entityRef < b.entityRef ? -1 : 1;
    return x < y ? -sign : sign;
  });
  const limit = Number(query.limit ?? 50);
  const from = Number(cursor);
  return {
    items: all.slice(from, from + limit),
    totalItems: all.length,
    ...(from + limit < all.length && { nextCursor: String(from + limit) }),
  };
}

function overview(filter: ProgressFilter) {
  const found = narrow(filter);
  const owners = [...new Set(found.map(({ owner }) => owner))];
  const share = (index: number, seed: number, of: number) =>
    Math.round((of * ((index * 7 + seed * 3) % 11)) / 10);
  return overviewResponse({
    services: found.length,
    signedOff: found.filter(({ signedOff }) => signedOff).length,
    items: defaultChecklist.items.map((item, index) => {
      const met = share(index, 5, found.length);
      const open = found.length - met;
      return {
        id: item.id,
        title: item.title,
        category: item.category,
        phase: item.phase,
        services: found.length,
        met,
        notMet: Math.floor(open / 3),
        unanswered: open - Math.floor(open / 3),
        notApplicable: 0,
        expired: 0,
        contested: 0,
      };
    }),
    teams: owners.map((owner, seed) => {
      const own = found.filter(service => service.owner === owner);
      return {
        owner,
        services: own.length,
        averageProgress: 900 - seed * 130,
        requiredMissing: 3 + seed * 17,
        expired: seed,
        signedOff: 1,
        items: Object.fromEntries(
          defaultChecklist.items
            .filter((_, index) => (index + seed) % 9 !== 0)
            .map(({ id }, index) => [
              id,
              { met: share(index, seed, own.length), applicable: own.length },
            ]),
        ),
      };
    }),
    teamsTotal: owners.length,
  });
}

const kinds = [
  'review',
  'returned',
  'contested',
  'expired',
  'missing',
  'expiring',
] as const;

/** The readiness of the company of 137 services, and what Jane owes. */
export const organisationApi: Partial<ReliabilityApi> = {
  getProgress: async (_, query) => list(query),
  getChecklistOverview: async (_, filter) => overview(filter),
  exportAnswers: async () => 'entityRef,itemId,answer\n',
  importAnswers: async (_, { dryRun }) => ({
    stored: dryRun ? 2 : 2,
    unchanged: 1,
    rejected: 1,
    results: [
      { row: 1, status: 'stored' },
      { row: 2, status: 'stored' },
      { row: 3, status: 'unchanged' },
      { row: 4, status: 'rejected', reason: 'itemId: there is no item "moon"' },
    ],
  }),
  getReadinessTasks: async query => {
    const all = kinds.flatMap((kind, at) =>
      tasksResponse()
        .items.slice(0, 2)
        .map((task, index) =>
          readinessTask({
            ...task,
            kind,
            entityRef: services[at * 3 + index].entityRef,
            serviceTitle: services[at * 3 + index].title,
            ...(kind === 'review' && {
              item: null,
              review: tasksResponse().items[2].review,
              text: 'Launch is on the first of December.',
            }),
          }),
        ),
    );
    const items = all.filter(task => !query?.kind || task.kind === query.kind);
    return tasksResponse({
      items,
      totalItems: items.length,
      counts: {
        ...tasksResponse().counts,
        ...Object.fromEntries(kinds.map(kind => [kind, 2])),
      },
    });
  },
};

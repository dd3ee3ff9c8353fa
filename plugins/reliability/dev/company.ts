import type {
  ListServicesQuery,
  RankedServiceItem,
  ServiceFilter,
  SummaryResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../src/api';
import { bronze, gold, noLevel, silver } from '../src/testUtils/levels';
import { reliabilityApiMock } from '../src/testUtils/reliabilityApiMock';
import { serviceResponse } from '../src/testUtils/services';
import { services, tiers } from './companyServices';
import { companyIncidentsApi } from './incidents';
import { organisationApi } from './organisation';
import { companySlosApi } from './companySlos';
import { companyOncallApi } from './companyOncall';

const anyOf = (wanted: string | string[] | undefined, value: string | null) =>
  wanted === undefined || [wanted].flat().includes(value ?? '');

function narrow(filter: ServiceFilter): RankedServiceItem[] {
  const text = filter.q?.toLowerCase() ?? '';
  return services.filter(
    service =>
      anyOf(filter.tier, service.tier.id) &&
      anyOf(filter.owner, service.owner) &&
      anyOf(filter.system, service.system) &&
      anyOf(filter.domain, service.domain) &&
      anyOf(filter.level, service.level.id) &&
      (!filter.attention || service.attention.length > 0) &&
      (!filter.check || service.rank % 3 === 0) &&
      `${service.title} ${service.entityRef} ${service.owner}`
        .toLowerCase()
        .includes(text),
  );
}

const keys: Record<string, (service: RankedServiceItem) => string | number> = {
  rank: service => service.rank,
  score: service => service.score,
  coverage: service => service.coverage,
  title: service => service.title,
  tier: service => service.tier.rank ?? 99,
  owner: service => service.owner ?? '~',
  trend: service => service.trend?.delta ?? 0,
};

function list(query: ListServicesQuery) {
  const { orderBy = 'rank', order = 'asc', cursor = '0' } = query;
  const keyOf = keys[orderBy];
  const sign = order === 'asc' ? 1 : -1;
  const all = narrow(query).sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x === y) return a.rank - b.rank;
    return x < y ? -sign : sign;
  });
  const limit = Number(query.limit ?? 50);
  const from = Number(cursor);
  return {
    items: all.slice(from, from + limit),
    totalItems: all.length,
    rankedTotal: services.length,
    ...(from + limit < all.length && { nextCursor: String(from + limit) }),
  };
}

const average = (values: number[]) =>
  values.length === 0
    ? 0
    : Math.floor(values.reduce((sum, value) => sum + value, 0) / values.length);

function summary(filter: ServiceFilter): SummaryResponse {
  const found = narrow(filter);
  return {
    total: found.length,
    needAttention: found.filter(service => service.attention.length > 0).length,
    averageScore: average(found.map(service => service.score)),
    averageCoverage: average(found.map(service => service.coverage)),
    levels: [noLevel, bronze, silver, gold].map(level => ({
      ...level,
      count: found.filter(service => service.level.id === level.id).length,
    })),
    tiers: tiers.map(({ id, name }) => ({
      id,
      name,
      count: found.filter(service => service.tier.id === id).length,
    })),
    outdated: found.filter(service => service.outdated).length,
    dataProblems: 3,
    catalogCheckedAt: new Date(Date.now() - 190_000).toISOString(),
  };
}

const pause = () => new Promise(done => setTimeout(done, 150));

/** A company of 137 services whose ranking can be filtered, sorted and paged. */
export const companyApi: ReliabilityApi = reliabilityApiMock({
  ...organisationApi,
  ...companySlosApi,
  ...companyOncallApi,
  ...companyIncidentsApi,
  getServices: async query => {
    await pause();
    return list(query);
  },
  getSummary: async filter => {
    await pause();
    return summary(filter);
  },
  getService: async entityRef => {
    const service = services.find(one => one.entityRef === entityRef);
    return serviceResponse(
      service && { entityRef, title: service.title, owner: service.owner },
    );
  },
  getFacet: async (field, query) => {
    await pause();
    const found = narrow({ ...query, [field]: undefined });
    const values = found.map(service => {
      const value = service[field];
      return typeof value === 'string' || value === null
        ? { id: value, name: value }
        : value;
    });
    const ids = [...new Set(values.map(value => value.id))];
    const items = ids
      .filter((id): id is string => id !== null)
      .map(id => ({
        value: id,
        label: values.find(value => value.id === id)?.name ?? id,
        count: values.filter(value => value.id === id).length,
      }))
      .filter(item =>
        `${item.value} ${item.label}`
          .toLowerCase()
          .includes(query.match?.toLowerCase() ?? ''),
      )
      .sort((a, b) => b.count - a.count);
    return { items };
  },
  getDataProblems: async () => ({
    totalItems: 3,
    items: [0, 40, 90].map(at => ({
      entityRef: services[at].entityRef,
      title: services[at].title,
      owner: services[at].owner,
      problem:
        'annotation plimsoll.dev/tier is "gold", which is not one of tier-0, tier-1, tier-2, tier-3',
    })),
  }),
});

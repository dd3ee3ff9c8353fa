import {
  compareGroups,
  groupTree,
  rollUp,
  tierWeights,
  type MoversQuery,
  type MoversResponse,
  type RankedServiceItem,
  type RatedService,
  type Rollup,
  type RollupFigures,
  type RollupsQuery,
  type RollupsResponse,
  type ComparisonQuery,
  type ComparisonResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { Answers } from '../src/testUtils/callMock';
import { bronze, gold, noLevel, silver } from '../src/testUtils/levels';
import { scorecardResponse } from '../src/testUtils/reliabilityApiMock';
import { heatmap } from './companyHeatmap';
import { narrow, page } from './companyQueries';
import { services, tiers } from './companyServices';

const { checks } = scorecardResponse().definition;
const dimensions = [...new Set(checks.map(({ dimension }) => dimension))];
const weights = tierWeights(tiers.filter(({ rank }) => rank !== null));
const options = { weights, levels: 3 };
const levels = [noLevel, bronze, silver, gold];

/** Teams below areas below the company; two guilds go in a circle. */
const parents = new Map(
  Object.entries({
    payments: 'commerce',
    'passenger-experience-and-loyalty': 'commerce',
    'harbour-operations': 'operations',
    fleet: 'operations',
    commerce: 'company',
    operations: 'company',
    platform: 'guild',
    guild: 'circle',
    circle: 'guild',
  }).map(([group, parent]): [string, string[]] => [
    `group:default/${group}`,
    [`group:default/${parent}`],
  ]),
);

const typeOf = ({ rank }: RankedServiceItem) =>
  rank % 5 === 0 ? 'website' : 'service';

const rated = (service: RankedServiceItem): RatedService => ({
  entityRef: service.entityRef,
  tierId: service.tier.id,
  type: typeOf(service),
  level: service.level.index,
  score: service.score,
  coverage: service.coverage,
  dimensions: service.dimensions,
  needsAttention: service.attention.length > 0,
  excused: service.owner?.endsWith('fleet') ? 12 : 2,
  checks: 30,
  ...(service.trend && {
    then: {
      day: service.trend.since,
      score: service.trend.scoreThen,
      coverage: service.owner?.endsWith('payments') ? 1000 : undefined,
    },
  }),
});

const figures = ({
  levels: counts,
  trend,
  ...rest
}: Rollup): RollupFigures => ({
  ...rest,
  dimensions: { ...rest.dimensions },
  levels: counts.map(({ level, count, share }) => ({
    ...levels[level + 1],
    count,
    share,
  })),
  trend: trend ?? null,
});

function rollups(query: RollupsQuery): RollupsResponse {
  const { by = 'owner', parent, group } = query;
  const found = narrow(query);
  const keyOf = (service: RankedServiceItem) =>
    (by === 'tier' ? service.tier.id : service[by]) ?? '';
  const tree = groupTree(
    by === 'owner' ? parents : new Map(),
    found.map(keyOf).filter(Boolean),
  );
  const pathOf = (key: string) => [key, ...tree.ancestors(key)];
  const used = new Set(found.flatMap(service => pathOf(keyOf(service))));
  const roots = parent ? tree.children(parent) : ['', ...tree.roots];
  const keys = (group ? [group].flat() : roots).filter(key => used.has(key));
  const sum = (part: RankedServiceItem[]) =>
    figures(rollUp(part.map(rated), options));
  return {
    ...page(keys, query),
    items: keys
      .map(key => {
        const own = found.filter(service => keyOf(service) === key);
        return {
          key: key || null,
          name: tiers.find(({ id }) => id === key)?.name ?? key,
          own: own.length > 0 ? sum(own) : null,
          nested: sum(
            found.filter(service => pathOf(keyOf(service)).includes(key)),
          ),
          children: tree.children(key).filter(child => used.has(child)).length,
          cyclic: tree.cyclic.has(key),
        };
      })
      .sort((a, b) => a.nested.score - b.nested.score),
    whole: sum(found),
    dimensions,
    weights: tiers.map(({ id, name }) => ({
      tier: id,
      name,
      weight: weights.get(id) ?? 1,
    })),
  };
}

function comparison(query: ComparisonQuery): ComparisonResponse {
  const { by = 'owner', type = 'service' } = query;
  const tier = tiers.find(({ id }) => id === query.tier) ?? tiers[0];
  const found = narrow({ ...query, tier: undefined });
  const groups = [...new Set(found.map(service => service[by] ?? ''))];
  const compared = compareGroups(
    groups.map(key => ({
      key,
      services: found.filter(each => (each[by] ?? '') === key).map(rated),
    })),
    { ...options, sameTier: tier.id, sameType: type },
  );
  const ranked = compared.filter(({ place }) => place !== undefined).length;
  const count = (value: string) =>
    found.filter(each => each.tier.id === tier.id && typeOf(each) === value)
      .length;
  return {
    ...page(
      compared.map(each => ({
        key: each.key || null,
        place: each.place ?? null,
        improvementPlace: each.improvementPlace ?? null,
        unranked: [...each.unranked],
        signals: [...each.signals],
        figures: figures(each.rollup),
      })),
      query,
    ),
    ranked,
    unranked: compared.length - ranked,
    tier,
    type,
    tiers: tiers.map(({ id, name }) => ({
      id,
      name,
      services: found.filter(each => each.tier.id === id).length,
    })),
    types: ['service', 'website'].map(value => ({
      type: value,
      services: count(value),
    })),
    minServices: 3,
    minCoverage: 600,
  };
}

function movers(query: MoversQuery): MoversResponse {
  const { direction = 'both' } = query;
  const moved = narrow(query)
    .filter(({ trend }) => trend && trend.delta !== 0)
    .map(service => ({
      ...service,
      levelThen: service.rank % 4 === 0 ? bronze : service.level,
      scoreThen: service.trend!.scoreThen,
      coverageThen: 1000,
      delta: service.trend!.delta,
    }))
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
  const up = moved.filter(({ delta }) => delta > 0);
  const down = moved.filter(({ delta }) => delta < 0);
  return {
    ...page({ both: moved, up, down }[direction], query),
    since: '2026-10-22',
    levels: 3,
    up: up.length,
    down: down.length,
    same: services.length - moved.length,
    added: 2,
  };
}

/** The heatmap, rollups, comparisons and movers of the company. */
export const companyRollups: Answers = {
  getHeatmap: ({ query = {} }) => heatmap(query),
  listRollups: ({ query = {} }) => rollups(query),
  getComparison: ({ query = {} }) => comparison(query),
  listMovers: ({ query = {} }) => movers(query),
};

import { RouteContract } from '../../routeContract';
import {
  comparisonQuerySchema,
  comparisonResponseSchema,
  rollupsQuerySchema,
  rollupsResponseSchema,
} from './groups';
import {
  heatmapQuerySchema,
  heatmapResponseSchema,
  moversQuerySchema,
  moversResponseSchema,
} from './services';

export * from './groups';
export * from './services';

/** The routes of the heatmap, rollups by group, and fair comparisons. @public */
export const rollupsRoutes = {
  getHeatmap: {
    method: 'get',
    path: '/heatmap',
    summary: 'Services by dimensions or checks, with the totals of each column',
    query: heatmapQuerySchema,
    response: heatmapResponseSchema,
    statuses: [400, 404],
  },
  listRollups: {
    method: 'get',
    path: '/rollups',
    summary:
      'What the services of an owner, system, domain or tier come to, weighted by tier',
    query: rollupsQuerySchema,
    response: rollupsResponseSchema,
    statuses: [400, 404],
  },
  getComparison: {
    method: 'get',
    path: '/comparison',
    summary: 'Groups compared over services of one tier and type',
    query: comparisonQuerySchema,
    response: comparisonResponseSchema,
    statuses: [400, 404],
  },
  listMovers: {
    method: 'get',
    path: '/movers',
    summary: 'The services whose score changed most since a day',
    query: moversQuerySchema,
    response: moversResponseSchema,
    statuses: [400, 404],
  },
} as const satisfies Record<string, RouteContract>;

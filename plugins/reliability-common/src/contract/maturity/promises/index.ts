import { RouteContract } from '../../routeContract';
import {
  promisesQuerySchema,
  promisesResponseSchema,
  servicePromiseResponseSchema,
} from './arithmetic';
import { tierHonestyQuerySchema, tierHonestyResponseSchema } from './honesty';

export * from './arithmetic';
export * from './honesty';

/** The routes of tiers against the catalog graph, and what the SLOs of dependencies allow. @public */
export const promisesRoutes = {
  listTierHonesty: {
    method: 'get',
    path: '/tier-honesty',
    summary:
      'Services that rest on less critical ones, or whose evidence speaks for another tier',
    query: tierHonestyQuerySchema,
    response: tierHonestyResponseSchema,
    statuses: [400],
  },
  listPromises: {
    method: 'get',
    path: '/promises',
    summary: 'What services promise against what their dependencies allow',
    query: promisesQuerySchema,
    response: promisesResponseSchema,
    statuses: [400],
  },
  getServicePromise: {
    method: 'get',
    path: '/services/:kind/:namespace/:name/promise',
    summary:
      'Tier against evidence, promise against dependencies, and burn that overlaps theirs',
    response: servicePromiseResponseSchema,
    statuses: [404],
  },
} as const satisfies Record<string, RouteContract>;

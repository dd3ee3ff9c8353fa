import { RouteContract } from '../routeContract';

/** The routes of tiers against the catalog graph, and what the SLOs of dependencies allow. @public */
export const promisesRoutes = {} as const satisfies Record<
  string,
  RouteContract
>;

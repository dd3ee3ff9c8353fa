import { RouteContract } from '../routeContract';

/** The routes of what another rule, tier or piece of work would change. @public */
export const previewsRoutes = {} as const satisfies Record<
  string,
  RouteContract
>;

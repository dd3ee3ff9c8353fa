import { RouteContract } from '../routeContract';

/** The routes of dated permissions to fail one check. @public */
export const exemptionsRoutes = {} as const satisfies Record<
  string,
  RouteContract
>;

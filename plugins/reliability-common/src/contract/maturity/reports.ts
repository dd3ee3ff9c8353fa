import { RouteContract } from '../routeContract';

/** The routes of the monthly packet, the handover of a service, and exports. @public */
export const reportsRoutes = {} as const satisfies Record<
  string,
  RouteContract
>;

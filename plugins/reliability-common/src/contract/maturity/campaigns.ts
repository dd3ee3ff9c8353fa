import { RouteContract } from '../routeContract';

/** The routes of goals with a date. @public */
export const campaignsRoutes = {} as const satisfies Record<
  string,
  RouteContract
>;

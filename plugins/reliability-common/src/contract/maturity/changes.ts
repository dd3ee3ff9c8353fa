import { RouteContract } from '../routeContract';

/** The routes of why levels and scores moved. @public */
export const scoreChangeRoutes = {} as const satisfies Record<
  string,
  RouteContract
>;

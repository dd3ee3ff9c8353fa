import { RouteContract } from '../routeContract';

/** The routes of the load line: whether a service may take more change now. @public */
export const gateRoutes = {} as const satisfies Record<string, RouteContract>;

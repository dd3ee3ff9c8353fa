import { RouteContract } from '../routeContract';

/** The routes of the figures of a reliability programme, and its risks. @public */
export const kpisRoutes = {} as const satisfies Record<string, RouteContract>;

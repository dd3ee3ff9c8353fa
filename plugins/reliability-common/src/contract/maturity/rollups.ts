import { RouteContract } from '../routeContract';

/** The routes of the heatmap, rollups by group, and fair comparisons. @public */
export const rollupsRoutes = {} as const satisfies Record<
  string,
  RouteContract
>;

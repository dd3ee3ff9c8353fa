import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../../http/endpoint';
import { ComparisonService } from './ComparisonService';
import { HeatmapService } from './HeatmapService';
import { MoversService } from './MoversService';
import { RollupsService } from './RollupsService';

export interface RollupsApi {
  readonly heatmap: HeatmapService;
  readonly rollups: RollupsService;
  readonly comparison: ComparisonService;
  readonly movers: MoversService;
}

/** The routes of the heatmap, rollups by group, and fair comparisons. */
export function addRollupsRoutes(on: Endpoint, services: RollupsApi): void {
  const { heatmap, rollups, comparison, movers } = services;
  on(routes.getHeatmap, ({ query, credentials }) =>
    heatmap.get(query, credentials),
  );
  on(routes.listRollups, ({ query, credentials }) =>
    rollups.list(query, credentials),
  );
  on(routes.getComparison, ({ query, credentials }) =>
    comparison.get(query, credentials),
  );
  on(routes.listMovers, ({ query, credentials }) =>
    movers.list(query, credentials),
  );
}

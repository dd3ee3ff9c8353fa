import { Endpoint } from '../../http/endpoint';

export interface RollupsApi {}

/** The routes of the heatmap, rollups by group, and fair comparisons. */
export function addRollupsRoutes(_on: Endpoint, _services: RollupsApi): void {}

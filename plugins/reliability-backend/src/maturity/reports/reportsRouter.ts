import { Endpoint } from '../../http/endpoint';

export interface ReportsApi {}

/** The routes of the monthly packet, the handover of a service, and exports. */
export function addReportsRoutes(_on: Endpoint, _services: ReportsApi): void {}

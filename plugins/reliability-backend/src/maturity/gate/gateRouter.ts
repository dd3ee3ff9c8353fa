import { Endpoint } from '../../http/endpoint';

export interface GateApi {}

/** The routes of the load line: whether a service may take more change now. */
export function addGateRoutes(_on: Endpoint, _services: GateApi): void {}

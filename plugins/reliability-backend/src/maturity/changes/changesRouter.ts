import { Endpoint } from '../../http/endpoint';

export interface ChangesApi {}

/** The routes of why levels and scores moved. */
export function addChangesRoutes(_on: Endpoint, _services: ChangesApi): void {}

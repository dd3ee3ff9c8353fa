import { Endpoint } from '../../http/endpoint';

export interface PromisesApi {}

/** The routes of tiers against the catalog graph, and what the SLOs of dependencies allow. */
export function addPromisesRoutes(
  _on: Endpoint,
  _services: PromisesApi,
): void {}

import { Endpoint } from '../../http/endpoint';

export interface ExemptionsApi {}

/** The routes of dated permissions to fail one check. */
export function addExemptionsRoutes(
  _on: Endpoint,
  _services: ExemptionsApi,
): void {}

import { Endpoint } from '../../http/endpoint';

export interface PreviewsApi {}

/** The routes of what another rule, tier or piece of work would change. */
export function addPreviewsRoutes(
  _on: Endpoint,
  _services: PreviewsApi,
): void {}

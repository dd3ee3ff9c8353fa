import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../../http/endpoint';
import { CheapestPathService } from './CheapestPathService';
import { PreviewService } from './PreviewService';
import { PreviewSlots } from './PreviewSlots';

export interface PreviewsApi {
  readonly previews: PreviewService;
  readonly cheapestPaths: CheapestPathService;
  readonly slots: PreviewSlots;
}

/** The routes of what another rule, tier or piece of work would change. */
export function addPreviewsRoutes(
  on: Endpoint,
  { previews, cheapestPaths }: PreviewsApi,
): void {
  on(routes.runPreview, ({ body, credentials }) =>
    previews.run(body, credentials),
  );
  on(routes.getPreview, ({ params, credentials }) =>
    previews.get(params.id, credentials),
  );
  on(routes.listPreviewServices, ({ params, query, credentials }) =>
    previews.services(params.id, query, credentials),
  );
  on(routes.getCheapestPath, ({ query, credentials }) =>
    cheapestPaths.get(query, credentials),
  );
}

import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../../http/endpoint';
import { PromiseListService } from './PromiseListService';
import { ServicePromiseService } from './ServicePromiseService';

export interface PromisesApi {
  readonly list: PromiseListService;
  readonly service: ServicePromiseService;
}

/** The routes of tiers against the catalog graph, and what the SLOs of dependencies allow. */
export function addPromisesRoutes(
  on: Endpoint,
  { list, service }: PromisesApi,
): void {
  on(routes.listTierHonesty, ({ query, credentials }) =>
    list.honesty(query, credentials),
  );
  on(routes.listPromises, ({ query, credentials }) =>
    list.promises(query, credentials),
  );
  on(routes.getServicePromise, ({ entityRef, credentials }) =>
    service.get(entityRef, credentials),
  );
}

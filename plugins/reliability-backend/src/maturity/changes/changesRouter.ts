import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../../http/endpoint';
import { ScoreChangesService } from './ScoreChangesService';
import { ServiceChangesService } from './ServiceChangesService';

export interface ChangesApi {
  readonly serviceChanges: ServiceChangesService;
  readonly scoreChanges: ScoreChangesService;
}

/** The routes of why levels and scores moved. */
export function addChangesRoutes(
  on: Endpoint,
  { serviceChanges, scoreChanges }: ChangesApi,
): void {
  on(routes.getServiceAsOf, ({ entityRef, query, credentials }) =>
    serviceChanges.asOf(entityRef, query, credentials),
  );
  on(routes.getServiceChanges, ({ entityRef, query, credentials }) =>
    serviceChanges.compare(entityRef, query, credentials),
  );
  on(routes.listScoreChanges, ({ query, credentials }) =>
    scoreChanges.list(query, credentials),
  );
}

import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../http/endpoint';
import { IncidentAccountService } from './IncidentAccountService';
import { IncidentListService } from './IncidentListService';
import { IncidentService } from './IncidentService';
import { IncidentStatsService } from './IncidentStatsService';
import { BudgetReviewService } from './ledger/BudgetReviewService';
import { LedgerService } from './ledger/LedgerService';
import { ServiceIncidentsService } from './ServiceIncidentsService';

export interface IncidentReadApi {
  readonly incidents: IncidentService;
  readonly incidentList: IncidentListService;
  readonly incidentStats: IncidentStatsService;
  readonly incidentAccounts: IncidentAccountService;
  readonly serviceIncidents: ServiceIncidentsService;
  readonly sloLedgers: LedgerService;
  readonly budgetReviews: BudgetReviewService;
}

/** Incidents as they are read. They come after all other routes below `/incidents`: the last one takes any id. */
export function addIncidentRoutes(
  on: Endpoint,
  services: IncidentReadApi,
): void {
  addLedgerRoutes(on, services);
  on(routes.listIncidents, ({ query, credentials }) =>
    services.incidentList.list(query, credentials),
  );
  on(routes.getIncidentStats, ({ query, credentials }) =>
    services.incidentStats.get(query, credentials),
  );
  on(routes.listIncidentAccounts, ({ credentials }) =>
    services.incidentAccounts.list(credentials),
  );
  on(routes.getServiceIncidents, ({ entityRef, query, credentials }) =>
    services.serviceIncidents.get(entityRef, query, credentials),
  );
  on(routes.getIncident, ({ params, credentials }) =>
    services.incidents.get(params.id, credentials),
  );
}

function addLedgerRoutes(on: Endpoint, services: IncidentReadApi): void {
  on(routes.getSloLedger, ({ params, query, credentials }) =>
    services.sloLedgers.get(params.id, query, credentials),
  );
  on(routes.listBudgetReviews, ({ query, credentials }) =>
    services.budgetReviews.list(query, credentials),
  );
  on(routes.settleBudgetReview, ({ params, body, credentials }) =>
    services.budgetReviews.settle(params.id, body, credentials),
  );
}

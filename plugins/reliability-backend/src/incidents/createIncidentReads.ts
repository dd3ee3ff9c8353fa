import { Knex } from 'knex';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { IncidentPeople } from '../maturity/IncidentPeople';
import { MaturityService } from '../maturity/MaturityService';
import { SloBudgets } from '../maturity/SloBudgets';
import { FollowUpPresenter } from './FollowUpPresenter';
import { IncidentAccess } from './IncidentAccess';
import {
  IncidentAccountService,
  IncidentProviderAbilities,
} from './IncidentAccountService';
import { IncidentListService } from './IncidentListService';
import { IncidentPresenter } from './IncidentPresenter';
import { IncidentReader } from './IncidentReader';
import { IncidentReadApi } from './incidentRouter';
import { IncidentService } from './IncidentService';
import { IncidentStatsService } from './IncidentStatsService';
import { BudgetReviewService } from './ledger/BudgetReviewService';
import { LedgerService } from './ledger/LedgerService';
import { ServiceLedgers } from './ledger/ServiceLedgers';
import { ServiceIncidentsService } from './ServiceIncidentsService';

/** What the services that read incidents need. */
export interface IncidentReadOptions {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly config: ReliabilityConfig;
  readonly access: Access;
  readonly maturity: MaturityService;
  readonly incidentAccess: IncidentAccess;
  readonly incidentProviders?: readonly IncidentProviderAbilities[];
  readonly sloBudgets: SloBudgets;
  readonly serviceLedgers: ServiceLedgers;
  readonly now: () => number;
}

/** The services behind the routes that read incidents. */
export function createIncidentReads(
  options: IncidentReadOptions,
): IncidentReadApi {
  const base = {
    ...options,
    incidentPresenter: new IncidentPresenter(options),
    incidentReader: new IncidentReader(options),
    incidentPeople: new IncidentPeople(options),
    followUpPresenter: new FollowUpPresenter(options),
  };
  return {
    incidents: new IncidentService(base),
    incidentList: new IncidentListService(base),
    incidentStats: new IncidentStatsService(base),
    incidentAccounts: new IncidentAccountService(base),
    serviceIncidents: new ServiceIncidentsService(base),
    sloLedgers: new LedgerService(base),
    budgetReviews: new BudgetReviewService(base),
  };
}

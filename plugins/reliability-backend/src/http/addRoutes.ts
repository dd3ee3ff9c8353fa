import {
  addIncidentRoutes,
  IncidentReadApi,
} from '../incidents/incidentRouter';
import {
  addIncidentWriteRoutes,
  IncidentWriteApi,
} from '../incidents/incidentWriteRouter';
import { Programme } from '../maturity/createProgramme';
import {
  addMaturityRoutes,
  MaturityServices,
} from '../maturity/maturityRouter';
import { addProgrammeRoutes } from '../maturity/programmeRouter';
import { addOncallRoutes, OncallApi } from '../oncall/oncallRouter';
import {
  addOrganisationRoutes,
  OrganisationServices,
} from '../readiness/organisationRouter';
import {
  addReadinessRoutes,
  ReadinessServices,
} from '../readiness/readinessRouter';
import { addReviewRoutes, ReviewServices } from '../readiness/reviewRouter';
import { addSloRoutes, SloServices } from '../slo/sloRouter';
import { TierService } from '../tier/TierService';
import { addTierRoutes } from '../tier/tierRouter';
import { Endpoint } from './endpoint';

/** What answers the routes of the contract. */
export type RoutedServices = MaturityServices &
  ReadinessServices &
  OrganisationServices &
  ReviewServices &
  SloServices &
  OncallApi &
  IncidentWriteApi &
  IncidentReadApi & {
    readonly tiers: TierService;
    readonly programme: Programme;
  };

/** Every route of the contract, in the order in which paths are tried. */
export function addRoutes(on: Endpoint, services: RoutedServices): void {
  addMaturityRoutes(on, services);
  addTierRoutes(on, services.tiers);
  addReadinessRoutes(on, services);
  addOrganisationRoutes(on, services);
  addReviewRoutes(on, services);
  addSloRoutes(on, services);
  addOncallRoutes(on, services);
  addIncidentWriteRoutes(on, services);
  addIncidentRoutes(on, services);
  addProgrammeRoutes(on, services.programme);
}

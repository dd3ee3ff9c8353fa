import {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  addIncidentRoutes,
  IncidentReadApi,
} from '../incidents/incidentRouter';
import {
  addIncidentWriteRoutes,
  IncidentWriteApi,
} from '../incidents/incidentWriteRouter';
import {
  addMaturityRoutes,
  MaturityServices,
} from '../maturity/maturityRouter';
import { Programme } from '../maturity/createProgramme';
import { addProgrammeRoutes } from '../maturity/programmeRouter';
import { addWebhookRoutes } from '../incidents/webhooks/webhookRouter';
import { WebhookService } from '../incidents/webhooks/WebhookService';
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
import { createEndpoints } from './endpoint';
import { createOpenApiDocument } from './openapi';

/** The HTTP API of the plugin. */
export function createRouter(options: {
  services: MaturityServices &
    ReadinessServices &
    OrganisationServices &
    ReviewServices &
    SloServices &
    OncallApi &
    IncidentWriteApi &
    IncidentReadApi & {
      tiers: TierService;
      programme: Programme;
      incidentWebhooks: WebhookService;
    };
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
}): Router {
  const { services, httpAuth, logger } = options;
  const router = PromiseRouter();
  addWebhookRoutes(router, { ...services, logger });
  const endpoint = createEndpoints(router, options);
  addMaturityRoutes(endpoint, services);
  addTierRoutes(endpoint, services.tiers);
  addReadinessRoutes(endpoint, services);
  addOrganisationRoutes(endpoint, services);
  addReviewRoutes(endpoint, services);
  addSloRoutes(endpoint, services);
  addOncallRoutes(endpoint, services);
  addIncidentWriteRoutes(endpoint, services);
  addIncidentRoutes(endpoint, services);
  addProgrammeRoutes(endpoint, services.programme);
  const document = createOpenApiDocument();
  router.get('/openapi.json', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    response.json(document);
  });
  return router;
}

import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  addMaturityRoutes,
  MaturityServices,
} from '../maturity/maturityRouter';
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
    OncallApi & { tiers: TierService };
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { services, httpAuth } = options;
  const router = PromiseRouter();
  const endpoint = createEndpoints(router, options);
  addMaturityRoutes(endpoint, services);
  addTierRoutes(endpoint, services.tiers);
  addReadinessRoutes(endpoint, services);
  addOrganisationRoutes(endpoint, services);
  addReviewRoutes(endpoint, services);
  addSloRoutes(endpoint, services);
  addOncallRoutes(endpoint, services);
  const document = createOpenApiDocument();
  router.get('/openapi.json', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    response.json(document);
  });
  return router;
}

import {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { addWebhookRoutes } from '../incidents/webhooks/webhookRouter';
import { WebhookService } from '../incidents/webhooks/WebhookService';
import { addRoutes, RoutedServices } from './addRoutes';
import { createEndpoints } from './endpoint';
import { createOpenApiDocument } from './openapi';

/** The HTTP API of the plugin. */
export function createRouter(options: {
  services: RoutedServices & { incidentWebhooks: WebhookService };
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
}): Router {
  const { services, httpAuth, logger } = options;
  const router = PromiseRouter();
  addWebhookRoutes(router, { ...services, logger });
  addRoutes(createEndpoints(router, options), services);
  const document = createOpenApiDocument();
  router.get('/openapi.json', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    response.json(document);
  });
  return router;
}

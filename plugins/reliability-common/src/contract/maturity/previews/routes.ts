import { RouteContract } from '../../routeContract';
import {
  cheapestPathQuerySchema,
  cheapestPathResponseSchema,
} from './cheapestPath';
import {
  previewRequestSchema,
  previewSchema,
  previewServicesQuerySchema,
  previewServicesResponseSchema,
} from './preview';

/** The routes of what another rule, tier or piece of work would change. @public */
export const previewsRoutes = {
  runPreview: {
    method: 'post',
    path: '/previews',
    summary: 'Which services would change level under other rules',
    body: previewRequestSchema,
    response: previewSchema,
    statuses: [400, 403, 404, 409],
  },
  getPreview: {
    method: 'get',
    path: '/previews/:id',
    summary: 'A preview of the last 24 hours',
    response: previewSchema,
    statuses: [404],
  },
  listPreviewServices: {
    method: 'get',
    path: '/previews/:id/services',
    summary: 'The services of a preview, before and after',
    query: previewServicesQuerySchema,
    response: previewServicesResponseSchema,
    statuses: [400, 404],
  },
  getCheapestPath: {
    method: 'get',
    path: '/cheapest-path',
    summary: 'The smallest set of work that lifts services to a level',
    query: cheapestPathQuerySchema,
    response: cheapestPathResponseSchema,
    statuses: [400, 404],
  },
} as const satisfies Record<string, RouteContract>;

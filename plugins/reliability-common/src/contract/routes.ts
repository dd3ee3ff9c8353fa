import { pushFactsRequestSchema, pushFactsResponseSchema } from './facts';
import {
  dataProblemsResponseSchema,
  facetQuerySchema,
  facetResponseSchema,
  historyQuerySchema,
  historyResponseSchema,
  listServicesQuerySchema,
  listServicesResponseSchema,
  serviceFilterSchema,
  serviceResponseSchema,
  summaryResponseSchema,
  tierHistoryResponseSchema,
} from './maturity';
import {
  gateRoutes,
  scoreChangeRoutes,
  rollupsRoutes,
  exemptionsRoutes,
  campaignsRoutes,
  previewsRoutes,
  promisesRoutes,
  kpisRoutes,
  reportsRoutes,
} from './maturity';
import { pageQuerySchema } from './paging';
import { readinessRoutes } from './readiness/routes';
import { RouteContract } from './routeContract';
import {
  factCatalogueResponseSchema,
  scorecardResponseSchema,
  scorecardsResponseSchema,
} from './scorecard';
import { incidentRoutes } from './incidents/routes';
import { oncallRoutes } from './oncall/routes';
import { sloRoutes } from './slo/routes';
import { overrideTierRequestSchema, tiersResponseSchema } from './tier';

const SERVICE = '/services/:kind/:namespace/:name';

const contract = <T extends Record<string, RouteContract>>(routes: T) => routes;

/** Every route. @public */
export const routes = contract({
  listServices: {
    method: 'get',
    path: '/services',
    summary: 'The ranking of services on one scorecard',
    query: listServicesQuerySchema,
    response: listServicesResponseSchema,
    statuses: [400, 404],
  },
  getService: {
    method: 'get',
    path: SERVICE,
    summary: 'One service with its tier, facts and reports',
    response: serviceResponseSchema,
    statuses: [404],
  },
  refreshService: {
    method: 'post',
    path: `${SERVICE}/refresh`,
    summary: 'Read the entity again now and assess it',
    response: serviceResponseSchema,
    statuses: [403, 404],
  },
  getServiceHistory: {
    method: 'get',
    path: `${SERVICE}/history`,
    summary:
      'Every change of level, score or outcome with its cause, newest first, and daily snapshots',
    query: historyQuerySchema,
    response: historyResponseSchema,
    statuses: [400, 404],
  },
  overrideTier: {
    method: 'put',
    path: `${SERVICE}/tier`,
    summary: 'Set the tier of a service by hand',
    body: overrideTierRequestSchema,
    response: serviceResponseSchema,
    statuses: [400, 403, 404],
  },
  removeTierOverride: {
    method: 'delete',
    path: `${SERVICE}/tier`,
    summary: 'Take a tier that was set by hand back',
    response: serviceResponseSchema,
    statuses: [403, 404],
  },
  getTierHistory: {
    method: 'get',
    path: `${SERVICE}/tier/history`,
    summary: 'Who set the tier by hand, when and why, newest first',
    query: pageQuerySchema,
    response: tierHistoryResponseSchema,
    statuses: [400, 404],
  },
  getSummary: {
    method: 'get',
    path: '/summary',
    summary: 'Counts by level and tier of the services that match',
    query: serviceFilterSchema,
    response: summaryResponseSchema,
    statuses: [400, 404],
  },
  getFacet: {
    method: 'get',
    path: '/facets/:field',
    summary:
      'The values of owner, system, domain, tier or level with their counts',
    query: facetQuerySchema,
    response: facetResponseSchema,
    statuses: [400, 404],
  },
  listDataProblems: {
    method: 'get',
    path: '/data-problems',
    summary: 'Services whose entity says something that cannot be used',
    query: pageQuerySchema,
    response: dataProblemsResponseSchema,
    statuses: [400],
  },
  pushFacts: {
    method: 'put',
    path: '/facts',
    summary: 'Push facts in bulk; for services with an access token',
    body: pushFactsRequestSchema,
    response: pushFactsResponseSchema,
    statuses: [400, 403],
  },
  getFactCatalogue: {
    method: 'get',
    path: '/facts/catalogue',
    summary: 'Every fact that a check can use',
    response: factCatalogueResponseSchema,
    statuses: [],
  },
  listTiers: {
    method: 'get',
    path: '/tiers',
    summary: 'The tiers in force and what they demand',
    response: tiersResponseSchema,
    statuses: [],
  },
  listScorecards: {
    method: 'get',
    path: '/scorecards',
    summary: 'The scorecards in force',
    response: scorecardsResponseSchema,
    statuses: [],
  },
  getScorecard: {
    method: 'get',
    path: '/scorecards/:id',
    summary: 'One scorecard with all its checks',
    response: scorecardResponseSchema,
    statuses: [404],
  },
  ...readinessRoutes,
  ...sloRoutes,
  ...oncallRoutes,
  ...incidentRoutes,
  ...gateRoutes,
  ...scoreChangeRoutes,
  ...rollupsRoutes,
  ...exemptionsRoutes,
  ...campaignsRoutes,
  ...previewsRoutes,
  ...promisesRoutes,
  ...kpisRoutes,
  ...reportsRoutes,
});

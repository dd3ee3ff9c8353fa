import { RouteContract } from '../../routeContract';
import {
  kpiDefinitionsResponseSchema,
  kpisQuerySchema,
  kpisResponseSchema,
} from './figures';
import {
  createRiskRequestSchema,
  listRisksQuerySchema,
  listRisksResponseSchema,
  patchRiskRequestSchema,
  riskSchema,
} from './risks';

/** The routes of the figures of a reliability programme, and its risks. @public */
export const kpisRoutes = {
  getKpis: {
    method: 'get',
    path: '/kpis',
    summary:
      'The figures of a reliability programme over a period of at most 366 days',
    query: kpisQuerySchema,
    response: kpisResponseSchema,
    statuses: [400, 404],
  },
  listKpiDefinitions: {
    method: 'get',
    path: '/kpis/definitions',
    summary: 'What every figure is, and its target',
    response: kpiDefinitionsResponseSchema,
    statuses: [],
  },
  listRisks: {
    method: 'get',
    path: '/risks',
    summary: 'Risks that failing checks mean, and those that people wrote down',
    query: listRisksQuerySchema,
    response: listRisksResponseSchema,
    statuses: [400, 404],
  },
  createRisk: {
    method: 'post',
    path: '/risks',
    summary: 'Write a risk down, or take one over that a check means',
    body: createRiskRequestSchema,
    response: riskSchema,
    statuses: [400, 403, 404, 409],
  },
  patchRisk: {
    method: 'patch',
    path: '/risks/:id',
    summary: 'Change a risk',
    body: patchRiskRequestSchema,
    response: riskSchema,
    statuses: [400, 403, 404, 409],
  },
} as const satisfies Record<string, RouteContract>;

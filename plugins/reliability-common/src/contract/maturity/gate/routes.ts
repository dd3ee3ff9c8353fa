import { RouteContract } from '../../routeContract';
import { gateAnswerSchema, gateQuerySchema } from './answer';
import {
  listGateDecisionsQuerySchema,
  listGateDecisionsResponseSchema,
  recordGateDecisionRequestSchema,
  recordGateDecisionResponseSchema,
} from './decisions';
import { gatePoliciesResponseSchema } from './policies';
import {
  createGateWaiverRequestSchema,
  endGateWaiverRequestSchema,
  gateWaiverSchema,
  listGateWaiversQuerySchema,
  listGateWaiversResponseSchema,
} from './waivers';

const GATE = '/gate/:kind/:namespace/:name';

/** The routes of the load line: whether a service may take more change now. @public */
export const gateRoutes = {
  getGate: {
    method: 'get',
    path: GATE,
    summary:
      'The load line: may this service take more change now, and why; nothing is recorded',
    query: gateQuerySchema,
    response: gateAnswerSchema,
    statuses: [400, 404],
  },
  recordGateDecision: {
    method: 'post',
    path: `${GATE}/decisions`,
    summary: 'The same, recorded; with a reason somebody goes on although held',
    body: recordGateDecisionRequestSchema,
    response: recordGateDecisionResponseSchema,
    statuses: [400, 403, 404],
  },
  createGateWaiver: {
    method: 'post',
    path: `${GATE}/waivers`,
    summary: 'Let a service change although held, until an end',
    body: createGateWaiverRequestSchema,
    response: gateWaiverSchema,
    statuses: [400, 403, 404],
  },
  endGateWaiver: {
    method: 'delete',
    path: `${GATE}/waivers/:id`,
    summary: 'End a waiver before its time',
    body: endGateWaiverRequestSchema,
    response: gateWaiverSchema,
    statuses: [400, 403, 404],
  },
  listGateWaivers: {
    method: 'get',
    path: '/gate/waivers',
    summary: 'Waivers, the newest first',
    query: listGateWaiversQuerySchema,
    response: listGateWaiversResponseSchema,
    statuses: [400],
  },
  listGateDecisions: {
    method: 'get',
    path: '/gate/decisions',
    summary: 'Decisions that were recorded, the newest first',
    query: listGateDecisionsQuerySchema,
    response: listGateDecisionsResponseSchema,
    statuses: [400],
  },
  getGatePolicies: {
    method: 'get',
    path: '/gate/policies',
    summary: 'The policies in force',
    response: gatePoliciesResponseSchema,
    statuses: [],
  },
} as const satisfies Record<string, RouteContract>;

import { RouteContract } from '../../routeContract';
import { waiverDebtQuerySchema, waiverDebtResponseSchema } from './debt';
import {
  decideExemptionSchema,
  exemptionItemSchema,
  exemptionResponseSchema,
  listExemptionsQuerySchema,
  listExemptionsResponseSchema,
  requestExemptionSchema,
} from './exemption';

/** The routes of dated permissions to fail one check. @public */
export const exemptionsRoutes = {
  listExemptions: {
    method: 'get',
    path: '/exemptions',
    summary: 'Exemptions, asked for and decided, page by page',
    query: listExemptionsQuerySchema,
    response: listExemptionsResponseSchema,
    statuses: [400],
  },
  requestExemption: {
    method: 'post',
    path: '/exemptions',
    summary: 'Ask for an exemption; the same request twice is one',
    body: requestExemptionSchema,
    response: exemptionItemSchema,
    statuses: [400, 403, 404, 409],
  },
  listWaiverDebt: {
    method: 'get',
    path: '/exemptions/debt',
    summary: 'What is exempt by owner, and what happened meanwhile',
    query: waiverDebtQuerySchema,
    response: waiverDebtResponseSchema,
    statuses: [400],
  },
  getExemption: {
    method: 'get',
    path: '/exemptions/:id',
    summary: 'One exemption, its story and what happened meanwhile',
    response: exemptionResponseSchema,
    statuses: [404],
  },
  decideExemption: {
    method: 'post',
    path: '/exemptions/:id/decision',
    summary: 'Approve, deny, revoke or withdraw an exemption',
    body: decideExemptionSchema,
    response: exemptionItemSchema,
    statuses: [400, 403, 404, 409],
  },
} as const satisfies Record<string, RouteContract>;

import { mockCredentials } from '@backstage/backend-test-utils';
import {
  CreateRiskRequest,
  createRiskRequestSchema,
  ListRisksQuery,
  listRisksQuerySchema,
  PatchRiskRequest,
  patchRiskRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Harness } from './harness';

/** The id of the n-th risk of a test. */
export const riskId = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A risk as somebody asks for it to be written. */
export const riskAsked = (
  changed: Partial<CreateRiskRequest> = {},
): CreateRiskRequest => ({
  id: riskId(1),
  title: 'One person knows the ledger',
  likelihood: 2,
  impact: 3,
  owner: 'group:default/red',
  reviewBy: '2026-12-24',
  ...changed,
});

let visit = 0;

/** Calls to the register of a portal, each by a reader who asks for the first time. */
export function riskCalls(harness: Harness) {
  const api = () => harness.services.programme.kpis;
  const reader = () => mockCredentials.user(`user:default/reader-${visit++}`);
  return {
    list: (query: ListRisksQuery = {}) =>
      api().riskList.list(listRisksQuerySchema.parse(query), reader()),
    create: (changed: Partial<CreateRiskRequest> = {}, by = 'ada') =>
      api().risks.create(
        createRiskRequestSchema.parse(riskAsked(changed)),
        mockCredentials.user(`user:default/${by}`),
      ),
    change: (id: string, patch: PatchRiskRequest, by = 'ada') =>
      api().risks.change(
        id,
        patchRiskRequestSchema.parse(patch),
        mockCredentials.user(`user:default/${by}`),
      ),
  };
}

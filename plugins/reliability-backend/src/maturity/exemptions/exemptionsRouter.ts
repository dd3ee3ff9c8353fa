import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../../http/endpoint';
import { ExemptionDecisionService } from './ExemptionDecisionService';
import { ExemptionListService } from './ExemptionListService';
import { ExemptionReader } from './ExemptionReader';
import { ExemptionRequestService } from './ExemptionRequestService';
import { WaiverDebtService } from './WaiverDebtService';

export interface ExemptionsApi {
  readonly list: ExemptionListService;
  readonly requests: ExemptionRequestService;
  readonly decisions: ExemptionDecisionService;
  readonly debt: WaiverDebtService;
  readonly reader: ExemptionReader;
}

/** The routes of dated permissions to fail one check. */
export function addExemptionsRoutes(
  on: Endpoint,
  { list, requests, decisions, debt, reader }: ExemptionsApi,
): void {
  on(routes.listExemptions, ({ query, credentials }) =>
    list.list(query, credentials),
  );
  on(routes.requestExemption, ({ body, credentials }) =>
    requests.request(body, credentials),
  );
  // Before the route of one exemption, whose id could be "debt".
  on(routes.listWaiverDebt, ({ query, credentials }) =>
    debt.list(query, credentials),
  );
  on(routes.getExemption, ({ params, credentials }) =>
    reader.get(params.id, credentials),
  );
  on(routes.decideExemption, ({ params, body, credentials }) =>
    decisions.decide(params.id, body, credentials),
  );
}

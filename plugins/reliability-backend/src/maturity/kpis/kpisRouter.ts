import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../../http/endpoint';
import { KpisService } from './KpisService';
import { RiskListService } from './risks/RiskListService';
import { RiskService } from './risks/RiskService';

export interface KpisApi {
  readonly figures: KpisService;
  readonly riskList: RiskListService;
  readonly risks: RiskService;
}

/** The routes of the figures of a reliability programme, and its risks. */
export function addKpisRoutes(on: Endpoint, services: KpisApi): void {
  const { figures, riskList, risks } = services;

  on(routes.getKpis, ({ query, credentials }) =>
    figures.get(query, credentials),
  );
  on(routes.listKpiDefinitions, () => figures.definitions());
  on(routes.listRisks, ({ query, credentials }) =>
    riskList.list(query, credentials),
  );
  on(routes.createRisk, ({ body, credentials }) =>
    risks.create(body, credentials),
  );
  on(routes.patchRisk, ({ params, body, credentials }) =>
    risks.change(params.id, body, credentials),
  );
}

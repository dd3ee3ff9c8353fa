import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../../http/endpoint';
import { GatePolicies } from './GatePolicies';
import { GateRecordService } from './GateRecordService';
import { GateService } from './GateService';
import { GateWaiverService } from './GateWaiverService';

export interface GateApi {
  readonly service: GateService;
  readonly records: GateRecordService;
  readonly waivers: GateWaiverService;
  readonly policies: GatePolicies;
}

/** The routes of the load line: whether a service may take more change now. */
export function addGateRoutes(on: Endpoint, gate: GateApi): void {
  on(routes.getGatePolicies, () => gate.policies.list());
  on(routes.listGateDecisions, ({ query, credentials }) =>
    gate.records.list(query, credentials),
  );
  on(routes.listGateWaivers, ({ query, credentials }) =>
    gate.waivers.list(query, credentials),
  );
  on(routes.getGate, ({ entityRef, query, credentials }) =>
    gate.service.decide(entityRef, credentials, query),
  );
  on(routes.recordGateDecision, ({ entityRef, body, credentials }) =>
    gate.records.record(entityRef, body, credentials),
  );
  on(routes.createGateWaiver, ({ entityRef, body, credentials }) =>
    gate.waivers.create(entityRef, body, credentials),
  );
  on(routes.endGateWaiver, ({ entityRef, params, body, credentials }) =>
    gate.waivers.end(entityRef, params.id, body, credentials),
  );
}

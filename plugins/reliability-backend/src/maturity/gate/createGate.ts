import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { ServiceFacts } from '../ServiceFacts';
import { GateDecisionStore } from './GateDecisionStore';
import { GateFactReader } from './GateFactReader';
import { GatePolicies } from './GatePolicies';
import { GateRecordService } from './GateRecordService';
import { GateApi } from './gateRouter';
import { GateService } from './GateService';
import { GateWaiverService } from './GateWaiverService';
import { GateWaiverStore } from './GateWaiverStore';

/** What the routes of the load line: whether a service may take more change now need, and what runs beside them. */
export function createGate(options: ProgrammeOptions): {
  readonly api: GateApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  const shared = {
    ...options,
    policies: new GatePolicies(options),
    serviceFacts: new ServiceFacts(options),
    factReader: new GateFactReader(options),
    waiverStore: new GateWaiverStore(),
    decisionStore: new GateDecisionStore(),
  };
  const service = new GateService(shared);
  return {
    api: {
      service,
      records: new GateRecordService({ ...shared, gate: service }),
      waivers: new GateWaiverService(shared),
      policies: shared.policies,
    },
    tasks: [
      {
        id: 'reliability-gate-retention',
        everySeconds: 24 * 3600,
        run: async () => {
          const { knex, config, now } = options;
          const { decisionStore } = shared;
          await decisionStore.prune(
            knex,
            now() - config.gateDecisionRetentionMs,
          );
        },
      },
    ],
  };
}

import { PastDays } from '../PastDays';
import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { KpiEventStore } from './KpiEventStore';
import { KpiLevelReader } from './KpiLevelReader';
import { KpiReader } from './KpiReader';
import { KpiScopes } from './KpiScopes';
import { KpiServiceStore } from './KpiServiceStore';
import { KpisApi } from './kpisRouter';
import { KpisService } from './KpisService';
import { DerivedRisks } from './risks/DerivedRisks';
import { RiskEvidenceStore } from './risks/RiskEvidenceStore';
import { RiskListService } from './risks/RiskListService';
import { RiskService } from './risks/RiskService';
import { RiskStore } from './risks/RiskStore';

/** What the routes of the figures of a reliability programme and of its risks need. */
export function createKpis(
  options: ProgrammeOptions & { readonly pastDays: PastDays },
): {
  readonly api: KpisApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  const services = new KpiServiceStore();
  const scopes = new KpiScopes({ ...options, services });
  const reader = new KpiReader({
    ...options,
    services,
    events: new KpiEventStore(),
  });
  const register = {
    ...options,
    scopes,
    risks: new RiskStore(),
    derived: new DerivedRisks({
      ...options,
      evidence: new RiskEvidenceStore(),
    }),
  };
  return {
    api: {
      figures: new KpisService({
        ...options,
        scopes,
        reader,
        levels: new KpiLevelReader(options),
      }),
      riskList: new RiskListService(register),
      risks: new RiskService(register),
    },
    tasks: [],
  };
}

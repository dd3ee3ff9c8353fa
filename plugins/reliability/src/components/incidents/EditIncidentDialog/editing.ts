import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { IncidentForm } from '../../../utils/incidents/incidentForm';

/** What the fields of the dialog share. */
export interface Editing {
  incident: IncidentResponse;
  /** Name of the provider; absent for one that is recorded here, which has nothing to go back to. */
  provider: string | undefined;
  form: IncidentForm;
  change: (patch: Partial<IncidentForm>) => void;
  /** Fields that go back to what the provider says. */
  reverted: readonly string[];
  setReverted: (field: string, back: boolean) => void;
}

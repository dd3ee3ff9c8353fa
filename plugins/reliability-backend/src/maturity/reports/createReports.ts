import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { ReportsApi } from './reportsRouter';

/** What the routes of the monthly packet, the handover of a service, and exports need, and what runs beside them. */
export function createReports(_options: ProgrammeOptions): {
  readonly api: ReportsApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  return { api: {}, tasks: [] };
}

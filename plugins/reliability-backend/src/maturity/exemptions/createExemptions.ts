import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { ExemptionsApi } from './exemptionsRouter';

/** What the routes of dated permissions to fail one check need, and what runs beside them. */
export function createExemptions(_options: ProgrammeOptions): {
  readonly api: ExemptionsApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  return { api: {}, tasks: [] };
}

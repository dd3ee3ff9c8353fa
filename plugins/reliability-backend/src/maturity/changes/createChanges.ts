import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { ChangesApi } from './changesRouter';

/** What the routes of why levels and scores moved need, and what runs beside them. */
export function createChanges(_options: ProgrammeOptions): {
  readonly api: ChangesApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  return { api: {}, tasks: [] };
}

import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { PromisesApi } from './promisesRouter';

/** What the routes of tiers against the catalog graph, and what the SLOs of dependencies allow need, and what runs beside them. */
export function createPromises(_options: ProgrammeOptions): {
  readonly api: PromisesApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  return { api: {}, tasks: [] };
}

import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { KpisApi } from './kpisRouter';

/** What the routes of the figures of a reliability programme and of its risks need, and what runs beside them. */
export function createKpis(_options: ProgrammeOptions): {
  readonly api: KpisApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  return { api: {}, tasks: [] };
}

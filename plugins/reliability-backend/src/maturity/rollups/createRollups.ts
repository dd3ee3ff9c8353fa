import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { RollupsApi } from './rollupsRouter';

/** What the routes of the heatmap, rollups by group, and fair comparisons need, and what runs beside them. */
export function createRollups(_options: ProgrammeOptions): {
  readonly api: RollupsApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  return { api: {}, tasks: [] };
}

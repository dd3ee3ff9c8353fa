import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { GateApi } from './gateRouter';

/** What the routes of the load line: whether a service may take more change now need, and what runs beside them. */
export function createGate(_options: ProgrammeOptions): {
  readonly api: GateApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  return { api: {}, tasks: [] };
}

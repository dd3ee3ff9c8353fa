import { ProgrammeOptions, ProgrammeTask } from '../programmeOptions';
import { HandoverService } from './HandoverService';
import { MetricsService } from './MetricsService';
import { PacketService } from './PacketService';
import { ReportsApi } from './reportsRouter';

/** What the routes of the monthly packet, the handover of a service, and metrics need. */
export function createReports(options: ProgrammeOptions): {
  readonly api: ReportsApi;
  readonly tasks: readonly ProgrammeTask[];
} {
  return {
    api: {
      packets: new PacketService(options),
      handovers: new HandoverService(options),
      metrics: new MetricsService(options),
    },
    tasks: [],
  };
}

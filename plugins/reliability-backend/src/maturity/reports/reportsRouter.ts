import { routes } from '@plimsoll/backstage-plugin-reliability-common';
import { Endpoint } from '../../http/endpoint';
import { HandoverService } from './HandoverService';
import { MetricsService } from './MetricsService';
import { PacketService } from './PacketService';

export interface ReportsApi {
  readonly packets: PacketService;
  readonly handovers: HandoverService;
  readonly metrics: MetricsService;
}

/** The routes of the monthly packet, the handover of a service, and metrics. */
export function addReportsRoutes(on: Endpoint, services: ReportsApi): void {
  const { packets, handovers, metrics } = services;
  on(routes.getPacket, ({ params, query, credentials }) =>
    packets.get(params.month, query, credentials),
  );
  on(routes.getHandoverPacket, ({ entityRef, query, credentials }) =>
    handovers.packet(entityRef, query.format, credentials),
  );
  on(routes.listHandovers, ({ entityRef, query, credentials }) =>
    handovers.list(entityRef, query, credentials),
  );
  on(routes.offerHandover, ({ entityRef, body, credentials }) =>
    handovers.offer(entityRef, body, credentials),
  );
  on(routes.getHandover, ({ params, credentials }) =>
    handovers.get(params.id, credentials),
  );
  on(routes.decideHandover, ({ params, body, credentials }) =>
    handovers.decide(params.id, body, credentials),
  );
  on(routes.getMetrics, ({ query, credentials }) =>
    metrics.text(query.scorecard, credentials),
  );
}

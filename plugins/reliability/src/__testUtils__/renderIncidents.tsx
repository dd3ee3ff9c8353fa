import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReliabilityApi } from '../api';
import { EntityReliabilityContent } from '../components/maturity/EntityReliabilityContent';
import {
  followUpsResponse,
  incidentsResponse,
  serviceIncidents,
} from '../testUtils';
import { renderAtEntity } from './renderAtEntity';

/** Nothing goes on, and nothing is late. */
export const quiet: Partial<ReliabilityApi> = {
  getIncidents: async () => incidentsResponse([]),
  getFollowUps: async () => followUpsResponse([]),
};

/** Renders the incidents of a service, which the backend answers as given. */
export function renderIncidents(
  answer: Partial<ServiceIncidentsResponse> = {},
  options: { api?: Partial<ReliabilityApi>; path?: string } = {},
) {
  return renderAtEntity(<EntityReliabilityContent />, {
    path: options.path ?? '/?view=incidents',
    api: {
      ...quiet,
      getServiceIncidents: async () => serviceIncidents(answer),
      ...options.api,
    },
  });
}

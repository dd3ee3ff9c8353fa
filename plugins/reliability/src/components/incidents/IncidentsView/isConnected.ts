import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';

/** Whether a provider tells of this service. */
export const isConnected = ({
  sources,
}: Pick<ServiceIncidentsResponse, 'sources'>): boolean =>
  sources.some(({ provider }) => provider !== 'portal');

import { IncidentProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { readIncidentIoIncidentConfig } from './config';
import { IncidentIoIncidentProvider } from './IncidentIoIncidentProvider';

/** Makes the accounts of incidents of type `incident-io`. */
export const incidentIoIncidentProviderFactory: IncidentProviderFactory = {
  type: 'incident-io',
  create: (config, runtime) =>
    new IncidentIoIncidentProvider(
      readIncidentIoIncidentConfig(config),
      runtime,
    ),
};

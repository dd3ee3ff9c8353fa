import { OncallProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { readIncidentIoConfig } from './config';
import { IncidentIoProvider } from './IncidentIoProvider';

/** Makes the accounts of type `incident-io`. */
export const incidentIoProviderFactory: OncallProviderFactory = {
  type: 'incident-io',
  create: (config, runtime) =>
    new IncidentIoProvider(readIncidentIoConfig(config), runtime),
};

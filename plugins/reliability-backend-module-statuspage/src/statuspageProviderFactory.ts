import { IncidentProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { readStatuspageConfig } from './config';
import { StatuspageProvider } from './StatuspageProvider';

/** Makes the accounts of type `statuspage`. */
export const statuspageProviderFactory: IncidentProviderFactory = {
  type: 'statuspage',
  create: (config, runtime) =>
    new StatuspageProvider(readStatuspageConfig(config), runtime),
};

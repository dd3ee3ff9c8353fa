import { IncidentProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { readServicenowConfig } from './config';
import { ServicenowProvider } from './ServicenowProvider';

/** Makes the accounts of type `servicenow`. */
export const servicenowProviderFactory: IncidentProviderFactory = {
  type: 'servicenow',
  create: (config, runtime) =>
    new ServicenowProvider(readServicenowConfig(config), runtime),
};

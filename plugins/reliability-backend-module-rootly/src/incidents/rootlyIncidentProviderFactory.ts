import { IncidentProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { readRootlyIncidentConfig } from './config';
import { RootlyIncidentProvider } from './RootlyIncidentProvider';

/** Makes the accounts of incidents of type `rootly`. */
export const rootlyIncidentProviderFactory: IncidentProviderFactory = {
  type: 'rootly',
  create: (config, runtime) =>
    new RootlyIncidentProvider(readRootlyIncidentConfig(config), runtime),
};

import { IncidentProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { readFirehydrantConfig } from './config';
import { FirehydrantProvider } from './FirehydrantProvider';

/** Makes the accounts of type `firehydrant`. */
export const firehydrantProviderFactory: IncidentProviderFactory = {
  type: 'firehydrant',
  create: (config, runtime) =>
    new FirehydrantProvider(readFirehydrantConfig(config), runtime),
};

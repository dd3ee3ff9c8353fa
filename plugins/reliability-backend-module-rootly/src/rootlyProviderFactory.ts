import { OncallProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { readRootlyConfig } from './config';
import { RootlyProvider } from './RootlyProvider';

/** Makes the accounts of type `rootly`. */
export const rootlyProviderFactory: OncallProviderFactory = {
  type: 'rootly',
  create: (config, runtime) =>
    new RootlyProvider(readRootlyConfig(config), runtime),
};

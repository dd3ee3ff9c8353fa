import { OncallProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { readPagerdutyConfig } from './config';
import { PagerdutyProvider } from './PagerdutyProvider';

/** Makes the accounts of type `pagerduty`. */
export const pagerdutyProviderFactory: OncallProviderFactory = {
  type: 'pagerduty',
  create: (config, runtime) =>
    new PagerdutyProvider(readPagerdutyConfig(config), runtime),
};

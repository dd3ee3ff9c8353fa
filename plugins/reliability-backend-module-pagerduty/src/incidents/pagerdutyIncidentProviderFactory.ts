import { IncidentProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { readPagerdutyIncidentConfig } from './config';
import { PagerdutyIncidentProvider } from './PagerdutyIncidentProvider';

/** Makes the accounts of type `pagerduty` of incidents. */
export const pagerdutyIncidentProviderFactory: IncidentProviderFactory = {
  type: 'pagerduty',
  create: (config, runtime) =>
    new PagerdutyIncidentProvider(readPagerdutyIncidentConfig(config), runtime),
};

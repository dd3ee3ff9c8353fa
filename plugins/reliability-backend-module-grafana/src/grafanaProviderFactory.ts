import { OncallProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { readGrafanaConfig } from './config';
import { GrafanaProvider } from './GrafanaProvider';

/** Makes the accounts of type `grafana`. */
export const grafanaProviderFactory: OncallProviderFactory = {
  type: 'grafana',
  create: (config, runtime) =>
    new GrafanaProvider(readGrafanaConfig(config), runtime),
};

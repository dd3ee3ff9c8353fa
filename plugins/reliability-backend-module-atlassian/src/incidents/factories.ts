import { IncidentProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { readJsmIncidentConfig, readOpsgenieIncidentConfig } from './config';
import { JsmIncidentProvider } from './jsm/JsmIncidentProvider';
import { OpsgenieIncidentProvider } from './opsgenie/OpsgenieIncidentProvider';

/** Makes the accounts of incidents of type `opsgenie`. */
export const opsgenieIncidentProviderFactory: IncidentProviderFactory = {
  type: 'opsgenie',
  create: (config, runtime) =>
    new OpsgenieIncidentProvider(readOpsgenieIncidentConfig(config), runtime),
};

/** Makes the accounts of incidents of type `jsm`. */
export const jsmIncidentProviderFactory: IncidentProviderFactory = {
  type: 'jsm',
  create: (config, runtime) =>
    new JsmIncidentProvider(readJsmIncidentConfig(config), runtime),
};

import { OncallProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { AtlassianProvider } from './AtlassianProvider';
import { readJsmConfig, readOpsgenieConfig } from './config';
import { JsmClient } from './JsmClient';
import { OpsgenieClient } from './OpsgenieClient';

/** Makes the accounts of type `opsgenie`. */
export const opsgenieProviderFactory: OncallProviderFactory = {
  type: 'opsgenie',
  create(config, runtime) {
    const { name, type, ...account } = readOpsgenieConfig(config);
    const client = new OpsgenieClient(name, account, runtime);
    return new AtlassianProvider(name, type, client, runtime);
  },
};

/** Makes the accounts of type `jsm`. */
export const jsmProviderFactory: OncallProviderFactory = {
  type: 'jsm',
  create(config, runtime) {
    const { name, type, ...account } = readJsmConfig(config);
    const client = new JsmClient(name, account, runtime);
    return new AtlassianProvider(name, type, client, runtime);
  },
};

import { IncidentProviderFactory } from '@plimsoll/backstage-plugin-reliability-node';
import { GENERIC, readGenericConfig } from './genericConfig';
import { GenericIncidentProvider } from './GenericIncidentProvider';

/** Makes the accounts of type `generic`, which needs no module. */
export const genericIncidentFactory: IncidentProviderFactory = {
  type: GENERIC,
  create: (config, runtime) =>
    new GenericIncidentProvider(readGenericConfig(config), runtime),
};

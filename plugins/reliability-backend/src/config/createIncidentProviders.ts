import { Config, ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  IncidentProvider,
  IncidentProviderFactory,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import { createConfigured, moduleOf } from './createConfigured';

/** Packages that bring a type; `generic` is always there. */
const MODULES: Readonly<Record<string, string>> = {
  pagerduty: moduleOf('pagerduty'),
  opsgenie: moduleOf('atlassian'),
  jsm: moduleOf('atlassian'),
  'incident-io': moduleOf('incident-io'),
  rootly: moduleOf('rootly'),
  firehydrant: moduleOf('firehydrant'),
  servicenow: moduleOf('servicenow'),
  statuspage: moduleOf('statuspage'),
};

/** The entry as its module reads it: which account stands for its type is no matter of a module. */
function entryOf(entry: Config): Config {
  if (!entry.has('default')) return entry;
  const { default: _, ...rest } = entry.get<JsonObject>();
  return new ConfigReader(rest);
}

/**
 * Makes the accounts of incidents that the configuration lists; that of incidents recorded here is not among them.
 *
 * @param config - the whole configuration, with names and types checked before
 * @throws InputError that lists every problem with the path of its key
 */
export function createIncidentProviders(
  config: Config,
  factories: readonly IncidentProviderFactory[],
  runtime: ProviderRuntime,
): IncidentProvider[] {
  return createConfigured(config, {
    key: 'reliability.incidents.accounts',
    factories,
    modules: MODULES,
    create: (factory, entry) =>
      factory.create(entryOf(entry), {
        ...runtime,
        logger: runtime.logger.child({ account: entry.getString('name') }),
      }),
  });
}

import { Config } from '@backstage/config';
import {
  OncallProvider,
  OncallProviderFactory,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import { createConfigured, moduleOf } from './createConfigured';

/** Packages that bring a type. */
const MODULES: Readonly<Record<string, string>> = {
  pagerduty: moduleOf('pagerduty'),
  opsgenie: moduleOf('atlassian'),
  jsm: moduleOf('atlassian'),
  'incident-io': moduleOf('incident-io'),
  grafana: moduleOf('grafana'),
  rootly: moduleOf('rootly'),
  ical: moduleOf('ical'),
};

/**
 * Makes the accounts that the configuration lists; the one of the configuration itself is not among them.
 *
 * @param config - the whole configuration, with names and types checked before
 * @throws InputError that lists every problem with the path of its key
 */
export function createOncallProviders(
  config: Config,
  factories: readonly OncallProviderFactory[],
  runtime: ProviderRuntime,
): OncallProvider[] {
  return createConfigured(config, {
    key: 'reliability.oncall.accounts',
    factories,
    modules: MODULES,
    create: (factory, entry) =>
      factory.create(entry, {
        ...runtime,
        logger: runtime.logger.child({ account: entry.getString('name') }),
      }),
  });
}

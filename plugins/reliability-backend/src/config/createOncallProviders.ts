import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  OncallProvider,
  OncallProviderFactory,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';

const KEY = 'reliability.oncall.accounts';

const moduleOf = (vendor: string) =>
  `@plimsoll/backstage-plugin-reliability-backend-module-${vendor}`;

/** Packages that bring a type, for those who forgot to install one. */
const MODULES: Readonly<Record<string, string>> = {
  pagerduty: moduleOf('pagerduty'),
  opsgenie: moduleOf('atlassian'),
  jsm: moduleOf('atlassian'),
  'incident-io': moduleOf('incident-io'),
  grafana: moduleOf('grafana'),
  rootly: moduleOf('rootly'),
  ical: moduleOf('ical'),
};

function unknownType(
  at: string,
  type: string,
  known: readonly string[],
): string {
  const cause = `${at}.type: no module that reads "${type}" is installed`;
  if (Object.hasOwn(MODULES, type)) {
    return `${cause}; add ${MODULES[type]} to the backend`;
  }
  return known.length > 0
    ? `${cause}, only ${known.join(', ')}`
    : `${cause}; ${Object.entries(MODULES)
        .map(([name, pkg]) => `"${name}" comes with ${pkg}`)
        .join(', ')}`;
}

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
  const problems: string[] = [];
  const providers = (config.getOptionalConfigArray(KEY) ?? []).flatMap(
    (entry, index) => {
      const type = entry.getString('type');
      const factory = factories.find(candidate => candidate.type === type);
      if (!factory) {
        const known = factories.map(candidate => candidate.type);
        problems.push(unknownType(`${KEY}[${index}]`, type, known));
        return [];
      }
      const logger = runtime.logger.child({ account: entry.getString('name') });
      try {
        return [factory.create(entry, { ...runtime, logger })];
      } catch (error) {
        problems.push((error as Error).message);
        return [];
      }
    },
  );
  if (problems.length > 0) {
    throw new InputError(`Invalid configuration:\n  ${problems.join('\n  ')}`);
  }
  return providers;
}

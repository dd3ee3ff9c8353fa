import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { PUSHED_SOURCE } from '@plimsoll/backstage-plugin-reliability-common';
import {
  SliSource,
  SliSourceFactory,
  SloStatusSource,
} from '@plimsoll/backstage-plugin-reliability-node';

const KEY = 'reliability.slo.sources';

/** Packages that bring a type, for those who forgot to install one. */
const MODULES: Readonly<Record<string, string>> = {
  prometheus:
    '@plimsoll/backstage-plugin-reliability-backend-module-prometheus',
};

function unknownType(
  at: string,
  type: string,
  known: readonly string[],
): string {
  const { [type]: module } = MODULES;
  const cause = `${at}.type: no module that reads "${type}" is installed`;
  if (module) return `${cause}; add ${module} to the backend`;
  return known.length > 0
    ? `${cause}, only ${known.join(', ')}`
    : `${cause}; ${Object.entries(MODULES)
        .map(([name, pkg]) => `"${name}" comes with ${pkg}`)
        .join(', ')}`;
}

/**
 * Makes the sources that the configuration lists, but for those of pushed samples: they need no module.
 *
 * @param config - the whole configuration, with names and types checked before
 * @throws InputError that lists every problem with the path of its key
 */
export function createSliSources(
  config: Config,
  factories: readonly SliSourceFactory[],
): (SliSource | SloStatusSource)[] {
  const problems: string[] = [];
  const sources = (config.getOptionalConfigArray(KEY) ?? []).flatMap(
    (entry, index) => {
      const type = entry.getString('type');
      if (type === PUSHED_SOURCE) return [];
      const factory = factories.find(candidate => candidate.type === type);
      if (!factory) {
        const known = factories.map(candidate => candidate.type);
        problems.push(unknownType(`${KEY}[${index}]`, type, known));
        return [];
      }
      try {
        return [factory.create(entry)];
      } catch (error) {
        problems.push((error as Error).message);
        return [];
      }
    },
  );
  if (problems.length > 0) {
    throw new InputError(`Invalid configuration:\n  ${problems.join('\n  ')}`);
  }
  return sources;
}

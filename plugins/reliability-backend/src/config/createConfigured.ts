import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** A package of ours that brings a type. */
export const moduleOf = (vendor: string) =>
  `@plimsoll/backstage-plugin-reliability-backend-module-${vendor}`;

/** What a list in the configuration is made into. */
interface Configured<F extends { readonly type: string }, T> {
  /** Of the list. */
  readonly key: string;
  readonly factories: readonly F[];
  /** Packages that bring a type, for those who forgot to install one. */
  readonly modules: Readonly<Record<string, string>>;
  /** Types that need no module. */
  readonly without?: readonly string[];
  create(factory: F, entry: Config): T;
}

function unknownType(
  at: string,
  type: string,
  known: readonly string[],
  modules: Readonly<Record<string, string>>,
): string {
  const cause = `${at}.type: no module that reads "${type}" is installed`;
  if (Object.hasOwn(modules, type)) {
    return `${cause}; add ${modules[type]} to the backend`;
  }
  return known.length > 0
    ? `${cause}, only ${known.join(', ')}`
    : `${cause}; ${Object.entries(modules)
        .map(([name, pkg]) => `"${name}" comes with ${pkg}`)
        .join(', ')}`;
}

/**
 * Makes what a list in the configuration names, each entry with the factory of its type.
 *
 * @param config - the whole configuration, with names and types checked before
 * @throws InputError that lists every problem with the path of its key
 */
export function createConfigured<F extends { readonly type: string }, T>(
  config: Config,
  { key, factories, modules, without = [], create }: Configured<F, T>,
): T[] {
  const problems: string[] = [];
  const entries = config.getOptionalConfigArray(key) ?? [];
  const made = entries.flatMap((entry, index) => {
    const type = entry.getString('type');
    if (without.includes(type)) return [];
    const factory = factories.find(candidate => candidate.type === type);
    if (!factory) {
      const known = factories.map(candidate => candidate.type);
      problems.push(unknownType(`${key}[${index}]`, type, known, modules));
      return [];
    }
    try {
      return [create(factory, entry)];
    } catch (error) {
      problems.push((error as Error).message);
      return [];
    }
  });
  if (problems.length > 0) {
    throw new InputError(`Invalid configuration:\n  ${problems.join('\n  ')}`);
  }
  return made;
}

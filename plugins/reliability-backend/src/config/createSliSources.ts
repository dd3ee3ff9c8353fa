import { Config } from '@backstage/config';
import { PUSHED_SOURCE } from '@plimsoll/backstage-plugin-reliability-common';
import {
  SliSource,
  SliSourceFactory,
  SloStatusSource,
} from '@plimsoll/backstage-plugin-reliability-node';
import { createConfigured, moduleOf } from './createConfigured';

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
  return createConfigured(config, {
    key: 'reliability.slo.sources',
    factories,
    modules: { prometheus: moduleOf('prometheus') },
    without: [PUSHED_SOURCE],
    create: (factory, entry) => factory.create(entry),
  });
}

import { Config } from '@backstage/config';
import path from 'node:path';

/**
 * The folders from which the portal itself loads entities: those of `catalog.locations` of type `file`. An entity
 * may say that it lives anywhere, so that only what is below them is read from the disk.
 *
 * @param cwd - what relative targets start from
 */
export function fileFolders(config: Config, cwd: string): string[] {
  const locations = config.getOptionalConfigArray('catalog.locations') ?? [];
  return locations
    .filter(location => location.getOptionalString('type') === 'file')
    .flatMap(location => location.getOptionalString('target') ?? [])
    .map(target => {
      const [plain] = path.resolve(cwd, target).split(/[*?[{(!]/);
      return path.dirname(`${plain}x`);
    });
}

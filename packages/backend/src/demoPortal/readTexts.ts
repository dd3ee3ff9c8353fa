import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The texts of the YAML files of a folder, in the order of their names.
 *
 * @throws Error when there is no such folder
 */
export async function readTexts(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  const files = names.filter(name => name.endsWith('.yaml')).sort();
  return Promise.all(files.map(name => readFile(join(folder, name), 'utf8')));
}

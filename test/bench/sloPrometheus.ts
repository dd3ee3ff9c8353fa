import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** Pairs of series: requests that went well, and those that failed. Several SLOs share a pair. */
export const PAIRS = 200;

/** Distance of samples, and what the source is told of it. */
export const SCRAPE_MS = 30 * SECOND;

/** The longest window, and a calendar month that began before it. */
const DAYS = 32;

/** Lines that are written at once. */
const CHUNK = 100_000;

/** The metric of a pair, as an SLO selects it. */
export const metricOf = (slo: number) =>
  `http_requests_total{service="s${slo % PAIRS}"}`;
export const failedMetricOf = (slo: number) =>
  `http_requests_total{service="s${slo % PAIRS}",code="500"}`;

/** Failed requests of one step: most services are fine, one in ten burns, at times. */
function failures(pair: number, step: number): number {
  if (pair % 10 === 0 && step % 700 < 40) return 4;
  return (step + pair) % 97 === 0 ? 1 : 0;
}

/** Writes a month of samples as OpenMetrics. @returns how many */
function writeSamples(file: string, until: number): number {
  const out = fs.openSync(file, 'w');
  let lines = ['# TYPE http_requests counter'];
  let count = 0;
  const flush = () => {
    fs.writeSync(out, `${lines.join('\n')}\n`);
    count += lines.length;
    lines = [];
  };
  for (let pair = 0; pair < PAIRS; pair++) {
    for (const code of ['200', '500']) {
      const metric = `http_requests_total{service="s${pair}",code="${code}"}`;
      let value = 1_000_000;
      // Services are not scraped all at the same time.
      const shift = (pair * 137) % SCRAPE_MS;
      for (let at = until - DAYS * DAY; at <= until; at += SCRAPE_MS) {
        const step = at / SCRAPE_MS;
        value +=
          code === '500' ? failures(pair, step) : 25 + ((step * 7 + pair) % 13);
        lines.push(`${metric} ${value} ${(at - shift) / SECOND}`);
        if (lines.length >= CHUNK) flush();
      }
    }
  }
  lines.push('# EOF');
  flush();
  fs.closeSync(out);
  return count - 2;
}

/** A real Prometheus with a month of samples. */
export interface BenchPrometheus {
  readonly url: string;
  readonly samples: number;
  /** End of the samples; milliseconds since the epoch, a whole minute. */
  readonly until: number;
  stop(): Promise<unknown>;
}

/** Makes the samples and starts the Prometheus that the system has. */
export async function startBenchPrometheus(): Promise<BenchPrometheus> {
  const { startPrometheus } = await import(
    path.join(__dirname, '../../scripts/lib/prometheus.mjs')
  );
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-bench-prom-'));
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  const file = path.join(folder, 'samples.om');
  const until = Math.floor(Date.now() / 60_000) * 60_000;
  try {
    const samples = writeSamples(file, until);
    const server = await startPrometheus({ folder, openMetrics: file });
    fs.rmSync(file);
    if (!server.url) throw new Error(server.reason);
    return {
      url: server.url,
      samples,
      until,
      stop: () => server.stop().then(remove),
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** What a Prometheus says of itself since it started. */
export interface PrometheusUse {
  readonly cpuSeconds: number;
  readonly queries: number;
  readonly memoryMb: number;
}

/** Reads the use of a Prometheus from its own metrics. */
export async function useOf(url: string): Promise<PrometheusUse> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const sum = (pattern: RegExp) =>
    [...text.matchAll(pattern)].reduce((all, [, value]) => all + +value, 0);
  return {
    cpuSeconds: sum(/^process_cpu_seconds_total (\S+)$/gm),
    queries: sum(
      /^prometheus_http_requests_total\{.*handler="\/api\/v1\/query".*\} (\S+)$/gm,
    ),
    memoryMb: Math.round(
      sum(/^process_resident_memory_bytes (\S+)$/gm) / 1_048_576,
    ),
  };
}

import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import YAML from 'yaml';
import { writeService } from './services.mjs';

const script = name =>
  import(new URL(`../../scripts/lib/${name}.mjs`, import.meta.url));
const { findPrometheus, startPrometheus } = await script('prometheus');
const { root } = await script('root');

const MINUTE = 60_000;
const HISTORY_MINUTES = 31 * 24 * 60;

/** Orders of a minute, and how many of them fail on a quiet day: one in five thousand. */
const PER_MINUTE = 600;
const FAILED_PER_MINUTE = 0.12;

const METRIC = 'kiosk_orders';

/** Orders of one kiosk since it was installed. */
class Kiosk {
  failing = 0;

  constructor() {
    this.failed = 1000 + Math.floor(HISTORY_MINUTES * FAILED_PER_MINUTE);
    this.taken = 1_000_000 + HISTORY_MINUTES * PER_MINUTE - this.failed;
    this.since = Date.now();
  }

  /** Counts what happened since it was last asked. */
  count() {
    const seconds = (Date.now() - this.since) / 1000;
    this.since += seconds * 1000;
    this.taken += (seconds * PER_MINUTE) / 60;
    this.failed += seconds * this.failing;
    return { taken: Math.floor(this.taken), failed: Math.floor(this.failed) };
  }
}

function historyOf(names, instance) {
  const end = Math.floor(Date.now() / MINUTE) * MINUTE;
  const lines = [`# TYPE ${METRIC} counter`];
  for (const kiosk of names) {
    for (const result of ['taken', 'failed']) {
      const labels = `instance="${instance}",job="kiosks",kiosk="${kiosk}",result="${result}"`;
      for (let minute = 0; minute <= HISTORY_MINUTES; minute++) {
        const failed = 1000 + Math.floor(minute * FAILED_PER_MINUTE);
        const taken = 1_000_000 + minute * PER_MINUTE - failed;
        const at = end - (HISTORY_MINUTES - minute) * MINUTE;
        const value = result === 'failed' ? failed : taken;
        lines.push(`${METRIC}_total{${labels}} ${value} ${at / 1000}`);
      }
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

/**
 * Kiosks whose orders a real Prometheus counts: a month of history, and an exporter that is scraped every second.
 * Their folders are what a repository would be.
 */
export class MonitoredKiosks {
  kiosks = new Map();

  /** @param services - their annotations, by their names; without a Prometheus there is a `reason` instead */
  static async create(services) {
    const kiosks = new MonitoredKiosks();
    kiosks.services = services;
    const found = findPrometheus();
    kiosks.reason = found.reason;
    if (found.reason) return kiosks;
    kiosks.promtool = found.promtool;
    await kiosks.start(Object.keys(services));
    return kiosks;
  }

  async start(names) {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-kiosks-'));
    for (const name of names) {
      this.kiosks.set(name, new Kiosk());
      this.writeEntity(name);
    }
    this.exporter = http.createServer((_, response) => {
      const lines = [...this.kiosks].flatMap(([kiosk, each]) =>
        Object.entries(each.count()).map(
          ([result, count]) =>
            `${METRIC}_total{kiosk="${kiosk}",result="${result}"} ${count}\n`,
        ),
      );
      response.end(`# TYPE ${METRIC}_total counter\n${lines.join('')}`);
    });
    await new Promise(done => this.exporter.listen(0, '127.0.0.1', done));
    const instance = `127.0.0.1:${this.exporter.address().port}`;
    const history = path.join(this.folder, 'history.om');
    fs.writeFileSync(history, historyOf(names, instance));
    this.prometheus = await startPrometheus({
      openMetrics: history,
      config: YAML.stringify({
        global: { scrape_interval: '1s' },
        scrape_configs: [
          { job_name: 'kiosks', static_configs: [{ targets: [instance] }] },
        ],
      }),
    });
    this.reason = this.prometheus.reason;
  }

  /** What the portal has to know, beside what the demo company has. */
  get config() {
    if (this.reason) return {};
    const demo = YAML.parse(
      fs.readFileSync(path.join(root, 'app-config.yaml'), 'utf8'),
    );
    const location = {
      type: 'file',
      target: path.join(this.folder, '*/catalog-info.yaml'),
    };
    const source = {
      name: 'kiosks',
      type: 'prometheus',
      url: this.prometheus.url,
      scrapeInterval: 'PT1M',
    };
    return {
      catalog: { locations: [...demo.catalog.locations, location] },
      reliability: {
        slo: {
          evaluateEvery: 'PT10S',
          ingestionDelay: 'PT1S',
          sources: [...(demo.reliability.slo?.sources ?? []), source],
        },
      },
    };
  }

  writeEntity(name, annotations = {}) {
    writeService(this.folder, name, { ...this.services[name], ...annotations });
  }

  /** Commits a file with SLOs beside the service, and names it there. */
  commit(name, document) {
    fs.writeFileSync(path.join(this.folder, name, 'slo.yaml'), document);
    this.writeEntity(name, { 'plimsoll.dev/slo': 'slo.yaml' });
  }

  /** Lets so many orders fail every second. */
  break(name, perSecond) {
    const kiosk = this.kiosks.get(name);
    kiosk.count();
    kiosk.failing = perSecond;
  }

  /**
   * Runs promtool on files.
   *
   * @param files - text by name
   * @returns what it printed
   * @throws Error with what it printed, where it finds a fault
   */
  async checkRules(args, files) {
    const cwd = fs.mkdtempSync(path.join(this.folder, 'rules-'));
    for (const [name, text] of Object.entries(files)) {
      fs.writeFileSync(path.join(cwd, name), text);
    }
    const { stdout } = await promisify(execFile)(this.promtool, args, { cwd });
    return stdout;
  }

  async stop() {
    this.exporter?.closeAllConnections();
    this.exporter?.close();
    await this.prometheus?.stop();
    if (this.folder) fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

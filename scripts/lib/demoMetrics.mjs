import fs from 'node:fs';
import path from 'node:path';
import { startGroup } from './children.mjs';
import { findPrometheus, startPrometheus, writeBlocks } from './prometheus.mjs';
import { root } from './root.mjs';

const HOUR_MS = 3_600_000;
/** As long as the demo's story goes back; see packages/backend/src/demoSlos/traffic.ts. */
const PAST_MS = 35 * 24 * HOUR_MS;
const STEP_MS = 120_000;

// Without `instance` the series go on where the generated ones end.
const config = port => `global:
  scrape_interval: 15s
scrape_configs:
  - job_name: demo
    honor_labels: true
    metrics_path: /api/demo-slos/metrics
    static_configs: [{ targets: ['127.0.0.1:${port}'] }]
    metric_relabel_configs: [{ regex: instance, action: labeldrop }]
`;

/** When the demo's story began: with the first start on this data, in a full hour. */
export function storyBegin(folder, now) {
  const file = path.join(folder, 'demo-since');
  const known = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
  if (!Number.isNaN(Date.parse(known))) {
    return known;
  }
  const begin = new Date(Math.floor(now / HOUR_MS) * HOUR_MS).toISOString();
  fs.writeFileSync(file, `${begin}\n`);
  return begin;
}

/** End of what the blocks in a folder hold, exclusive, in milliseconds; 0 without any. */
export function endOfBlocks(data) {
  const names = fs.existsSync(data) ? fs.readdirSync(data) : [];
  const ends = names
    .map(name => path.join(data, name, 'meta.json'))
    .filter(file => fs.existsSync(file))
    .map(file => JSON.parse(fs.readFileSync(file, 'utf8')).maxTime);
  return Math.max(0, ...ends);
}

/** The first and the last sample that are missing, in milliseconds. */
export function missingRange(end, since, now) {
  const first = Math.max(end, since - PAST_MS);
  return {
    from: Math.ceil(first / STEP_MS) * STEP_MS,
    to: Math.floor(now / STEP_MS) * STEP_MS,
  };
}

async function writeHistory(folder, since, { from, to }, promtool) {
  const file = path.join(folder, 'history.om');
  const code = await startGroup(process.execPath, [
    ...[
      '--require',
      path.join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
    ],
    path.join(root, 'packages/backend/src/demoSlos/writeHistory.ts'),
    ...[file, since, from, to, STEP_MS].map(String),
  ]).exited;
  if (code !== 0) {
    throw new Error('the past of the demo could not be written');
  }
  writeBlocks(promtool, file, path.join(folder, 'data'));
  fs.rmSync(file);
}

/** Adds to the blocks of earlier starts what is missing up to now. */
async function topUp(folder, begin, now, promtool) {
  const data = path.join(folder, 'data');
  // What was not compacted yet lies before the new blocks, where Prometheus would drop it; it is made again.
  for (const name of ['wal', 'chunks_head']) {
    fs.rmSync(path.join(data, name), { recursive: true, force: true });
  }
  const since = Date.parse(begin);
  const range = missingRange(endOfBlocks(data), since, now);
  if (range.from < range.to) {
    await writeHistory(folder, since, range, promtool);
  }
}

/**
 * The Prometheus of the demo, with the past of its story, which scrapes the backend for what goes on.
 *
 * @param dataDir - of the portal
 * @param backendPort - where the backend answers scrapes
 * @returns environment of the portal, and one line that says what was done
 */
export async function startDemoMetrics({ dataDir, backendPort, now }) {
  const begin = storyBegin(dataDir, now);
  const pushed = reason => ({
    env: { PLIMSOLL_DEMO_SINCE: begin, PLIMSOLL_METRICS_TYPE: 'pushed' },
    line: `SLOs: the demo's counts are pushed (${reason})`,
  });
  const found = findPrometheus();
  if (!found.bin) {
    return pushed(found.reason);
  }
  const folder = path.join(dataDir, 'prometheus');
  fs.mkdirSync(folder, { recursive: true });
  try {
    await topUp(folder, begin, now, found.promtool);
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true });
    return pushed(`${error.stderr || error.message}`.trim().split('\n').pop());
  }
  const { url, reason } = await startPrometheus({
    folder,
    config: config(backendPort),
  });
  return url
    ? {
        env: {
          PLIMSOLL_DEMO_SINCE: begin,
          PLIMSOLL_METRICS_TYPE: 'prometheus',
          PLIMSOLL_METRICS_URL: url,
        },
        line: `SLOs: a Prometheus with the demo's metrics runs at ${url}`,
      }
    : pushed(reason);
}

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import {
  endOfBlocks,
  missingRange,
  startDemoMetrics,
  storyBegin,
} from './demoMetrics.mjs';
import { PROMETHEUS_BIN_VARIABLE } from './prometheus.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SINCE = Date.parse('2026-11-20T12:00:00Z');

function inFolder(run) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-metrics-'));
  try {
    return run(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test('the story begins in the hour of the first start, and keeps that', () =>
  inFolder(folder => {
    const first = storyBegin(folder, SINCE + 50 * 60_000);
    assert.equal(first, '2026-11-20T12:00:00.000Z');
    assert.equal(storyBegin(folder, SINCE + 3 * DAY), first);
  }));

test('a beginning that nobody can read is replaced', () =>
  inFolder(folder => {
    fs.writeFileSync(path.join(folder, 'demo-since'), 'half');
    assert.equal(storyBegin(folder, SINCE), '2026-11-20T12:00:00.000Z');
  }));

test('the end of the newest block is found among other files', () =>
  inFolder(folder => {
    assert.equal(endOfBlocks(path.join(folder, 'none')), 0);
    fs.mkdirSync(path.join(folder, 'wal'));
    for (const maxTime of [2000, 9001, 5000]) {
      fs.mkdirSync(path.join(folder, `block${maxTime}`));
      fs.writeFileSync(
        path.join(folder, `block${maxTime}`, 'meta.json'),
        JSON.stringify({ maxTime }),
      );
    }
    assert.equal(endOfBlocks(folder), 9001);
  }));

test('all of the past is missing at first, and later the gap', () => {
  const first = missingRange(0, SINCE, SINCE + 90_000);
  assert.deepEqual(first, { from: SINCE - 35 * DAY, to: SINCE });
  const later = missingRange(SINCE + 1, SINCE, SINCE + DAY + 119_999);
  assert.deepEqual(later, { from: SINCE + 120_000, to: SINCE + DAY });
});

test('without a Prometheus the counts are pushed, and the line says why', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-metrics-'));
  const before = process.env[PROMETHEUS_BIN_VARIABLE];
  process.env[PROMETHEUS_BIN_VARIABLE] = folder;
  try {
    const { env, line } = await startDemoMetrics({
      dataDir: folder,
      backendPort: 7007,
      now: SINCE,
    });
    assert.deepEqual(env, {
      PLIMSOLL_DEMO_SINCE: '2026-11-20T12:00:00.000Z',
      PLIMSOLL_METRICS_TYPE: 'pushed',
    });
    assert.match(line, /^SLOs: .* pushed \(PLIMSOLL_PROMETHEUS_BIN names/);
  } finally {
    if (before === undefined) {
      delete process.env[PROMETHEUS_BIN_VARIABLE];
    } else {
      process.env[PROMETHEUS_BIN_VARIABLE] = before;
    }
    fs.rmSync(folder, { recursive: true });
  }
});

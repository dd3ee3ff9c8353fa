import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import {
  findPrometheus,
  PROMETHEUS_BIN_VARIABLE,
  startPrometheus,
} from './prometheus.mjs';

function folderWith(...programs) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-bin-'));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const program of programs) {
    fs.writeFileSync(path.join(folder, program + suffix), '');
  }
  return folder;
}

test('a folder that is named wins over the path', () => {
  const named = folderWith('prometheus', 'promtool');
  const onPath = folderWith('prometheus', 'promtool');
  const env = { PATH: onPath };
  assert.equal(findPrometheus(env).bin, onPath);
  env[PROMETHEUS_BIN_VARIABLE] = named;
  assert.equal(findPrometheus(env).bin, named);
});

test('a named folder without promtool is a reason, not a search elsewhere', () => {
  const named = folderWith('prometheus');
  const found = findPrometheus({ [PROMETHEUS_BIN_VARIABLE]: named });
  assert.equal(found.bin, undefined);
  assert.match(found.reason, new RegExp(PROMETHEUS_BIN_VARIABLE));
});

const skip = findPrometheus().reason ?? false;

test(
  'serves the samples of a file and leaves nothing behind',
  { skip },
  async () => {
    const folder = folderWith();
    const openMetrics = path.join(folder, 'samples.om');
    fs.writeFileSync(openMetrics, '# TYPE up gauge\nup 1 1767225600\n# EOF\n');
    const server = await startPrometheus({ openMetrics });
    assert.equal(server.reason, undefined);
    const reply = await fetch(
      `${server.url}/api/v1/query?query=up&time=1767225600`,
    );
    const { data } = await reply.json();
    assert.equal(data.result[0].value[1], '1');
    await server.stop();
    await assert.rejects(fetch(`${server.url}/-/ready`));
  },
);

test(
  'a configuration that Prometheus refuses is a reason',
  { skip },
  async () => {
    const server = await startPrometheus({ config: 'nonsense: true\n' });
    assert.match(server.reason, /did not start/);
  },
);

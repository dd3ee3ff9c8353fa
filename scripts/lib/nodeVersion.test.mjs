import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { explainNode } from './nodeVersion.mjs';
import { root } from './root.mjs';

for (const version of ['v20.19.0', 'v20.20.2', 'v22.12.0', 'v24.0.0']) {
  test(`Node ${version} will do`, () => {
    assert.equal(explainNode(version), undefined);
  });
}

for (const [version, advice] of [
  ['v18.20.4', /needs Node\.js 20, 22 or 24/],
  ['v20.18.3', /needs Node\.js 20\.19/],
  ['v21.7.0', /needs Node\.js 20, 22 or 24/],
  ['v22.11.0', /needs Node\.js 22\.12/],
  ['v25.1.0', /needs Node\.js 20, 22 or 24/],
]) {
  test(`Node ${version} is turned away`, () => {
    assert.match(explainNode(version), advice);
    assert.ok(explainNode(version).includes(version));
  });
}

test('a wrong Node gets one line and exit code 1 from npm start', () => {
  const pretend =
    'data:text/javascript,Object.defineProperty(process,"version",{value:"v18.0.0"})';
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', pretend, path.join(root, 'scripts/start.mjs')],
    { encoding: 'utf8' },
  );
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^Plimsoll needs Node\.js .* v18\.0\.0.*\n$/);
});

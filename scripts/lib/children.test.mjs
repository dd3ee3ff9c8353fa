import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { startGroup } from './children.mjs';
import { root } from './root.mjs';

const module = pathToFileURL(path.join(root, 'scripts/lib/children.mjs'));

function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function gone(pid) {
  for (let i = 0; i < 100 && alive(pid); i++) {
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return !alive(pid);
}

// A command that starts another process, tells its pid, and stays deaf to polite signals.
const STUBBORN = `
  process.on('SIGTERM', () => {});
  const { spawn } = require('node:child_process');
  const inner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  console.log(inner.pid);
  setInterval(() => {}, 1000);
`;

const firstNumber = stream =>
  new Promise(resolve =>
    stream.setEncoding('utf8').once('data', text => resolve(Number(text))),
  );

test('the exit code comes through', async () => {
  const group = startGroup(process.execPath, ['-e', 'process.exit(7)']);
  assert.equal(await group.exited, 7);
});

test('a command that does not exist is a failure', async () => {
  const group = startGroup('plimsoll-no-such-tool', [], { output: 'pipe' });
  assert.equal(await group.exited, 127);
});

test('stopping ends what the command started, deaf or not', async () => {
  const group = startGroup(process.execPath, ['-e', STUBBORN], {
    output: 'pipe',
    graceMs: 500,
  });
  const pid = await firstNumber(group.stdout);
  await group.stop();
  assert.ok(await gone(pid));
});

test('nothing survives when the script itself is killed', async () => {
  const script = `
    import { startGroup } from ${JSON.stringify(module.href)};
    const group = startGroup(process.execPath, ['-e', ${JSON.stringify(
      STUBBORN,
    )}],
      { output: 'pipe', graceMs: 500 });
    group.stdout.pipe(process.stdout);
  `;
  const parent = spawn(
    process.execPath,
    ['--input-type=module', '-e', script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const pid = await firstNumber(parent.stdout);
  parent.kill('SIGKILL');
  assert.ok(await gone(pid));
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { explainPorts, freePort, portFromEnv, portProblem } from './ports.mjs';
import { root } from './root.mjs';

const need = port => ({ port, what: 'frontend', variable: 'PLIMSOLL_PORT' });

async function occupied(host, use) {
  const server = net.createServer();
  await new Promise(resolve => server.listen(0, host, resolve));
  try {
    await use(server.address().port);
  } finally {
    await new Promise(resolve => server.close(resolve));
  }
}

function npmStart(env) {
  const child = spawn(
    process.execPath,
    [path.join(root, 'scripts/start.mjs')],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      output += text;
    });
  }
  return new Promise(resolve =>
    child.on('close', code => resolve({ code, output })),
  );
}

test('a free port is no problem', async () => {
  assert.equal(await explainPorts([need(await freePort())]), undefined);
});

for (const host of ['127.0.0.1', '0.0.0.0']) {
  test(`a port in use on ${host} is explained in one line`, async () => {
    await occupied(host, async port => {
      const line = await explainPorts([need(port)]);
      assert.match(line, new RegExp(`^Port ${port}, .* is already in use: `));
      assert.match(line, /PLIMSOLL_PORT=\d+ npm start$/);
    });
  });
}

test('a port in use on ::1 only is found', async context => {
  try {
    await occupied('::1', async port => {
      assert.equal(await portProblem(port), 'EADDRINUSE');
    });
  } catch (error) {
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') {
      context.skip('this machine has no IPv6');
      return;
    }
    throw error;
  }
});

test('two servers cannot share a port', async () => {
  const port = await freePort();
  const other = { port, what: 'backend', variable: 'PLIMSOLL_BACKEND_PORT' };
  const third = { port: await freePort(), what: 'third', variable: 'THIRD' };
  for (const needs of [
    [need(port), other],
    [third, need(port), other],
  ]) {
    assert.match(await explainPorts(needs), /cannot serve both .* the backend/);
  }
});

test('a variable that is no port is explained', () => {
  process.env.PLIMSOLL_TEST_PORT = 'http';
  assert.throws(() => portFromEnv('PLIMSOLL_TEST_PORT', 1), /is not a port/);
  delete process.env.PLIMSOLL_TEST_PORT;
  assert.equal(portFromEnv('PLIMSOLL_TEST_PORT', 3000), 3000);
});

test('npm start says in one line that its port is taken, before anything slow', async () => {
  await occupied('127.0.0.1', async port => {
    const { code, output } = await npmStart({ PLIMSOLL_PORT: `${port}` });
    assert.equal(code, 1);
    assert.match(output, new RegExp(`^Port ${port}, which the frontend.*\n$`));
  });
});

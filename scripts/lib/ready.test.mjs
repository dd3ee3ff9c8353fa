import assert from 'node:assert/strict';
import http from 'node:http';
import test from 'node:test';
import { untilReady } from './ready.mjs';

async function serve(handler) {
  const server = http.createServer(handler);
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}

const quick = { everyMs: 20, patience: 3 };

test('waits until the server is well', async () => {
  let requests = 0;
  const { server, url } = await serve((_, reply) => {
    requests += 1;
    reply.statusCode = requests < 3 ? 503 : 200;
    reply.end();
  });
  const onLost = () => assert.fail('it never went away');
  await untilReady(url, { ...quick, isOver: () => false, onLost });
  assert.equal(requests, 3);
  server.close();
});

test('notices a server that answered and then went away', async () => {
  const { server, url } = await serve((_, reply) => {
    reply.writeHead(503, { connection: 'close' }).end();
    server.close();
  });
  let lost = 0;
  await untilReady(url, {
    ...quick,
    isOver: () => lost > 0,
    onLost: () => {
      lost += 1;
    },
  });
  assert.equal(lost, 1);
});

test('is patient with a server that has not come up yet', async () => {
  const { server, url } = await serve(() => {});
  await new Promise(resolve => server.close(resolve));
  let rounds = 0;
  await untilReady(url, {
    ...quick,
    isOver: () => {
      rounds += 1;
      return rounds > 10;
    },
    onLost: () => assert.fail('it was never there'),
  });
});

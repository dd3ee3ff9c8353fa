import { getEventListeners } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { clientFor, faultOf, never } from './__testUtils__/client';
import {
  FakeServer,
  json,
  startFakeServer,
  vector,
} from './__testUtils__/fakeServer';

let server: FakeServer;
beforeEach(async () => {
  server = await startFakeServer();
});
afterEach(() => server.stop());

const sentWith = async (more: object) => {
  await clientFor(server.url, more).query('up', 1_500, never());
  return server.received[0];
};

describe('what is sent', () => {
  it('a long query goes as a POST with the time and a time-out of its own', async () => {
    const {
      method,
      path: at,
      parameters,
    } = await sentWith({ timeout: 'PT7S' });
    expect([method, at]).toEqual(['POST', '/api/v1/query']);
    expect(Object.fromEntries(parameters)).toEqual({
      query: 'up',
      time: '1.5',
      timeout: '6650ms',
    });
  });

  it('the path of the address stays', async () => {
    await clientFor(`${server.url}/prometheus/`).query('up', 0, never());
    expect(server.received[0].path).toBe('/prometheus/api/v1/query');
  });

  it.each([
    ['no credentials', {}, undefined],
    [
      'basic',
      { basic: { username: 'ann', password: 'pä:ss' } },
      `Basic ${Buffer.from('ann:pä:ss').toString('base64')}`,
    ],
    ['bearer', { bearer: { token: 'abc' } }, 'Bearer abc'],
  ])('%s', async (_, more, authorization) => {
    expect((await sentWith(more)).headers.authorization).toBe(authorization);
  });

  it('the tenant and the headers of the configuration', async () => {
    const { headers } = await sentWith({
      tenant: 'payments',
      headers: { 'X-Team': 'sre' },
    });
    expect(headers).toMatchObject({
      'x-scope-orgid': 'payments',
      'x-team': 'sre',
    });
  });

  it('a token is read from its file for every question', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plimsoll-token-'));
    const tokenFile = path.join(folder, 'token');
    const client = clientFor(server.url, { bearer: { tokenFile } });
    for (const token of ['one', 'two']) {
      fs.writeFileSync(tokenFile, `${token}\n`);
      await client.query('up', 0, never());
    }
    fs.rmSync(folder, { recursive: true });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(
      ['Bearer one', 'Bearer two'],
    );
  });

  it('Thanos is asked for whole, full data', async () => {
    const { parameters } = await sentWith({ thanos: {} });
    expect(Object.fromEntries(parameters)).toMatchObject({
      dedup: 'true',
      partial_response: 'false',
      max_source_resolution: '0s',
    });
  });

  it('rules and labels are read with GET', async () => {
    const client = clientFor(server.url);
    server.answer = json({ status: 'success', data: { groups: [] } });
    await client.rules(never());
    server.answer = json({ status: 'success', data: ['0.1', '1.0'] });
    const range = { from: 0, to: 60_000 };
    expect(await client.labelValues('le', 'x_bucket', range, never())).toEqual([
      '0.1',
      '1.0',
    ]);
    expect(server.received.map(one => [one.method, one.path])).toEqual([
      ['GET', '/api/v1/rules'],
      ['GET', '/api/v1/label/le/values'],
    ]);
    expect(server.received[1].parameters.get('match[]')).toBe('x_bucket');
  });
});

it('a range comes back in milliseconds', async () => {
  server.answer = json({
    status: 'success',
    data: {
      resultType: 'matrix',
      result: [
        {
          metric: { part: 'bad' },
          values: [
            [60, '1'],
            [120.5, 'NaN'],
          ],
        },
      ],
    },
  });
  const range = { from: 60_000, to: 180_000, stepMs: 60_000 };
  const answer = await clientFor(server.url).queryRange('x', range, never());
  expect(answer.result).toEqual([
    {
      labels: { part: 'bad' },
      points: [
        [60_000, 1],
        [120_500, NaN],
      ],
    },
  ]);
  expect(Object.fromEntries(server.received[0].parameters)).toMatchObject({
    start: '60',
    end: '180',
    step: '60',
  });
});

it('many questions under one signal leave no trail of listeners on it', async () => {
  server.answer = () => {};
  const stopped = new AbortController();
  const client = clientFor(server.url, { concurrency: 2 });
  const asked = Array.from({ length: 50 }, () =>
    faultOf(client.query('up', 0, stopped.signal)),
  );
  await new Promise(setImmediate);
  expect(getEventListeners(stopped.signal, 'abort').length).toBeLessThan(5);
  stopped.abort();
  expect(
    new Set((await Promise.all(asked)).map(({ failure }) => failure)),
  ).toEqual(new Set(['timeout']));
});

it('a source that asks to wait is left alone as long', async () => {
  const time = { now: 1_000_000 };
  const client = clientFor(server.url, {}, { now: () => time.now });
  server.answer = json({ status: 'error' }, 503, { 'retry-after': '20' });
  await faultOf(client.query('up', 0, never()));
  server.answer = json(vector([]));
  expect((await faultOf(client.query('up', 0, never()))).message).toMatch(
    /left alone until .*status 503/,
  );
  time.now += 20_000;
  expect((await client.query('up', 0, never())).result).toEqual([]);
  expect(server.received).toHaveLength(2);
});

it('no more questions run at the same time than the source may bear', async () => {
  let running = 0;
  let most = 0;
  server.answer = (received, response) => {
    running += 1;
    most = Math.max(most, running);
    setTimeout(() => {
      running -= 1;
      json(vector([]))(received, response);
    }, 10);
  };
  const client = clientFor(server.url, { concurrency: 2 });
  await Promise.all(
    Array.from({ length: 9 }, () => client.query('up', 0, never())),
  );
  expect([most, server.received.length]).toEqual([2, 9]);
});

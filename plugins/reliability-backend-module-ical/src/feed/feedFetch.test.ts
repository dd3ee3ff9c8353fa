import http from 'node:http';
import zlib from 'node:zlib';
import { serverWith } from '../__testUtils__/server';
import { createFeedFetch } from './feedFetch';

const open = createFeedFetch({ account: 'team', allowPrivateAddresses: true });

let stop: (() => Promise<void>) | undefined;
let asked: { url?: string; headers: http.IncomingHttpHeaders }[] = [];

const serve = async (handler: http.RequestListener) => {
  const server = await serverWith((request, response) => {
    asked.push({ url: request.url, headers: request.headers });
    handler(request, response);
  });
  stop = server.stop;
  return server.url;
};

afterEach(async () => {
  await stop?.();
  stop = undefined;
  asked = [];
});

const closed = createFeedFetch({
  account: 'team',
  allowPrivateAddresses: false,
});

it.each([
  ['an address', (url: string) => url],
  ['a number', (url: string) => url.replace('127.0.0.1', '2130706433')],
  [
    'an address in IPv6',
    (url: string) => url.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
  ],
  ['a name', (url: string) => url.replace('127.0.0.1', 'localhost')],
])('does not ask a private host given as %s', async (_, change) => {
  const url = await serve((__, response) => response.end('secret'));
  await expect(closed(change(url))).rejects.toMatchObject({
    failure: 'refused',
    message: expect.stringContaining('allowPrivateAddresses'),
  });
  expect(asked).toEqual([]);
});

it('looks at the address when it connects: a name that leads elsewhere by then is refused', async () => {
  const url = await serve((_, response) => response.end('secret'));
  let lookups = 0;
  const rebound = createFeedFetch({
    account: 'team',
    allowPrivateAddresses: false,
    lookup: (_, { all }, callback) => {
      lookups += 1;
      if (all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
      else callback(null, '127.0.0.1', 4);
    },
  });
  const named = url.replace('127.0.0.1', 'feeds.example.com');
  await expect(rebound(named)).rejects.toMatchObject({ failure: 'refused' });
  expect(lookups).toBe(1);
  expect(asked).toEqual([]);
});

it('follows a redirect within the host, with the same headers', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/new') response.end('calendar');
    else response.writeHead(302, { location: '/new' }).end('moved');
  });
  const response = await open(`${url}/old?key=1`, { headers: { 'x-a': 'b' } });
  expect(await response.text()).toBe('calendar');
  expect(asked.map(request => request.url)).toEqual(['/old?key=1', '/new']);
  expect(asked[1].headers['x-a']).toBe('b');
});

it.each([
  ['another host', 'http://feeds.example.com/'],
  ['another port', 'http://127.0.0.1:1/'],
  ['another name of the same host', 'http://localhost/'],
  ['a file', 'file:///etc/passwd'],
  ['nowhere', 'http://['],
])('does not follow a redirect to %s', async (_, location) => {
  const url = await serve((__, response) =>
    response.writeHead(302, { location }).end(),
  );
  expect((await open(url)).status).toBe(302);
  expect(asked).toHaveLength(1);
});

it('stops at redirects that go round', async () => {
  const url = await serve((_, response) =>
    response.writeHead(307, { location: '/' }).end(),
  );
  expect((await open(url)).status).toBe(307);
  expect(asked).toHaveLength(4);
});

it.each([
  ['gzip', zlib.gzipSync],
  ['deflate', zlib.deflateSync],
  ['br', zlib.brotliCompressSync],
])('unpacks %s', async (encoding, pack) => {
  const url = await serve((_, response) =>
    response
      .writeHead(200, { 'content-encoding': encoding })
      .end(pack(Buffer.from('calendar'))),
  );
  expect(await (await open(url)).text()).toBe('calendar');
});

it('fails on a body that is not packed as it says', async () => {
  const url = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('calendar'),
  );
  const response = await open(url);
  await expect(response.text()).rejects.toThrow();
});

it('gives up when it is told to', async () => {
  const url = await serve(() => {});
  const abort = new AbortController();
  const asking = open(url, { signal: abort.signal });
  abort.abort();
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
});

import zlib from 'node:zlib';
import { ConfigReader } from '@backstage/config';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeFeeds } from '@plimsoll/test-fakes';
import { calendar, days, event } from './__testUtils__/calendar';
import { serverWith } from './__testUtils__/server';
import { createIcalProvider } from './createIcalProvider';

const NOW = Date.parse('2026-07-06T12:00Z');
const WINDOW = days('2026-07-05', '2026-08-05');
const TEXT = calendar(
  event('DTSTART:20260706T070000Z', 'DURATION:P7D', 'SUMMARY:Ana'),
);

const stops: (() => Promise<void>)[] = [];

const feeds = async () => {
  const server = await new FakeFeeds().start();
  stops.push(() => server.stop());
  return server;
};

afterEach(async () => {
  await Promise.all(stops.splice(0).map(stop => stop()));
});

const account = (urls: Record<string, string>) => {
  const runtime = simulatedRuntime(NOW);
  const provider = createIcalProvider(
    new ConfigReader({
      name: 'team',
      type: 'ical',
      allowPrivateAddresses: true,
      feeds: Object.entries(urls).map(([id, url]) => ({ id, url })),
    }),
    runtime,
  );
  const read = async (...ids: string[]) => {
    const results = [];
    const refs = ids.map(id => ({
      account: 'team',
      kind: 'feed' as const,
      id,
    }));
    const { signal } = new AbortController();
    for await (const each of provider.read(refs, { window: WINDOW, signal })) {
      results.push(each);
    }
    return results;
  };
  return { provider, read, runtime };
};

const failureOf = async (url: string) => {
  const { read, provider, runtime } = account({ rota: url });
  const [result] = await read('rota');
  if (result.kind !== 'failure') throw new Error('it was read');
  const { failure, message } = result.error;
  const seen = `${message} ${runtime.logged} ${JSON.stringify(
    provider.health(),
  )}`;
  return { failure, message, seen, health: provider.health() };
};

it.each([
  [
    401,
    'unauthorized',
    /"rota".*"team" is refused .*address may have been renewed/,
  ],
  [
    403,
    'forbidden',
    /"rota".*"team" is not shared .*address may have been renewed/,
  ],
  [
    404,
    'not-found',
    /"rota".*"team" is not there .*address may have been renewed/,
  ],
  [410, 'not-found', /"rota"/],
  [429, 'rate-limited', /"rota".*asked too often/],
  [500, 'server-error', /"rota".*problem of its own/],
  [503, 'server-error', /"rota"/],
])(
  'status %s is %s, in words that hold no address',
  async (status, failure, message) => {
    const server = await feeds();
    server.fail({ status, times: Infinity, body: server.secret });
    const result = await failureOf(server.addressOf('rota'));
    expect(result.failure).toBe(failure);
    expect(result.message).toMatch(message);
    expect(result.seen).not.toContain(server.secret);
    expect(result.seen).not.toContain('127.0.0.1');
  },
);

it.each([
  ['a page', '<!doctype html><title>Sign in</title>', /is not a calendar/],
  ['nothing', '', /is not a calendar/],
  ['a truncated file', TEXT.slice(0, TEXT.length - 20), /breaks off/],
])(
  '%s instead of a calendar is a bad answer, and shows in the health',
  async (_, text, message) => {
    const server = await feeds();
    server.putText('rota', text);
    const result = await failureOf(server.addressOf('rota'));
    expect(result).toMatchObject({
      failure: 'bad-answer',
      message: expect.stringMatching(message),
      health: { state: 'failing', lastError: expect.stringMatching(message) },
    });
    expect(result.seen).not.toContain(server.secret);
  },
);

it('a host that is not there cannot be reached', async () => {
  const server = await feeds();
  const url = server.addressOf('rota');
  await server.stop();
  const result = await failureOf(url);
  expect(result.failure).toBe('unreachable');
  expect(result.message).toContain('ECONNREFUSED');
  expect(result.seen).not.toContain(server.secret);
});

const MEGABYTE = Buffer.alloc(1_000_000, 'X-FILL:0123456789\r\n');

it('a feed of 50 MB is left after 5', async () => {
  let sent = 0;
  const server = await serverWith((_, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar' });
    response.write('BEGIN:VCALENDAR\r\n');
    const more = () => {
      while (sent < 50 && !response.destroyed) {
        sent += 1;
        if (!response.write(MEGABYTE)) {
          response.once('drain', more);
          return;
        }
      }
      response.end('END:VCALENDAR\r\n');
    };
    more();
  });
  stops.push(server.stop);
  const result = await failureOf(`${server.url}/secret`);
  expect(result.failure).toBe('too-much');
  expect(result.message).toContain('larger than 5 MB');
  expect(sent).toBeGreaterThan(4);
  expect(sent).toBeLessThan(20);
});

it('a small packed feed that unpacks to 50 MB is left after 5', async () => {
  const packed = zlib.gzipSync(Buffer.concat(Array(50).fill(MEGABYTE)));
  expect(packed.length).toBeLessThan(500_000);
  const server = await serverWith((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
  });
  stops.push(server.stop);
  expect((await failureOf(server.url)).failure).toBe('too-much');
});

it('a feed that says how large it is is not even begun', async () => {
  const server = await feeds();
  server.putText('rota', 'x'.repeat(5_000_001));
  expect((await failureOf(server.addressOf('rota'))).failure).toBe('too-much');
});

it('a feed that fails leaves the others, and the account says which', async () => {
  const [good, bad] = [await feeds(), await feeds()];
  good.putText('one', TEXT);
  bad.fail({ status: 403, times: Infinity });
  const { read, provider } = account({
    one: good.addressOf('one'),
    two: bad.addressOf('two'),
    three: bad.addressOf('three'),
  });
  const results = await read('two', 'one', 'three');
  expect(results.map(({ kind, ref }) => `${ref.id} ${kind}`).sort()).toEqual([
    'one reading',
    'three failure',
    'two failure',
  ]);
  expect(provider.health()).toMatchObject({
    state: 'failing',
    requests: 3,
    failures: 2,
    lastSuccessAt: NOW,
    lastError: expect.stringContaining('(2 feeds fail)'),
  });
});

it('a slow feed does not hold up the others', async () => {
  const [good, slow] = [await feeds(), await feeds()];
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  ids.forEach(id => good.putText(id, TEXT));
  slow.fail({ hang: true, times: Infinity });
  const { read, runtime } = account({
    slow: slow.addressOf('slow'),
    ...Object.fromEntries(ids.map(id => [id, good.addressOf(id)])),
  });
  runtime.shortenTimeouts(150);
  const results = await read('slow', ...ids);
  expect(
    results
      .map(({ ref }) => ref.id)
      .slice(0, 6)
      .sort(),
  ).toEqual(ids);
  expect(results[6]).toMatchObject({
    kind: 'failure',
    error: { failure: 'timeout' },
  });
});

describe('what a server says about changes', () => {
  const counted = (answer: { etag?: string; 'last-modified'?: string }) => {
    const seen: (string | undefined)[] = [];
    const serve = serverWith((request, response) => {
      const { headers } = request;
      seen.push(headers['if-none-match'] ?? headers['if-modified-since']);
      const same = answer.etag
        ? headers['if-none-match'] === answer.etag
        : headers['if-modified-since'] === answer['last-modified'];
      if (same && seen.length > 1) response.writeHead(304).end();
      else response.writeHead(200, answer).end(TEXT);
    });
    return { seen, serve };
  };

  it.each([
    ['an ETag', { etag: '"one"' }, '"one"'],
    [
      'a date',
      { 'last-modified': 'Mon, 06 Jul 2026 07:00:00 GMT' },
      'Mon, 06 Jul 2026 07:00:00 GMT',
    ],
  ])(
    'is kept with %s, and the same calendar read again',
    async (_, answer, sent) => {
      const { seen, serve } = counted(answer);
      const server = await serve;
      stops.push(server.stop);
      const { read } = account({ rota: server.url });
      const [first] = await read('rota');
      const [second] = await read('rota');
      expect(first.kind).toBe('reading');
      expect(second).toEqual(first);
      expect(seen).toEqual([undefined, sent]);
    },
  );

  it('is forgotten when the calendar changes', async () => {
    const server = await feeds();
    server.putText('rota', TEXT);
    const { read } = account({ rota: server.addressOf('rota') });
    await read('rota');
    server.putText('rota', TEXT.replace('Ana', 'Bo'));
    const [reading] = await read('rota');
    expect(reading).toMatchObject({ shifts: [{ person: { name: 'Bo' } }] });
    server.putText('rota', '<html>');
    expect(await read('rota')).toMatchObject([{ kind: 'failure' }]);
    server.putText('rota', TEXT.replace('Ana', 'Bo'));
    expect(await read('rota')).toMatchObject([{ kind: 'reading' }]);
  });
});

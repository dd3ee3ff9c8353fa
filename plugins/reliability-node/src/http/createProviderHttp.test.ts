import { NOW, SECRET, withClient } from './__testUtils__/client';

const ALWAYS = { times: Infinity };

describe('createProviderHttp', () => {
  it(
    'asks below the base, with repeated parameters and the credentials',
    withClient({ path: '/api/v1/' }, async ({ get, vendor }) => {
      expect(
        await get('/b c'.replace(' ', '%20'), { 'ids[]': ['1', '2&x=3'] }),
      ).toMatchObject({
        status: 200,
        body: { ok: true },
      });
      const [{ method, path, query, headers }] = vendor.requests;
      expect([method, path]).toEqual(['GET', '/api/v1/b%20c']);
      expect(query.getAll('ids[]')).toEqual(['1', '2&x=3']);
      expect(headers.authorization).toBe(`Bearer ${SECRET}`);
    }),
  );

  it(
    'keeps the query of the base where the path is empty',
    withClient({ path: '/feed?key=k' }, async ({ client, signal, vendor }) => {
      vendor.reply = () => ({ body: 'BEGIN' });
      const { text } = await client.getText('', { signal });
      expect(text).toBe('BEGIN');
      expect(vendor.requests[0].query.get('key')).toBe('k');
    }),
  );

  it.each([
    ['another host', '//evil.example/a'],
    ['an address', 'https://evil.example/a'],
    ['a way up', '/a/../../b'],
    ['a way up in disguise', '/a/%2E%2e/b'],
    ['a query', '/a?b'],
    ['a backslash', '/\\evil.example'],
  ])('does not ask %s', async (_, path) => {
    await withClient({}, async ({ get, vendor }) => {
      await expect(get(path)).rejects.toMatchObject({ failure: 'refused' });
      expect(vendor.requests).toEqual([]);
    })();
  });

  it.each([
    [301, 'refused'],
    [400, 'refused'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [422, 'refused'],
  ])(
    'a %i is %s at once, and shows nothing secret',
    async (status, failure) => {
      await withClient({}, async ({ get, vendor, client }) => {
        vendor.fail({
          ...ALWAYS,
          status,
          headers: { location: '/elsewhere' },
          body: `you sent ${SECRET}`,
        });
        const error = await get().catch(thrown => thrown);
        expect(error).toMatchObject({ name: 'ProviderError', failure });
        expect(error.message).toMatch(/^Account "main" .*status \d/);
        const shown = `${error.stack}${JSON.stringify(client.health())}`;
        expect(shown).not.toContain(SECRET);
        expect(shown).not.toContain(vendor.url);
        expect(vendor.requests).toHaveLength(1);
      })();
    },
  );

  it(
    'waits longer with each further try, and spreads the tries',
    withClient({}, async ({ get, vendor, runtime }) => {
      vendor.fail({ status: 500, times: 3 });
      expect(await get()).toMatchObject({ status: 200 });
      expect(runtime.slept).toEqual([250, 500, 1000]);
    }),
  );

  it.each([
    ['a 408', { status: 408 }, 'timeout'],
    ['a 503', { status: 503 }, 'server-error'],
    ['a reset', { reset: true }, 'unreachable'],
    ['half a body', { truncate: 4 }, 'bad-answer'],
  ])('gives up on %s after four tries', async (_, fault, failure) => {
    await withClient({}, async ({ get, vendor, client }) => {
      vendor.fail({ ...ALWAYS, ...fault });
      await expect(get()).rejects.toMatchObject({ failure });
      expect(vendor.requests).toHaveLength(4);
      expect(client.health()).toMatchObject({
        state: 'failing',
        requests: 4,
        failures: 4,
      });
    })();
  });

  it(
    'names a time-out',
    withClient({ timeoutMs: 30, retries: 0 }, async ({ get, vendor }) => {
      vendor.fail({ hang: true });
      await expect(get()).rejects.toMatchObject({
        failure: 'timeout',
        message: 'Account "main" gives no answer within 30 ms.',
      });
    }),
  );

  it(
    'a body that drips is a time-out too',
    withClient({ timeoutMs: 100, retries: 0 }, async ({ get, vendor }) => {
      vendor.fail({ headers: { 'content-length': '9999' } });
      await expect(get()).rejects.toMatchObject({ failure: 'timeout' });
    }),
  );

  it.each([
    ['told', {}],
    ['not told', { 'transfer-encoding': 'chunked' }],
  ])('stops an answer that is too long, its length %s', async (_, headers) => {
    await withClient({ maxResponseBytes: 1000 }, async ({ get, vendor }) => {
      vendor.reply = () => ({ headers, body: 'x'.repeat(100_000) });
      await expect(get()).rejects.toMatchObject({ failure: 'too-much' });
      expect(vendor.requests).toHaveLength(1);
    })();
  });

  it(
    'calls what is not JSON a bad answer',
    withClient({}, async ({ get, vendor, client }) => {
      vendor.reply = () => ({ body: `<p>${SECRET}` });
      const error = await get().catch(thrown => thrown);
      expect(error.failure).toBe('bad-answer');
      expect(error.message).not.toContain(SECRET);
      expect(client.health().state).toBe('failing');
    }),
  );

  it(
    'hands on a 304',
    withClient({}, async ({ client, signal, vendor }) => {
      vendor.reply = () => ({ status: 304 });
      const headers = { 'if-none-match': '"1"' };
      const { status } = await client.getText('/a', { signal, headers });
      expect(status).toBe(304);
      expect(vendor.requests[0].headers['if-none-match']).toBe('"1"');
    }),
  );

  it(
    'asks no more than two at a time',
    withClient({}, async ({ get, vendor }) => {
      let [now, most] = [0, 0];
      vendor.reply = async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise(resolve => {
          setImmediate(resolve);
        });
        now -= 1;
        return { body: {} };
      };
      await Promise.all(Array.from({ length: 9 }, () => get()));
      expect(most).toBe(2);
    }),
  );

  it(
    'says how it does',
    withClient({}, async ({ get, client, vendor }) => {
      expect(client.health()).toEqual({
        state: 'unknown',
        requests: 0,
        failures: 0,
        waits: 0,
        remaining: null,
        lastSuccessAt: null,
        lastError: null,
        pausedUntil: null,
      });
      vendor.reply = () => ({ body: {}, headers: { 'x-left': '900' } });
      await get();
      expect(client.health()).toMatchObject({
        state: 'ok',
        requests: 1,
        remaining: 900,
        lastSuccessAt: NOW,
      });
    }),
  );
});

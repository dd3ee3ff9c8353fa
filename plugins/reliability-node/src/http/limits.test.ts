import { NOW, withClient } from './__testUtils__/client';
import { rateLimitEpoch, rateLimitSeconds, retryAfter } from './limits';

const ALWAYS = { times: Infinity };
const names = { remaining: 'x-left', reset: 'x-reset' };

describe('what headers say of a limit', () => {
  it.each([
    ['seconds', retryAfter, { 'retry-after': '7' }, { resetMs: 7000 }],
    [
      'a date',
      retryAfter,
      { 'retry-after': 'Mon, 15 Jun 2026 12:00:09 GMT' },
      { resetMs: 9000 },
    ],
    [
      'a date in the past',
      retryAfter,
      { 'retry-after': 'Mon, 15 Jun 2026 11:00:00 GMT' },
      { resetMs: 0 },
    ],
    ['nonsense', retryAfter, { 'retry-after': 'soon' }, undefined],
    ['nothing', retryAfter, {}, undefined],
    [
      'seconds from now',
      rateLimitSeconds(names),
      { 'x-left': '3', 'x-reset': '40' },
      { remaining: 3, resetMs: 40_000 },
    ],
    [
      'only what is left',
      rateLimitSeconds(names),
      { 'x-left': '0' },
      { remaining: 0 },
    ],
    ['a minus', rateLimitSeconds(names), { 'x-reset': '-1' }, undefined],
    [
      'seconds since the epoch',
      rateLimitEpoch(names),
      { 'x-left': '3', 'x-reset': `${NOW / 1000 + 5}` },
      { remaining: 3, resetMs: 5000 },
    ],
    [
      'a moment that is over',
      rateLimitEpoch(names),
      { 'x-reset': `${NOW / 1000 - 5}` },
      { resetMs: 0 },
    ],
  ])('%s', (_, read, headers, limit) => {
    expect(read(new Headers(headers as Record<string, string>), NOW)).toEqual(
      limit,
    );
  });
});

describe('a limit', () => {
  it.each([
    ['Retry-After', { 'retry-after': '7' }, 7000],
    ['its own header', { 'x-left': '0', 'x-reset': '12' }, 12_000],
    ['both: Retry-After', { 'retry-after': '7', 'x-reset': '12' }, 7000],
    ['nothing: a guess', {}, 7500],
  ])('of which a 429 tells %s', async (_, headers, waited) => {
    await withClient({}, async ({ get, vendor, runtime, client }) => {
      vendor.fail({ status: 429, headers });
      await get();
      expect(runtime.now() - NOW).toBe(waited);
      expect(client.health()).toMatchObject({ waits: 1, state: 'ok' });
    })();
  });

  it(
    'holds back the whole account',
    withClient({ concurrency: 1 }, async ({ get, vendor, runtime }) => {
      vendor.fail({ status: 429, headers: { 'retry-after': '60' } });
      await Promise.all([get('/a'), get('/b')]);
      expect(vendor.requests.map(({ at }) => at)).toEqual([
        NOW,
        NOW + 60_000,
        NOW + 60_000,
      ]);
      expect(runtime.now()).toBe(NOW + 60_000);
    }),
  );

  it(
    'is kept away from while few calls are left',
    withClient({}, async ({ get, vendor, runtime, client }) => {
      const headers = { 'x-left': '14', 'x-reset': '30' };
      vendor.reply = () => ({ body: {}, headers });
      await get();
      expect(client.health()).toMatchObject({
        state: 'limited',
        remaining: 14,
        pausedUntil: NOW + 30_000,
      });
      await get();
      expect(runtime.now()).toBe(NOW + 30_000);
    }),
  );

  it(
    'of which a 429 tells nothing lasts until the reset that was told before',
    withClient({}, async ({ get, vendor, runtime }) => {
      const headers = { 'x-left': '500', 'x-reset': '40' };
      vendor.reply = () => ({ body: {}, headers });
      await get();
      runtime.advance(3000);
      vendor.fail({ status: 429 });
      await get();
      expect(runtime.slept).toEqual([37_000]);
    }),
  );

  it(
    'that lasts longer than one may wait is an error that says how long',
    withClient({}, async ({ get, vendor, runtime }) => {
      vendor.fail({ status: 429, headers: { 'retry-after': '600' } });
      const limited = { failure: 'rate-limited', retryAfterMs: 600_000 };
      await expect(get()).rejects.toMatchObject(limited);
      await expect(get()).rejects.toMatchObject(limited);
      expect(runtime.slept).toEqual([]);
      expect(vendor.requests).toHaveLength(1);
      runtime.advance(600_000);
      expect(await get()).toMatchObject({ status: 200 });
    }),
  );

  it(
    'of years is cut to an hour',
    withClient({}, async ({ get, vendor, client }) => {
      vendor.fail({ status: 429, headers: { 'retry-after': '99999999' } });
      await expect(get()).rejects.toMatchObject({ failure: 'rate-limited' });
      expect(client.health().pausedUntil).toBe(NOW + 3600_000);
    }),
  );

  it(
    'does not count the reset of the window for a server error',
    withClient({}, async ({ get, vendor, runtime }) => {
      vendor.fail({ status: 500, headers: { 'x-reset': '55' } });
      await get();
      expect(runtime.now() - NOW).toBe(250);
    }),
  );

  it(
    'does not open the circuit',
    withClient({ retries: 0 }, async ({ get, vendor, runtime }) => {
      vendor.fail({ ...ALWAYS, status: 429, headers: { 'retry-after': '1' } });
      for (let time = 0; time < 8; time += 1) {
        await expect(get()).rejects.toMatchObject({ failure: 'rate-limited' });
        runtime.advance(1000);
      }
      expect(vendor.requests).toHaveLength(8);
    }),
  );
});

import { NOW, withClient } from './__testUtils__/client';

const ALWAYS = { times: Infinity };

describe('an account that fails again and again', () => {
  it(
    'is left alone, asked once after a rest, and each time left alone for longer',
    withClient({ retries: 0 }, async ({ get, vendor, runtime, client }) => {
      vendor.fail({ ...ALWAYS, status: 500 });
      for (let time = 0; time < 5; time += 1) {
        await expect(get()).rejects.toMatchObject({ failure: 'server-error' });
      }
      await expect(get()).rejects.toMatchObject({
        failure: 'paused',
        retryAfterMs: 30_000,
      });
      expect(vendor.requests).toHaveLength(5);
      expect(client.health()).toMatchObject({
        state: 'failing',
        pausedUntil: NOW + 30_000,
      });
      expect(runtime.logged).toHaveLength(1);

      const rests: number[] = [];
      for (let time = 0; time < 6; time += 1) {
        const until = client.health().pausedUntil ?? 0;
        rests.push(until - runtime.now());
        runtime.advance(until - runtime.now());
        await expect(get()).rejects.toMatchObject({ failure: 'server-error' });
      }
      expect(rests).toEqual([30, 60, 120, 240, 300, 300].map(s => s * 1000));
      expect(vendor.requests).toHaveLength(11);
    }),
  );

  it(
    'is asked by one ahead of the others, which follow when it went well',
    withClient({ retries: 0 }, async ({ get, vendor, runtime, client }) => {
      vendor.fail({ times: 5, reset: true });
      for (let time = 0; time < 5; time += 1) await get().catch(() => {});
      runtime.advance(30_000);
      let open = 0;
      let most = 0;
      let first = true;
      vendor.reply = async () => {
        open += 1;
        if (first) most = Math.max(most, open);
        await new Promise(resolve => {
          setTimeout(resolve, 20);
        });
        open -= 1;
        first = false;
        return { body: {} };
      };
      await Promise.all([get(), get(), get()]);
      expect(most).toBe(1);
      expect(client.health()).toMatchObject({ state: 'ok', pausedUntil: null });
    }),
  );

  it.each([
    ['a 404', { status: 404 }],
    ['a 403', { status: 403 }],
  ])('%s is no such failure', async (_, fault) => {
    await withClient({ retries: 0 }, async ({ get, vendor }) => {
      vendor.fail({ ...ALWAYS, ...fault });
      for (let time = 0; time < 8; time += 1) await get().catch(() => {});
      expect(vendor.requests).toHaveLength(8);
    })();
  });

  it(
    'does not wait for a probe that was given up',
    withClient({ retries: 0 }, async ({ client, get, vendor, runtime }) => {
      vendor.fail({ times: 5, status: 500 });
      for (let time = 0; time < 5; time += 1) await get().catch(() => {});
      runtime.advance(30_000);
      vendor.fail({ hang: true });
      const gaveUp = new AbortController();
      const probe = client.get('/a', { signal: gaveUp.signal });
      const follower = get('/b');
      while (vendor.requests.length < 6) {
        await new Promise(resolve => {
          setImmediate(resolve);
        });
      }
      const reason = new Error('given up');
      gaveUp.abort(reason);
      await expect(probe).rejects.toBe(reason);
      expect(await follower).toMatchObject({ status: 200 });
    }),
  );
});

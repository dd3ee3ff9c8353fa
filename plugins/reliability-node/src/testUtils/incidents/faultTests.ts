import { PASSING, STAYING, WRONG } from '../faults';
import { NOW, readFailureOf } from './IncidentRig';
import { expectAll, IncidentSuite, openSince, overSince } from './testing';

const ALWAYS = { times: Infinity };

/** Tests of what happens when the vendor does not do well. */
export function incidentFaultTests({ harness, test }: IncidentSuite): void {
  test(
    'a wrong credential is called so, and is not tried again',
    ['read', 'credentials'],
    async rig => {
      rig.put(openSince(2));
      rig.create(rig.vendor.wrongConfig?.() ?? {});
      expect(readFailureOf(await rig.sync())).toBe('unauthorized');
      expect(rig.vendor.requests()).toBe(1);
      expect(rig.cursor).toBeNull();
      expect(rig.provider.health?.().state).toBe('failing');
    },
  );

  for (const [name, fault] of PASSING) {
    test(`${name} is overcome`, ['read'], async rig => {
      rig.put(openSince(2));
      rig.put(overSince(9));
      rig.vendor.fail(fault);
      await rig.synced();
      expectAll(rig, harness);
      expect(rig.provider.health?.().state).toBe('ok');
    });
  }

  for (const [name, fault, failure] of STAYING) {
    test(
      `${name} that stays is called ${failure}, after few tries, and moves no cursor`,
      ['read'],
      async rig => {
        rig.put(openSince(2));
        rig.vendor.fail({ ...fault, ...ALWAYS });
        expect(readFailureOf(await rig.sync())).toBe(failure);
        expect(rig.vendor.requests()).toBeLessThanOrEqual(8);
        expect(rig.cursor).toBeNull();
      },
    );
  }

  for (const [name, body] of WRONG) {
    test(
      `${name} instead of an answer is no empty history`,
      ['read'],
      async rig => {
        rig.put(openSince(2));
        rig.vendor.fail({ status: 200, body, ...ALWAYS });
        expect(readFailureOf(await rig.sync())).toBe('bad-answer');
        expect(rig.cursor).toBeNull();
      },
    );
  }

  test(
    'an account that is down takes nothing away that was open',
    ['read'],
    async rig => {
      rig.put(openSince(2));
      rig.put(openSince(200));
      await rig.synced();
      const { cursor } = rig;
      for (const fault of [{ status: 500 }, { status: 403 }, { body: '{}' }]) {
        rig.vendor.fail({ ...fault, ...ALWAYS });
        const { batches, error } = await rig.sync();
        expect(error).toBeDefined();
        expect(batches.flatMap(({ gone }) => gone)).toEqual([]);
        rig.vendor.heal();
        rig.runtime.advance(3600_000);
      }
      expect(cursor).not.toBeNull();
      expect(rig.stored.size).toBe(2);
    },
  );

  test('an answer that never comes is called timeout', ['read'], async rig => {
    rig.put(openSince(2));
    rig.runtime.shortenTimeouts(50);
    rig.vendor.fail({ hang: true, ...ALWAYS });
    expect(readFailureOf(await rig.sync())).toBe('timeout');
  });

  test(
    'a 429 waits as long as it was told',
    ['read', 'limit-headers'],
    async rig => {
      rig.put(openSince(2));
      rig.vendor.fail({ status: 429, headers: harness.limited?.(NOW) });
      await rig.synced();
      const waited = rig.runtime.now() - NOW;
      expect(waited).toBeGreaterThanOrEqual(7000);
      expect(waited).toBeLessThan(9000);
    },
  );

  test('pages without an end come to one', ['read', 'paging'], async rig => {
    rig.put(openSince(2));
    rig.vendor.neverEnd?.();
    expect(readFailureOf(await rig.sync())).toBe('endless');
    expect(rig.vendor.requests()).toBeLessThanOrEqual(1100);
  });

  test(
    'a page that repeats itself is noticed at once',
    ['read', 'paging'],
    async rig => {
      rig.put(openSince(2));
      rig.vendor.repeatPages?.();
      expect(readFailureOf(await rig.sync())).toBe('endless');
      expect(rig.vendor.requests()).toBeLessThanOrEqual(10);
    },
  );

  test('whoever gave up before asks nothing', ['read'], async rig => {
    rig.put(openSince(2));
    const reason = new Error('given up');
    const signal = AbortSignal.abort(reason);
    expect((await rig.sync({ signal })).error).toBe(reason);
    expect(rig.vendor.requests()).toBe(0);
  });

  test(
    'whoever gives up while an answer is awaited is let go',
    ['read'],
    async rig => {
      rig.put(openSince(2));
      rig.vendor.fail({ hang: true, ...ALWAYS });
      const gaveUp = new AbortController();
      const reason = new Error('given up');
      const reading = rig.sync({ signal: gaveUp.signal });
      while (rig.vendor.requests() === 0) {
        await new Promise(resolve => {
          setImmediate(resolve);
        });
      }
      gaveUp.abort(reason);
      expect((await reading).error).toBe(reason);
    },
  );

  test(
    'an account says its name and that it does well',
    ['read'],
    async rig => {
      rig.put(openSince(2));
      await rig.synced();
      expect(rig.provider).toMatchObject({
        account: 'main',
        type: harness.factory.type,
      });
      expect(rig.provider.health?.()).toMatchObject({
        state: 'ok',
        requests: rig.vendor.requests(),
        lastError: null,
      });
    },
  );
}

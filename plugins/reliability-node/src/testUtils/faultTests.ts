import { PASSING, STAYING, WRONG } from './faults';
import { ANA, BO, turns } from './readingTests';
import { failureOf, NOW, WINDOW } from './Rig';
import { givenSpans } from './spans';
import { Suite } from './testing';

const DAY_MS = 24 * 3600_000;
const ALWAYS = { times: Infinity };

const PROXY: (typeof PASSING)[number] = [
  'a 502 with a page',
  { status: 502, body: '<html>Bad gateway</html>' },
];

const EMPTY: (typeof WRONG)[number] = ['an empty list', '[]'];

/** Tests of what happens when the vendor does not do well. */
export function faultTests({ harness, test }: Suite): void {
  test('a rotation that is gone leaves the others', [], async rig => {
    const [gone, good] = [rig.put(turns('Gone')), rig.put(turns('Good'))];
    rig.create(rig.vendor.config());
    rig.vendor.remove(gone.id);
    const { readings, failures, error } = await rig.read([gone, good]);
    expect(error).toBeUndefined();
    expect(readings.map(({ ref }) => ref)).toEqual([good]);
    expect(failures.map(each => [each.ref, each.error.failure])).toEqual([
      [gone, 'not-found'],
    ]);
  });

  test(
    'a wrong credential is called so, and is not tried again',
    ['credentials'],
    async rig => {
      const ref = rig.put(turns('One'));
      rig.create(rig.vendor.wrongConfig?.() ?? {});
      expect(failureOf(await rig.read([ref]), 1)).toBe('unauthorized');
      expect(rig.vendor.requests()).toBe(1);
      expect(rig.provider.health?.().state).toBe('failing');
    },
  );

  for (const [name, fault] of [...PASSING, PROXY]) {
    test(`${name} is overcome`, [], async rig => {
      const ref = rig.put(turns('One'));
      const { provider } = rig;
      rig.vendor.fail(fault);
      const reading = await rig.reading(ref);
      expect(givenSpans(reading.shifts, WINDOW)).toHaveLength(3);
      expect(provider.health?.().state).toBe('ok');
    });
  }

  for (const [name, fault, failure] of STAYING) {
    test(
      `${name} that stays is called ${failure}, after few tries`,
      [],
      async rig => {
        const ref = rig.put(turns('One'));
        rig.vendor.fail({ ...fault, ...ALWAYS });
        expect(failureOf(await rig.read([ref]), 1)).toBe(failure);
        expect(rig.vendor.requests()).toBeLessThanOrEqual(8);
      },
    );
  }

  test('an answer that never comes is called timeout', [], async rig => {
    const ref = rig.put(turns('One'));
    rig.runtime.shortenTimeouts(50);
    rig.vendor.fail({ hang: true, ...ALWAYS });
    expect(failureOf(await rig.read([ref]), 1)).toBe('timeout');
  });

  test('a 429 waits as long as it was told', ['limit-headers'], async rig => {
    const ref = rig.put(turns('One'));
    const { provider } = rig;
    rig.vendor.fail({ status: 429, headers: harness.limited?.(NOW) });
    await rig.reading(ref);
    const waited = rig.runtime.now() - NOW;
    expect(waited).toBeGreaterThanOrEqual(7000);
    expect(waited).toBeLessThan(9000);
    expect(provider.health?.().waits).toBe(1);
  });

  for (const [name, body] of [...WRONG, EMPTY]) {
    test(
      `${name} instead of an answer is no empty rotation`,
      ['json'],
      async rig => {
        const ref = rig.put(turns('One'));
        rig.vendor.fail({ status: 200, body, ...ALWAYS });
        expect(failureOf(await rig.read([ref]), 1)).toBe('bad-answer');
      },
    );
  }

  test('pages without an end come to one', ['paging'], async rig => {
    const ref = rig.put(turns('One'));
    rig.vendor.neverEnd?.();
    expect(failureOf(await rig.read([ref]), 1)).toBe('endless');
    expect(rig.vendor.requests()).toBeLessThanOrEqual(250);
  });

  test(
    'a page that repeats itself is noticed at once',
    ['paging'],
    async rig => {
      const ref = rig.put(turns('One'));
      rig.vendor.repeatPages?.();
      expect(failureOf(await rig.read([ref]), 1)).toBe('endless');
      expect(rig.vendor.requests()).toBeLessThanOrEqual(10);
    },
  );

  test(
    'a shift that ends before it begins does no harm',
    ['backwards'],
    async rig => {
      const at = (days: number) => NOW + days * DAY_MS;
      const { shifts } = await rig.reading(
        rig.put({
          title: 'Backwards',
          shifts: [
            { person: ANA, level: 1, from: at(-1), to: at(3) },
            { person: BO, level: 1, from: at(5), to: at(4) },
          ],
        }),
      );
      expect(givenSpans(shifts, WINDOW).map(({ person }) => person)).toEqual([
        'Ana Lima',
      ]);
    },
  );

  test('whoever gave up before asks nothing', [], async rig => {
    const ref = rig.put(turns('One'));
    const reason = new Error('given up');
    const { error, readings } = await rig.read(
      [ref],
      WINDOW,
      AbortSignal.abort(reason),
    );
    expect(error).toBe(reason);
    expect(readings).toEqual([]);
    expect(rig.vendor.requests()).toBe(0);
  });

  test(
    'whoever gives up while an answer is awaited is let go',
    [],
    async rig => {
      const ref = rig.put(turns('One'));
      rig.vendor.fail({ hang: true, ...ALWAYS });
      const gaveUp = new AbortController();
      const reason = new Error('given up');
      const reading = rig.read([ref], WINDOW, gaveUp.signal);
      while (rig.vendor.requests() === 0) {
        await new Promise(resolve => {
          setImmediate(resolve);
        });
      }
      gaveUp.abort(reason);
      expect((await reading).error).toBe(reason);
    },
  );
}

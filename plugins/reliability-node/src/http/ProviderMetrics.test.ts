import { metrics } from '@opentelemetry/api';
import { SECRET, withClient } from './__testUtils__/client';

type Point = [name: string, value: number, labels: Record<string, unknown>];

/** Keeps what a meter is told. */
function meterInto(points: Point[]) {
  const instrument = (name: string) => {
    const note = (value: number, labels: Record<string, unknown> = {}) => {
      points.push([name, value, labels]);
    };
    return { add: note, record: note };
  };
  const meters: string[] = [];
  metrics.setGlobalMeterProvider({
    getMeter: (scope: string) => {
      meters.push(scope);
      return { createCounter: instrument, createHistogram: instrument };
    },
  } as unknown as Parameters<typeof metrics.setGlobalMeterProvider>[0]);
  return meters;
}

describe('what OpenTelemetry is told of an account', () => {
  let points: Point[];
  let meters: string[];

  beforeEach(() => {
    points = [];
    meters = meterInto(points);
  });

  afterEach(() => metrics.disable());

  const of = (name: string) =>
    points
      .filter(point => point[0] === `plimsoll.provider.${name}`)
      .map(([, value, labels]) => [value, labels]);
  const ended = (outcome: string) => [1, { account: 'main', outcome }];

  it('how requests ended, and how long they took', async () => {
    await withClient({}, async ({ get, client, signal, vendor, runtime }) => {
      vendor.reply = () => {
        runtime.advance(1500);
        return { body: {} };
      };
      await get();
      await client.getText('/feed', { signal });
    })();
    expect(meters).toEqual(['plimsoll']);
    expect(of('requests')).toEqual([ended('ok'), ended('ok')]);
    expect(of('duration')).toEqual([
      [1.5, { account: 'main' }],
      [1.5, { account: 'main' }],
    ]);
    expect(of('waits')).toEqual([]);
  });

  it('each try that failed, by its reason', async () => {
    await withClient({}, async ({ get, vendor }) => {
      vendor.fail({ status: 500, times: 2 });
      await get();
    })();
    expect(of('requests')).toEqual([
      ended('server-error'),
      ended('server-error'),
      ended('ok'),
    ]);
    expect(of('duration')).toHaveLength(3);
  });

  it.each([
    ['is not there', { status: 404 }, 'not-found'],
    ['is refused its token', { status: 401 }, 'unauthorized'],
    ['gets a page instead of JSON', { body: '<p>', status: 200 }, 'bad-answer'],
  ])('one that %s', async (_, reply, outcome) => {
    await withClient({}, async ({ get, vendor }) => {
      vendor.reply = () => reply;
      await expect(get()).rejects.toMatchObject({ failure: outcome });
    })();
    expect(of('requests')).toEqual([ended(outcome)]);
  });

  it('one that was given up', async () => {
    await withClient({}, async ({ client, vendor }) => {
      vendor.fail({ hang: true });
      const gaveUp = new AbortController();
      const asked = client.get('/a', { signal: gaveUp.signal });
      while (vendor.requests.length === 0) {
        await new Promise(resolve => {
          setImmediate(resolve);
        });
      }
      const reason = new Error('given up');
      gaveUp.abort(reason);
      await expect(asked).rejects.toBe(reason);
    })();
    expect(of('requests')).toEqual([ended('given-up')]);
  });

  it('that it was asked to wait, and nothing of requests that were not sent', async () => {
    await withClient({ maxWaitMs: 1000 }, async ({ get, vendor }) => {
      vendor.fail({ status: 429, headers: { 'retry-after': '60' } });
      await expect(get()).rejects.toMatchObject({ failure: 'rate-limited' });
      await expect(get()).rejects.toMatchObject({ failure: 'rate-limited' });
      expect(vendor.requests).toHaveLength(1);
    })();
    expect(of('requests')).toEqual([ended('rate-limited')]);
    expect(of('waits')).toEqual([[1, { account: 'main' }]]);
  });

  it('nothing that is secret, or where it was asked', async () => {
    await withClient({}, async ({ get, vendor }) => {
      await get('/users/U1', { email: 'ada@example.com' });
      expect(JSON.stringify(points)).not.toContain(vendor.url);
    })();
    expect(points).not.toEqual([]);
    expect(JSON.stringify(points)).not.toMatch(
      new RegExp(`${SECRET}|U1|ada|127\\.0`),
    );
  });
});

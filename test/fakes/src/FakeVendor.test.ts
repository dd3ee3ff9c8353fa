import { BucketState, FakeBucket } from './FakeBucket';
import { FakeRequest, FakeVendor } from './FakeVendor';

class Vendor extends FakeVendor {
  protected answer({ path }: FakeRequest) {
    return { body: { path } };
  }

  protected authorized({ headers }: FakeRequest) {
    return headers.authorization !== 'wrong';
  }

  protected limitHeaders({ remaining }: BucketState) {
    return { 'x-left': `${remaining}` };
  }
}

describe('a fake', () => {
  let vendor: Vendor;
  let now = 0;
  beforeEach(async () => {
    now = 0;
    vendor = await new Vendor({
      now: () => now,
      limit: { requests: 2, perMs: 1000 },
    }).start();
  });
  afterEach(() => vendor.stop());

  const get = (path: string, headers?: Record<string, string>) =>
    fetch(`${vendor.url}${path}`, { headers });

  it('answers and keeps what was asked', async () => {
    expect(await (await get('/a?b=c')).json()).toEqual({ path: '/a' });
    expect(vendor.requests).toMatchObject([
      { method: 'GET', path: '/a', at: 0 },
    ]);
    expect(vendor.requests[0].query.get('b')).toBe('c');
  });

  it('looks at credentials', async () => {
    expect((await get('/a', { authorization: 'wrong' })).status).toBe(401);
  });

  it('counts by its own clock', async () => {
    const replies = [await get('/'), await get('/'), await get('/')];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(replies[1].headers.get('x-left')).toBe('0');
    now = 1000;
    expect((await get('/')).status).toBe(200);
  });

  it('fails where and as often as it was told', async () => {
    vendor.fail({ match: /b=1/, times: 2, status: 503, body: 'no' });
    const statuses = [];
    for (const path of ['/?b=2', '/?b=1', '/?b=1']) {
      statuses.push((await get(path)).status);
    }
    now = 1000;
    statuses.push((await get('/?b=1')).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
  });

  it('breaks connections and answers, until it is healed', async () => {
    vendor.fail({ match: /a/, times: Infinity, reset: true });
    vendor.fail({ match: /b/, truncate: 3 });
    await expect(get('/a')).rejects.toThrow('fetch failed');
    await expect((await get('/b')).text()).rejects.toThrow('terminated');
    vendor.heal();
    expect((await get('/a')).status).toBe(200);
  });

  it('may change an answer', async () => {
    vendor.fail({
      change: ({ body }) => ({ body: { ...Object(body), b: 1 } }),
    });
    expect(await (await get('/a')).json()).toEqual({ path: '/a', b: 1 });
  });

  it('has an address only while it runs', () => {
    expect(() => new Vendor().url).toThrow('not started');
  });
});

it('a bucket tells when it is full again', () => {
  let now = 100;
  const bucket = new FakeBucket(2, 60, () => now);
  expect(bucket.take()).toEqual({
    allowed: true,
    limit: 2,
    remaining: 1,
    resetMs: 60,
    resetAt: 160,
  });
  now = 130;
  expect(bucket.take()).toMatchObject({ remaining: 0, resetMs: 30 });
  expect(bucket.take()).toMatchObject({ allowed: false, resetAt: 160 });
  now = 160;
  expect(bucket.take()).toMatchObject({ allowed: true, remaining: 1 });
});

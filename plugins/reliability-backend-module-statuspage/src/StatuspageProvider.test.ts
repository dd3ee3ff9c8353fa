import { DAY_MS, HOUR_MS, NOW, started } from './__testUtils__/started';

describe('incidents of a page that is read with a key', () => {
  it(
    'are asked for once a second, and a 420 is waited for',
    started(false, async ({ fake, runtime, ids }) => {
      for (let index = 0; index < 250; index += 1) {
        fake.add({ createdAt: NOW - index * DAY_MS });
      }
      fake.fail({ status: 420, body: {} });
      expect(new Set(await ids()).size).toBe(250);
      const times = fake.requests.map(({ at }) => at);
      expect(times).toHaveLength(4);
      times.slice(1).forEach((at, index) => {
        expect(at - times[index]).toBeGreaterThanOrEqual(1000);
      });
      expect(runtime.now()).toBeGreaterThan(NOW);
    }),
  );

  it(
    'leave out what was announced',
    started(false, async ({ fake, provider, ids }) => {
      const works = [
        fake.add({ impact: 'maintenance', status: 'completed' }),
        fake.add({ impact: 'none', status: 'scheduled' }),
      ];
      const real = fake.add({});
      expect(await ids()).toEqual([real]);
      const { signal } = new AbortController();
      expect(await provider.readSome!(works, signal)).toEqual({
        incidents: [],
        gone: [],
      });
    }),
  );

  it(
    'are read again while they are young, and later when they say that they changed',
    started(false, async ({ fake, runtime, ids }) => {
      const young = fake.add({ createdAt: NOW - 29 * DAY_MS });
      const old = fake.add({ createdAt: NOW - 31 * DAY_MS });
      expect(await ids()).toEqual([young, old]);
      runtime.advance(HOUR_MS);
      expect(await ids()).toEqual([young]);
      const aLittleBefore = runtime.now() - 5 * 60_000;
      fake.change(old, { name: 'Better', updatedAt: aLittleBefore });
      expect(await ids()).toEqual([young, old]);
    }),
  );

  it(
    'that are behind a page are not lost when some before them are deleted meanwhile',
    started(false, async ({ fake, batches, ids }) => {
      const all = Array.from({ length: 150 }, (_, index) =>
        fake.add({ createdAt: NOW - index * HOUR_MS }),
      );
      await batches([], 1);
      for (const id of all.slice(0, 5)) fake.remove(id);
      expect(await ids()).toEqual(expect.arrayContaining(all.slice(100)));
    }),
  );

  it(
    'of the same moment as the last of a page are not called read',
    started(false, async ({ fake, batches }) => {
      for (let index = 0; index < 101; index += 1) fake.add({});
      const [{ backfilledTo }] = await batches();
      expect(backfilledTo).toBeGreaterThan(NOW);
    }),
  );

  it(
    'that began before history come only while they are open here',
    started(false, async ({ fake, ids }) => {
      const id = fake.add({ createdAt: NOW - 400 * DAY_MS, updatedAt: NOW });
      expect(await ids()).toEqual([]);
      expect(await ids([id])).toEqual([id]);
    }),
  );

  it(
    'that are open are asked for by themselves only when no page told them',
    started(false, async ({ fake, ids }) => {
      const old = fake.add({ createdAt: NOW - 100 * DAY_MS });
      const others = Array.from({ length: 100 }, (_, index) =>
        fake.add({ createdAt: NOW - (31 + index / 10) * DAY_MS }),
      );
      await ids();
      const before = fake.requests.length;
      expect(await ids([old, others[0]])).toEqual([others[0], old]);
      const paths = fake.requests.slice(before).map(({ path }) => path);
      expect(paths).toEqual([
        '/v1/pages/kctbh9vrtdwd/incidents',
        `/v1/pages/kctbh9vrtdwd/incidents/${old}`,
      ]);
    }),
  );

  it(
    'that cannot be understood do not keep back the others',
    started(false, async ({ fake, ids }) => {
      const good = fake.add({});
      fake.fail({
        change: reply => ({
          ...reply,
          body: [null, 42, { id: 'x' }, ...(reply.body as object[])],
        }),
      });
      expect(await ids()).toEqual([good]);
    }),
  );

  it.each([
    ['main:c1,c2', ['c1', 'c2']],
    ['c1', ['c1']],
    [' main : c1 , c1', ['c1']],
    ['other:c1', []],
    ['main:c1/../x,c2', ['c2']],
    ['', []],
  ])('are linked by the annotation "%s" to %j', async (text, wanted) => {
    await started(false, async ({ provider }) => {
      const subjects = provider.subjectsOf({
        'statuspage.io/components': text,
      });
      expect(subjects).toEqual(wanted.map(id => ({ kind: 'component', id })));
    })();
  });
});

describe('incidents of a page that is read as everybody can', () => {
  it(
    'need no key, and one call',
    started(true, async ({ fake, ids }) => {
      const id = fake.add({});
      fake.add({ createdAt: NOW - 400 * DAY_MS });
      expect(await ids()).toEqual([id]);
      expect(
        fake.requests.map(({ path, headers }) => [path, headers.authorization]),
      ).toEqual([['/api/v2/incidents.json', undefined]]);
    }),
  );

  it(
    'are the newest fifty',
    started(true, async ({ fake, ids }) => {
      for (let index = 0; index < 70; index += 1) {
        fake.add({ createdAt: NOW - index * HOUR_MS });
      }
      expect(await ids()).toHaveLength(50);
    }),
  );

  it(
    'are published with a postmortem that is an update there',
    started(true, async ({ fake, batches }) => {
      fake.add({
        status: 'postmortem',
        updates: [
          { status: 'resolved', at: NOW - HOUR_MS },
          { status: 'postmortem', at: NOW },
        ],
      });
      const [{ incidents }] = await batches();
      expect(incidents).toMatchObject([
        {
          status: 'resolved',
          postmortems: [{ status: 'published', publishedAt: NOW }],
        },
      ]);
    }),
  );

  it(
    'that are not told any more are gone where the page tells all it has',
    started(true, async ({ fake, batches }) => {
      const id = fake.add({});
      fake.add({});
      await batches();
      fake.remove(id);
      const gone = (await batches([id])).flatMap(batch => batch.gone);
      expect(gone).toEqual([id]);
    }),
  );

  it(
    'that go on behind fifty newer ones are still read, and others are not called gone',
    started(true, async ({ fake, batches }) => {
      const open = fake.add({ createdAt: NOW - 90 * DAY_MS });
      const over = fake.add({
        createdAt: NOW - 91 * DAY_MS,
        status: 'resolved',
      });
      for (let index = 0; index < 60; index += 1) {
        fake.add({ createdAt: NOW - index * HOUR_MS, status: 'resolved' });
      }
      const all = await batches([open, over]);
      const ids = all.flatMap(({ incidents }) =>
        incidents.map(({ externalId }) => externalId),
      );
      expect(ids).toContain(open);
      expect(ids).not.toContain(over);
      expect(all.flatMap(({ gone }) => gone)).toEqual([]);
    }),
  );

  it.each([
    ['some are asked for', true],
    ['all are read', false],
  ])('from an answer of another kind are an error when %s', (_, isSome) =>
    started(true, async ({ fake, provider, batches }) => {
      fake.fail({ times: Infinity, body: '{"incidents":{}}', status: 200 });
      const { signal } = new AbortController();
      const reading = isSome ? provider.readSome!(['a'], signal) : batches();
      await expect(reading).rejects.toMatchObject({ failure: 'bad-answer' });
    })(),
  );
});

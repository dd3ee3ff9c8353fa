import { DAY_MS, HOUR_MS } from './IncidentRig';
import {
  expectAll,
  fill,
  IncidentSuite,
  openSince,
  overSince,
} from './testing';

/** Tests of reading what changed. */
export function incidentChangeTests({ harness, test }: IncidentSuite): void {
  test('what changed since comes with the next read', ['read'], async rig => {
    fill(rig, 40);
    const open = rig.put(openSince(1));
    await rig.synced();
    rig.runtime.advance(HOUR_MS);
    const now = rig.runtime.now();
    rig.put(openSince(0, { title: 'New', declaredAt: now - 60_000 }));
    rig.change(open, { status: 'resolved', stamps: { resolved: now } });
    rig.runtime.advance(60_000);
    await rig.synced();
    expectAll(rig, harness);
  });

  test(
    'a process that dies amid many changes loses none',
    ['read'],
    async rig => {
      rig.put(overSince(3));
      await rig.synced();
      rig.runtime.advance(HOUR_MS);
      const now = rig.runtime.now();
      for (let index = 0; index < 250; index += 1) {
        const declaredAt = now - (40 * 60 - index) * 1000;
        rig.put(
          overSince(0, {
            title: `No. ${index}`,
            declaredAt,
            stamps: { resolved: declaredAt + 60_000 },
          }),
        );
      }
      rig.runtime.advance(60_000);
      await rig.sync({ most: 1 });
      rig.restart();
      await rig.synced();
      expectAll(rig, harness);
    },
  );

  test('what was open for months is seen to be over', ['read'], async rig => {
    const open = rig.put(openSince(200));
    fill(rig, 40);
    await rig.synced();
    rig.runtime.advance(20 * DAY_MS);
    rig.restart();
    const resolved = rig.runtime.now();
    rig.change(open, { status: 'resolved', stamps: { resolved } });
    await rig.synced();
    expectAll(rig, harness);
  });

  test(
    'what was over weeks ago and is edited comes with the next read',
    ['read', 'late-edits'],
    async rig => {
      const id = rig.put(overSince(60));
      rig.put(overSince(50));
      await rig.synced();
      rig.runtime.advance(HOUR_MS);
      rig.change(id, { title: 'Better words' });
      rig.runtime.advance(60_000);
      await rig.synced();
      expectAll(rig, harness);
    },
  );

  for (const minutes of [-2, 2]) {
    test(
      `a clock that is ${minutes} minutes ahead there loses nothing`,
      ['read'],
      async rig => {
        const there = () => rig.runtime.now() + minutes * 60_000;
        const put = (declaredAt: number) =>
          rig.put(
            overSince(0, {
              declaredAt,
              stamps: { resolved: declaredAt + 1000 },
              updatedAt: declaredAt + 1000,
            }),
          );
        put(there() - HOUR_MS);
        await rig.synced();
        for (let round = 0; round < 4; round += 1) {
          put(there() - 1000);
          rig.runtime.advance(60_000);
          await rig.synced();
        }
        rig.runtime.advance(10 * 60_000);
        await rig.synced();
        expectAll(rig, harness);
      },
      minutes * 60_000,
    );
  }

  test(
    'what was over and is open again comes with the next read',
    ['read', 'reopened'],
    async rig => {
      const id = rig.put(overSince(2));
      await rig.synced();
      rig.runtime.advance(HOUR_MS);
      const reopenedAt = [rig.runtime.now()];
      rig.change(id, { status: 'open', stamps: {}, reopenedAt });
      rig.runtime.advance(60_000);
      await rig.synced();
      expectAll(rig, harness);
      expect(rig.stored.get(id)?.reopenedAt).toEqual(reopenedAt);
    },
  );

  test(
    'what happens in the very moment of a read is not lost',
    ['read'],
    async rig => {
      rig.put(overSince(2));
      rig.put(openSince(0));
      await rig.synced();
      rig.put(openSince(0, { title: 'In the same millisecond' }));
      rig.runtime.advance(60_000);
      await rig.synced();
      expectAll(rig, harness);
    },
  );

  test(
    'what is deleted there is gone at the latest when it is asked for',
    ['read', 'gone'],
    async rig => {
      const id = rig.put(openSince(2));
      rig.put(openSince(3));
      await rig.synced();
      rig.remove(id);
      rig.runtime.advance(HOUR_MS);
      await rig.synced();
      if (rig.stored.has(id)) {
        const { signal } = new AbortController();
        rig.store(await rig.provider.readSome!([id], signal));
      }
      expectAll(rig, harness);
    },
  );

  test('some can be read again by their ids', ['read-some'], async rig => {
    const id = rig.put(openSince(2));
    const other = rig.put(openSince(3));
    const { signal } = new AbortController();
    const { incidents, gone } = await rig.provider.readSome!(
      [id, 'PNOSUCHONE'],
      signal,
    );
    expect(incidents.map(({ externalId }) => externalId)).toEqual([id]);
    expect(incidents[0]).toMatchObject({ title: rig.wanted.get(id)?.title });
    expect(gone).toEqual(['PNOSUCHONE']);
    expect(other).not.toBe(id);
  });

  test('reading none asks nothing', ['read-some'], async rig => {
    rig.put(openSince(2));
    const { signal } = new AbortController();
    expect(await rig.provider.readSome!([], signal)).toEqual({
      incidents: [],
      gone: [],
    });
    expect(rig.vendor.requests()).toBe(0);
  });

  test('an id that cannot be one is gone, alone', ['read-some'], async rig => {
    const id = rig.put(openSince(2));
    const odd = ['../users', 'a/b', '..', 'x?y=1#z', '%2e%2e', ' ', '%', ''];
    const { signal } = new AbortController();
    const { incidents, gone } = await rig.provider.readSome!(
      [...odd, id],
      signal,
    );
    expect(incidents.map(({ externalId }) => externalId)).toEqual([id]);
    expect([...gone].sort()).toEqual([...odd].sort());
  });
}

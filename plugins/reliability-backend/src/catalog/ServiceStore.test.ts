import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { manyNames, refOf } from '../__testUtils__/entities';
import { DAY, NOW } from '../__testUtils__/harness';
import { projection } from '../__testUtils__/stored';
import { ServiceStore } from './ServiceStore';
import { SweepStore } from './SweepStore';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('services on %s', id => {
  const store = new ServiceStore();
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  const save = (...names: string[]) =>
    store.save(
      knex,
      names.map(name => projection(name)),
      NOW,
    );

  it('looks a few services up instead of reading all', async () => {
    const asked: { sql: string; bindings: unknown[] }[] = [];
    knex.on('query', query => asked.push(query));
    await knex.transaction(tx => store.lock(tx, [refOf('pay')]));
    await store.briefs(knex, [refOf('pay')]);
    knex.removeAllListeners('query');
    const selects = asked.filter(({ sql }) => /^select/i.test(sql));
    expect(selects).toHaveLength(2);
    // What PostgreSQL does depends on its statistics.
    if (id !== 'SQLITE_3') return;
    for (const { sql, bindings } of selects) {
      const plan: { detail: string }[] = await knex.raw(
        `explain query plan ${sql}`,
        bindings as string[],
      );
      expect(plan.map(({ detail }) => detail).join('\n')).toContain(
        '(entity_ref=?)',
      );
    }
  });

  it('gives back what was saved', async () => {
    const full = projection('pay', {
      title: 'Pay “now”',
      owner: 'group:default/team-pay',
      system: 'system:default/checkout',
      domain: 'domain:default/sales',
      lifecycle: 'production',
      declaredTier: { value: 'tier-1', place: 'label tier', written: 'T1' },
      scorecards: ['reliability', 'security'],
    });
    const bare = projection('cart', {
      owner: undefined,
      system: undefined,
      domain: undefined,
      lifecycle: undefined,
      declaredTier: undefined,
      scorecards: [],
    });
    await store.save(knex, [full, bare], NOW);
    const stored = { problems: [], changedAt: NOW };
    expect(await store.get(knex, refOf('pay'))).toEqual({ ...full, ...stored });
    expect(await store.get(knex, refOf('cart'))).toEqual({
      ...bare,
      ...stored,
    });
    expect(await store.get(knex, refOf('nothing'))).toBeUndefined();
  });

  it('keeps what was first seen when it is written again', async () => {
    await save('pay');
    await store.save(knex, [projection('pay', { title: 'Pay' })], NOW + DAY);
    const rows = await knex('reliability_services').select('first_seen_at');
    expect(rows.map(row => new Date(row.first_seen_at).getTime())).toEqual([
      NOW,
    ]);
    expect(await store.get(knex, refOf('pay'))).toMatchObject({
      title: 'Pay',
      changedAt: NOW + DAY,
    });
  });

  it('knows the hashes of many at once, removed ones too', async () => {
    const names = manyNames(1200);
    await save(...names);
    await store.remove(knex, [refOf(names[7])], NOW);
    const known = await store.known(knex, [...names.map(refOf), refOf('x')]);
    expect(known.size).toBe(1200);
    expect(known.get(refOf(names[7]))).toEqual({
      hash: projection(names[7]).hash,
      misses: 0,
      removed: true,
    });
    expect(known.get(refOf(names[8]))).toMatchObject({ removed: false });
  });

  it('locks the current ones in the order of their references', async () => {
    await save('c', 'a', 'b', 'gone');
    await store.remove(knex, [refOf('gone')], NOW);
    const locked = await knex.transaction(tx =>
      store.lock(tx, ['c', 'gone', 'a', 'never'].map(refOf)),
    );
    expect(locked.map(({ entityRef }) => entityRef)).toEqual(
      ['a', 'c'].map(refOf),
    );
  });

  it('names those that were missed often enough, of those asked for', async () => {
    await save('a', 'b', 'c');
    expect(await store.miss(knex, [refOf('a'), refOf('b')], 2)).toEqual([]);
    await store.seen(knex, [refOf('b')]);
    expect(await store.miss(knex, [refOf('b'), refOf('c')], 2)).toEqual([]);
    expect(await store.miss(knex, [refOf('a'), refOf('b')], 2)).toEqual(
      ['a', 'b'].map(refOf),
    );
    expect(await store.miss(knex, [refOf('c')], 2)).toEqual([refOf('c')]);
    const known = await store.known(knex, ['a', 'b', 'c'].map(refOf));
    expect([...known.values()].map(({ misses }) => misses)).toEqual([2, 2, 2]);
  });

  it.each([
    [
      'counts no miss of nobody',
      async () => void (await store.miss(knex, [], 1)),
    ],
    ['sees nobody', async () => store.seen(knex, [])],
    ['removes nobody', async () => store.remove(knex, [], NOW)],
  ])('%s when it is given nobody', async (_, act) => {
    await save('a');
    await act();
    expect(await store.known(knex, [refOf('a')])).toEqual(
      new Map([
        [refOf('a'), { hash: projection('a').hash, misses: 0, removed: false }],
      ]),
    );
  });

  it('removes, remembers when, and takes back one that returns', async () => {
    await save('a', 'b');
    await store.miss(knex, [refOf('a')], 9);
    await store.remove(knex, [refOf('a')], NOW);
    await store.remove(knex, [refOf('a')], NOW + DAY);
    const [{ removed_at: removedAt }] = await knex(
      'reliability_services',
    ).where({ entity_ref: refOf('a') });
    expect(new Date(removedAt).getTime()).toBe(NOW);
    expect(await store.refs(knex)).toEqual([refOf('b')]);
    expect(await store.get(knex, refOf('a'))).toBeUndefined();
    await save('a');
    expect(await store.refs(knex)).toEqual([refOf('a'), refOf('b')]);
    expect(await store.known(knex, [refOf('a')])).toEqual(
      new Map([
        [refOf('a'), { hash: projection('a').hash, misses: 0, removed: false }],
      ]),
    );
  });

  describe('with data problems', () => {
    beforeEach(async () => {
      await save('a', 'b', 'c', 'd', 'e');
      await store.saveProblems(
        knex,
        new Map(
          ['a', 'b', 'c', 'e'].map(name => [refOf(name), [`${name} is odd`]]),
        ),
      );
      await store.remove(knex, [refOf('e')], NOW);
    });

    const namesOf = async (page: Parameters<ServiceStore['withProblems']>[1]) =>
      (await store.withProblems(knex, page)).items.map(({ title }) => title);

    it('lists current ones in pages, with the number of all', async () => {
      const first = await store.withProblems(knex, { limit: 2 });
      expect(first.total).toBe(3);
      expect(first.items.map(({ problems }) => problems)).toEqual([
        ['a is odd'],
        ['b is odd'],
      ]);
      expect(await namesOf({ limit: 2, after: refOf('b') })).toEqual(['c']);
    });

    it('lists only what the reader may see, in the total too', async () => {
      const visible = ['c', 'd'].map(refOf);
      expect(
        await store.withProblems(knex, { limit: 9, visible }),
      ).toMatchObject({ total: 1, items: [{ title: 'c' }] });
      expect(await store.withProblems(knex, { limit: 9, visible: [] })).toEqual(
        { total: 0, items: [] },
      );
    });

    it('forgets a problem that is solved', async () => {
      await store.saveProblems(knex, new Map([[refOf('b'), []]]));
      expect(await namesOf({ limit: 9 })).toEqual(['a', 'c']);
    });
  });
});

describe.each(databases.eachSupportedId())('sweeps on %s', id => {
  it('keep the last one of each source', async () => {
    const knex = await openTestDatabase(databases, id);
    const store = new SweepStore();
    expect(await store.last(knex, 'catalog')).toBeUndefined();
    const first = { completedAt: NOW, seen: 3, changed: 2 };
    const second = { completedAt: NOW + DAY, seen: 4, changed: 0 };
    await store.complete(knex, 'catalog', first);
    await store.complete(knex, 'slo', first);
    await store.complete(knex, 'catalog', second);
    expect(await store.last(knex, 'catalog')).toEqual(second);
    expect(await store.last(knex, 'slo')).toEqual(first);
  });
});

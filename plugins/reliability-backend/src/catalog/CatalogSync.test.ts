import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf, service, system, team } from '../__testUtils__/entities';
import { createHarness, DAY, Harness, MINUTE } from '../__testUtils__/harness';
import {
  namesOf,
  outcomesOf,
  storyOf,
  writesDuring,
} from '../__testUtils__/observe';
import { check, ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

const reliability = only(
  ladder({
    levels: [{ id: 'bronze', name: 'Bronze' }],
    checks: [
      check('owned', { pass: 'entity.ownerExists' }),
      check('domain', { pass: 'entity.domain == "domain:default/sales"' }),
    ],
  }),
);

describe.each(databases.eachSupportedId())('a sweep on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await createHarness({
      knex,
      reliability,
      entities: [team(), service('a'), service('b'), service('c')],
    });
  });

  const sweep = () => {
    harness.clock.advance(MINUTE);
    return harness.services.sync.sweep();
  };
  const lastSweep = () => harness.stores.sweeps.last(knex, 'catalog');

  it('brings the services of the catalog into the ranking', async () => {
    expect(await sweep()).toEqual({ seen: 3, changed: 3, removed: 0 });
    expect(await namesOf(harness)).toEqual(['a', 'b', 'c']);
    expect(await lastSweep()).toEqual({
      completedAt: harness.clock.now,
      seen: 3,
      changed: 3,
    });
  });

  it('of an empty catalog finds nothing in a new portal', async () => {
    harness.catalog.set();
    expect(await sweep()).toEqual({ seen: 0, changed: 0, removed: 0 });
    expect(await lastSweep()).toMatchObject({ seen: 0 });
  });

  it('of a catalog that fills up anew removes nothing and confirms nothing', async () => {
    await sweep();
    const before = await lastSweep();
    const all = [team(), service('a'), service('b'), service('c')];
    harness.catalog.set();
    for (let i = 0; i < 5; i++) {
      expect(await sweep()).toEqual({ seen: 0, changed: 0, removed: 0 });
    }
    expect(await namesOf(harness)).toEqual(['a', 'b', 'c']);
    expect(await lastSweep()).toEqual(before);
    expect(harness.logger.warn).toHaveBeenCalledTimes(5);
    harness.catalog.set(...all);
    expect(await sweep()).toEqual({ seen: 3, changed: 0, removed: 0 });
  });

  it('removes a service that three in a row did not see, and keeps its history', async () => {
    await sweep();
    harness.catalog.drop(refOf('b'));
    expect(await sweep()).toMatchObject({ removed: 0 });
    expect(await sweep()).toMatchObject({ removed: 0 });
    expect(await namesOf(harness)).toEqual(['a', 'b', 'c']);
    expect(await sweep()).toEqual({ seen: 2, changed: 0, removed: 1 });
    expect(await namesOf(harness)).toEqual(['a', 'c']);
    expect(await storyOf(harness, 'b')).toEqual(['first: nothing → none']);
    expect(await sweep()).toMatchObject({ removed: 0 });
  });

  it('counts misses anew once it saw the service', async () => {
    await sweep();
    for (let i = 0; i < 3; i++) {
      harness.catalog.drop(refOf('b'));
      await sweep();
      await sweep();
      harness.catalog.put(service('b'));
      expect(await sweep()).toEqual({ seen: 3, changed: 0, removed: 0 });
    }
    expect(await namesOf(harness)).toEqual(['a', 'b', 'c']);
  });

  it('takes a service back that returns, and goes on with its history', async () => {
    await sweep();
    harness.catalog.drop(refOf('b'));
    for (let i = 0; i < 3; i++) await sweep();
    harness.catalog.put(service('b'));
    expect(await sweep()).toEqual({ seen: 3, changed: 1, removed: 0 });
    expect(await namesOf(harness)).toEqual(['a', 'b', 'c']);
    expect(await storyOf(harness, 'b')).toEqual([
      'first: nothing → none',
      'first: nothing → none',
    ]);
  });

  it('writes nothing but itself when nothing changed', async () => {
    await sweep();
    expect(await writesDuring(knex, sweep)).toEqual(['sweeps']);
  });

  it('writes the services that changed, and no other', async () => {
    await sweep();
    const before = await harness.stores.services.get(knex, refOf('a'));
    harness.clock.advance(DAY);
    harness.catalog.put(
      service('b', { metadata: { title: 'New title' } }),
      service('d'),
    );
    expect(await sweep()).toEqual({ seen: 4, changed: 2, removed: 0 });
    const [a, b] = await Promise.all(
      ['a', 'b'].map(name => harness.stores.services.get(knex, refOf(name))),
    );
    expect(a).toEqual(before);
    expect(b).toMatchObject({
      title: 'New title',
      changedAt: harness.clock.now,
    });
  });

  it('notices an owner that appears later, and one that leaves', async () => {
    harness.catalog.drop('group:default/team-pay');
    await sweep();
    expect((await outcomesOf(harness, 'a')).owned).toBe('fail');
    harness.catalog.put(team());
    expect(await sweep()).toMatchObject({ changed: 3 });
    expect((await outcomesOf(harness, 'a')).owned).toBe('pass');
    harness.catalog.drop('group:default/team-pay');
    await sweep();
    expect((await outcomesOf(harness, 'a')).owned).toBe('fail');
  });

  it('finds the domain through the system, also when the system moves', async () => {
    harness.catalog.put(
      system('checkout', 'logistics'),
      service('a', { spec: { system: 'checkout' } }),
    );
    await sweep();
    expect((await outcomesOf(harness, 'a')).domain).toBe('fail');
    harness.catalog.put(system('checkout', 'sales'));
    expect(await sweep()).toMatchObject({ changed: 1 });
    expect((await outcomesOf(harness, 'a')).domain).toBe('pass');
  });

  it('that fails halfway keeps what it wrote, removes nothing and is not recorded', async () => {
    await sweep();
    const before = await lastSweep();
    harness.catalog.drop(refOf('c'));
    for (let i = 0; i < 4; i++) {
      harness.catalog.failAfter(1);
      harness.catalog.put(service('a', { metadata: { title: `A${i}` } }));
      await expect(sweep()).rejects.toThrow('The catalog broke off');
    }
    expect(await lastSweep()).toEqual(before);
    expect(await harness.stores.services.get(knex, refOf('a'))).toMatchObject({
      title: 'A3',
    });
    expect(await namesOf(harness)).toContain('c');
  });

  it('stops between two pages when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(harness.services.sync.sweep(stop.signal)).rejects.toThrow(
      'The sweep was stopped',
    );
    expect(await lastSweep()).toBeUndefined();
  });
});

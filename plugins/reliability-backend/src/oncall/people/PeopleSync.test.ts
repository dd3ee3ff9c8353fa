import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { createTestCatalog, TestCatalog } from '../../__testUtils__/catalog';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { entity, refOf } from '../../__testUtils__/entities';
import { HOUR, MINUTE, TestClock } from '../../__testUtils__/harness';
import { writesDuring } from '../../__testUtils__/observe';
import {
  putResponder,
  putRotation,
  TestResponder,
} from '../../__testUtils__/responders';
import { timeOf } from '../../database/sql';
import { createStores } from '../../database/stores';
import { PeopleSync } from './PeopleSync';

jest.setTimeout(60_000);

const databases = testDatabases();
const stores = createStores();

const user = (name: string, groups: string[] = [], profile = {}): Entity =>
  entity('User', name, {
    spec: { memberOf: groups, profile: { displayName: name, ...profile } },
  });
const group = (name: string, parent?: string): Entity =>
  entity('Group', name, {
    spec: { type: 'team', children: [], ...(parent && { parent }) },
  });

const refOfUser = (name: string) => `user:default/${name}`;

const manyUsers = (count: number) =>
  Array.from({ length: count }, (_, index) => user(`user-${index}`, ['pay']));

describe.each(databases.eachSupportedId())('a sweep of people on %s', id => {
  let knex: Knex;
  let catalog: TestCatalog;
  let clock: TestClock;
  let sync: PeopleSync;
  let reassessed: string[];
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    jest.clearAllMocks();
    clock = new TestClock();
    reassessed = [];
    catalog = createTestCatalog(
      [
        group('all'),
        group('pay', 'all'),
        user('ada', ['pay'], { email: 'ada@example.com' }),
        user('bob', ['pay']),
      ],
      () => true,
    );
    sync = new PeopleSync({
      knex,
      stores,
      reassessor: {
        reassess: async (_, refs) => {
          reassessed.push(...refs);
          return [];
        },
      },
      catalog: catalog.service,
      auth: mockServices.auth({ pluginId: 'reliability' }),
      logger,
      now: () => clock.now,
    });
  });

  const sweep = async (signal?: AbortSignal) => {
    clock.advance(MINUTE);
    reassessed = [];
    return sync.sweep(signal);
  };
  const person = async (name: string) =>
    (await stores.people.of(knex, [refOfUser(name)])).get(refOfUser(name));
  const matchOf = async (responder: string) =>
    (
      await knex('reliability_oncall_responders')
        .where({ id: responder })
        .first()
    ).entity_ref;
  /** Somebody who is on call for `pay` for another hour. */
  const onCall = async (responder: TestResponder) => {
    await putResponder(knex, responder);
    await putRotation(knex, {
      id: 'us:schedule:P1',
      services: ['pay'],
      shifts: [[responder.id, clock.now + HOUR]],
    });
  };

  it('brings in Users and Groups', async () => {
    expect(await sweep()).toEqual({ seen: 2, changed: 4, removed: 0 });
    expect(await person('ada')).toEqual({
      entityRef: refOfUser('ada'),
      name: 'ada',
      email: 'ada@example.com',
      groups: ['group:default/all', 'group:default/pay'],
    });
    const refs = ['group:default/pay'];
    expect((await stores.groups.of(knex, refs)).get(refs[0])).toMatchObject({
      parent: 'group:default/all',
    });
    expect(await stores.sweeps.last(knex, 'people')).toMatchObject({
      completedAt: clock.now,
      seen: 2,
    });
  });

  it('writes nothing but itself when nothing changed', async () => {
    await onCall({ id: 'us|U1', email: 'ada@example.com' });
    await sweep();
    expect(await writesDuring(knex, sweep)).toEqual(['sweeps']);
    expect(reassessed).toEqual([]);
  });

  it('asks the catalog for no more than it keeps', async () => {
    const asked = jest.spyOn(catalog.service, 'streamEntities');
    await sweep();
    for (const [request] of asked.mock.calls) {
      const fields = (request as { fields: string[] }).fields;
      expect(fields).not.toContain('spec');
      expect(fields).not.toContain('metadata');
    }
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('moves everybody of a group that moves', async () => {
    await sweep();
    catalog.put(group('pay', 'sales'), group('sales'));
    expect(await sweep()).toMatchObject({ changed: 4 });
    expect((await person('bob'))?.groups).toEqual([
      'group:default/pay',
      'group:default/sales',
    ]);
  });

  it('ends with groups that are above each other', async () => {
    catalog.put(group('all', 'pay'));
    await sweep();
    expect((await person('ada'))?.groups).toEqual([
      'group:default/all',
      'group:default/pay',
    ]);
  });

  it('notes who left once three in a row did not see them, and who is back', async () => {
    await sweep();
    catalog.drop(refOfUser('bob'));
    expect(await sweep()).toMatchObject({ removed: 0 });
    expect(await sweep()).toMatchObject({ removed: 0 });
    expect((await person('bob'))?.leftAt).toBeUndefined();
    expect(await sweep()).toMatchObject({ removed: 1 });
    expect(await person('bob')).toMatchObject({
      name: 'bob',
      leftAt: clock.now,
    });
    expect(await sweep()).toMatchObject({ removed: 0 });
    catalog.put(user('bob', ['pay']));
    expect(await sweep()).toMatchObject({ changed: 1 });
    expect((await person('bob'))?.leftAt).toBeUndefined();
  });

  it('counts misses anew once it saw somebody', async () => {
    await sweep();
    for (let round = 0; round < 3; round++) {
      catalog.drop(refOfUser('bob'));
      await sweep();
      await sweep();
      catalog.put(user('bob', ['pay']));
      expect(await sweep()).toMatchObject({ changed: 0, removed: 0 });
    }
    expect((await person('bob'))?.leftAt).toBeUndefined();
  });

  it('loses nobody while the catalog shows nobody at all', async () => {
    await sweep();
    catalog.set();
    for (let round = 0; round < 4; round++) {
      expect(await sweep()).toMatchObject({ removed: 0 });
    }
    expect((await person('ada'))?.leftAt).toBeUndefined();
    expect(await stores.groups.parents(knex)).toEqual(
      new Map([['group:default/pay', ['group:default/all']]]),
    );
    expect(logger.warn).toHaveBeenCalledTimes(8);
  });

  it('keeps the ancestors while the catalog fills up with Groups anew', async () => {
    await sweep();
    catalog.drop('group:default/pay');
    expect(await sweep()).toMatchObject({ changed: 0 });
    expect((await person('ada'))?.groups).toContain('group:default/all');
  });

  it('finds the User of somebody on call, and reassesses their services', async () => {
    await onCall({ id: 'us|U1', name: 'Ada', email: 'ada@example.com' });
    await sweep();
    expect(await matchOf('us|U1')).toBe(refOfUser('ada'));
    expect(reassessed).toEqual([refOf('pay')]);
  });

  it('finds nobody any more when a second one has the name', async () => {
    await onCall({ id: 'us|U1', name: 'Bob' });
    await sweep();
    expect(await matchOf('us|U1')).toBe(refOfUser('bob'));
    catalog.put(user('robert', [], { displayName: 'BOB' }));
    await sweep();
    expect(await matchOf('us|U1')).toBeNull();
    expect(reassessed).toEqual([refOf('pay')]);
  });

  it('believes only the configuration that calls somebody by a reference', async () => {
    await putResponder(knex, { id: 'static|user:default/ada', name: 'x' });
    await putResponder(knex, { id: 'us|default/ada', name: 'x' });
    await sweep();
    expect(await matchOf('static|user:default/ada')).toBe(refOfUser('ada'));
    expect(await matchOf('us|default/ada')).toBeNull();
  });

  it.each<[string, () => void]>([
    ['changes', () => catalog.put(user('ada', [], { email: 'x@example.com' }))],
    ['leaves', () => catalog.drop(refOfUser('ada'))],
  ])(
    'reassesses the services of somebody on call who %s',
    async (_, change) => {
      await onCall({ id: 'us|U1', user: refOfUser('ada'), name: 'ada' });
      await sweep();
      change();
      const seen = [];
      for (let round = 0; round < 3; round++) {
        await sweep();
        seen.push(...reassessed);
      }
      expect(seen).toEqual([refOf('pay')]);
      expect(await matchOf('us|U1')).toBe(refOfUser('ada'));
    },
  );

  it('has rotations read again that are made of people, when people changed', async () => {
    await putRotation(knex, { id: 'static:group:pay', services: [] });
    await putRotation(knex, { id: 'us:schedule:P1', services: [] });
    const dueOf = async () =>
      (await knex('reliability_oncall_rotations').orderBy('id')).map(row =>
        timeOf(row.next_due_at) <= clock.now ? `${row.account} is due` : 'not',
      );
    await sweep();
    expect(await dueOf()).toEqual(['static is due', 'not']);
    await knex('reliability_oncall_rotations').update({
      next_due_at: new Date(clock.now + HOUR),
    });
    await sweep();
    expect(await dueOf()).toEqual(['not', 'not']);
  });

  it('stops between two pages when it is told to', async () => {
    await expect(sweep(AbortSignal.abort())).rejects.toThrow('stopped');
    expect(await stores.sweeps.last(knex, 'people')).toBeUndefined();
  });

  it('takes 5,000 Users in pages', async () => {
    catalog.put(...manyUsers(5000));
    expect(await sweep()).toMatchObject({ seen: 5002 });
    expect(await sweep()).toMatchObject({ seen: 5002, changed: 0 });
    expect((await person('user-4999'))?.groups).toHaveLength(2);
  });
});

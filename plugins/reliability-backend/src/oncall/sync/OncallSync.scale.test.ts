import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  postgresOf,
  testDatabases,
} from '../../__testUtils__/databases';
import {
  FakeOncall,
  onCall,
  openPagerPortal,
  shift,
} from '../../__testUtils__/fakeOncall';
import { DAY, HOUR, MINUTE, NOW } from '../../__testUtils__/harness';

jest.setTimeout(120_000);

const databases = testDatabases();
const ACCOUNTS = ['one', 'two', 'three'];

/** Weeks in turns, from the last one on. */
const weeks = (first: number) =>
  Array.from({ length: 6 }, (_, week) =>
    shift(
      `p${(first + week) % 40}`,
      NOW + (week - 1) * 7 * DAY,
      NOW + week * 7 * DAY,
    ),
  );

describe.each(databases.eachSupportedId())('many rotations on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  const open = async (perAccount: number) => {
    const providers = ACCOUNTS.map(name => new FakeOncall(name));
    const names = Array.from({ length: perAccount }, (_, index) => `S${index}`);
    for (const provider of providers) {
      names.forEach((name, index) =>
        provider.rotations.set(name, { shifts: weeks(index) }),
      );
    }
    const harness = await openPagerPortal({
      knex,
      providers,
      entities: providers.flatMap(({ account }) =>
        names.map(name =>
          onCall(
            `${account}-${name}`.toLowerCase(),
            `${account}:schedule:${name}`,
          ),
        ),
      ),
    });
    await harness.services.sync.sweep();
    return { harness, providers };
  };

  it('2,000 of three accounts are read, each with one question, and kept as they come', async () => {
    const { harness, providers } = await open(667);
    let most = 0;
    let given = 0;
    providers.forEach(provider => {
      provider.before = async () => {
        given += 1;
        const kept = await knex('reliability_oncall_rotations')
          .whereNotNull('fetched_at')
          .count({ n: '*' });
        most = Math.max(most, given - Number(kept[0].n));
      };
    });
    for (const { account } of providers) {
      expect(await harness.services.oncallSync.syncDue(account)).toEqual({
        read: 667,
        failed: 0,
      });
    }
    expect(providers.map(({ asked }) => asked.length)).toEqual([1, 1, 1]);
    // So many wait in memory to be written, and no more.
    expect(most).toBe(25);
    const [{ n }] = await knex('reliability_oncall_shifts').count({ n: '*' });
    expect(Number(n)).toBe(3 * 667 * 6);
  });

  it('an account that hangs holds up no other', async () => {
    const { harness, providers } = await open(5);
    const stop = new AbortController();
    providers[0].before = () => new Promise(() => {});
    const hanging = harness.services.oncallSync.syncDue('one', stop.signal);
    expect(await harness.services.oncallSync.syncDue('two')).toEqual({
      read: 5,
      failed: 0,
    });
    stop.abort();
    expect(await hanging).toEqual({ read: 0, failed: 0 });
  });
});

const onPostgres = postgresOf(databases);

if (onPostgres.length > 0) {
  describe.each(onPostgres)('two replicas on %s', id => {
    it('that read a rotation at the same time keep it once, and the older answer goes', async () => {
      const knex = await openTestDatabase(databases, id);
      await emptyDatabase(knex);
      const main = new FakeOncall();
      main.rotations.set('P1', { shifts: [shift('old', null, null)] });
      const harness = await openPagerPortal({ knex, providers: [main] });
      await harness.services.sync.sweep();
      const second = await harness.restart();
      let answer = () => {};
      main.before = () =>
        new Promise(resolve => {
          answer = resolve;
        });
      const first = harness.services.oncallSync.syncDue('main');
      while (main.asked.length < 1) await new Promise(setImmediate);
      harness.clock.advance(MINUTE);
      const old = answer;
      main.before = () => {};
      main.rotations.set('P1', { shifts: [shift('new', null, null)] });
      await second.services.oncallSync.syncDue('main');
      main.rotations.set('P1', { shifts: [shift('old', null, null)] });
      old();
      await first;
      const known = await harness.stores.oncallRotations.of(
        knex,
        ['main:schedule:P1'],
        { from: NOW - HOUR, to: NOW + HOUR },
      );
      const { reading } = known.get('main:schedule:P1')!;
      expect(reading!.shifts.map(({ person }) => person?.name)).toEqual([
        'new',
      ]);
    });

    it('that read rotations of one service at the same time do not deadlock', async () => {
      const knex = await openTestDatabase(databases, id);
      await emptyDatabase(knex);
      const providers = [new FakeOncall('one'), new FakeOncall('two')];
      const ids = Array.from({ length: 20 }, (_, index) => `S${index}`);
      providers.forEach(provider =>
        ids.forEach(name => provider.rotations.set(name, { shifts: weeks(0) })),
      );
      const all = providers.flatMap(({ account }) =>
        ids.map(name => `${account}:schedule:${name}`),
      );
      const harness = await openPagerPortal({
        knex,
        providers,
        entities: [onCall('pay', all.join()), onCall('cart', all.join())],
      });
      await harness.services.sync.sweep();
      const results = await Promise.all([
        harness.services.oncallSync.syncDue('one'),
        harness.services.oncallSync.syncDue('two'),
        harness.services.sync.sweep(),
        harness.services.peopleSync.sweep(),
      ]);
      expect(results.slice(0, 2)).toEqual([
        { read: 20, failed: 0 },
        { read: 20, failed: 0 },
      ]);
    });
  });
}

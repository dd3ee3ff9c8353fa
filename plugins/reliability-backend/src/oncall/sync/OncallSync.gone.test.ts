import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import {
  FakeOncall,
  levelOf,
  onCall,
  openPagerPortal,
  shift,
} from '../../__testUtils__/fakeOncall';
import { Harness, MINUTE, NOW } from '../../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = testDatabases();
const P1 = 'main:schedule:P1';
const THERE = { shifts: [shift('ada', null, null)] };

describe.each(databases.eachSupportedId())('a rotation on %s', id => {
  let knex: Knex;
  let main: FakeOncall;
  let harness: Harness;

  const sync = () => harness.services.oncallSync.syncDue('main');

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    main = new FakeOncall();
    main.rotations.set('P1', THERE);
    harness = await openPagerPortal({
      knex,
      providers: [main],
      entities: [onCall('pay', P1)],
    });
    await harness.services.sync.sweep();
    await sync();
  });

  const rotation = async () =>
    (await harness.stores.oncallRotations.of(knex, [P1])).get(P1)!;

  it('that is gone stays so while its account fails, and counts as soon as it is back', async () => {
    main.rotations.delete('P1');
    harness.clock.advance(5 * MINUTE);
    await sync();
    expect(await levelOf(harness)).toBe('bronze');
    main.fail();
    harness.clock.advance(5 * MINUTE);
    await sync();
    expect(await rotation()).toMatchObject({
      failure: 'not-found',
      error: 'There is no schedule P1',
      failures: 2,
    });
    main.failure = undefined;
    main.rotations.set('P1', THERE);
    harness.clock.advance(10 * MINUTE);
    await sync();
    expect(await rotation()).toMatchObject({ failures: 0 });
    expect(await levelOf(harness)).toBe('silver');
  });

  it('that is gone is no answer of an account that has no other', async () => {
    const account = async () => harness.stores.oncallAccounts.get(knex, 'main');
    main.rotations.delete('P1');
    harness.clock.advance(5 * MINUTE);
    await sync();
    expect(await account()).toMatchObject({
      lastSuccessAt: NOW,
      lastTryAt: NOW + 5 * MINUTE,
    });
    main.rotations.set('P1', THERE);
    harness.clock.advance(10 * MINUTE);
    await sync();
    expect(await account()).toMatchObject({ lastSuccessAt: NOW + 15 * MINUTE });
  });

  it('that is gone together with all others of its account keeps its last good data for a day', async () => {
    for (const name of ['P2', 'P3']) main.rotations.set(name, THERE);
    harness.catalog.put(
      onCall('pay', `${P1},main:schedule:P2,main:schedule:P3`),
    );
    await harness.services.sync.sweep();
    harness.clock.advance(5 * MINUTE);
    await sync();
    main.rotations.clear();
    for (let hour = 0; hour < 23; hour += 1) {
      harness.clock.advance(60 * MINUTE);
      await sync();
    }
    expect(await rotation()).toMatchObject({
      fetchedAt: NOW + 5 * MINUTE,
      failure: 'bad-answer',
      error: expect.stringContaining('says of all 3 rotations'),
    });
    harness.clock.advance(120 * MINUTE);
    await sync();
    expect(await rotation()).toMatchObject({ failure: 'not-found' });
  });

  it('that cannot be kept is told to the log without what was to be kept: names are in it', async () => {
    const broken = Object.assign(
      new Error("insert into people values ('ada@example.com') - broken"),
      { code: 'SQLITE_FULL' },
    );
    jest
      .spyOn(harness.stores.oncallResponders, 'save')
      .mockRejectedValue(broken);
    harness.clock.advance(5 * MINUTE);
    await sync();
    const logged = JSON.stringify(
      harness.logger.error.mock.calls.map(call =>
        call.map(part => (part instanceof Error ? part.message : part)),
      ),
    );
    expect(logged).toContain(P1);
    expect(logged).toContain('SQLITE_FULL');
    expect(logged).not.toContain('ada@example.com');
  });

  it.each<[string, () => void]>([
    ['is not found', () => main.rotations.delete('P1')],
    ['is not answered by its account', () => main.fail('unreachable')],
  ])(
    'that %s by a read which began before it was found is there',
    async (_, go) => {
      harness.clock.advance(5 * MINUTE);
      const due = await harness.stores.oncallRotations.reads(knex, [P1]);
      const { oncallSync } = harness.services;
      const answers: (() => void)[] = [];
      main.before = () =>
        new Promise(resolve => {
          answers.push(resolve);
        });
      const read = main.read.bind(main);
      const failed = () => main.failure?.error;
      main.read = async function* readSlowly(refs, options) {
        for await (const item of read(refs, options)) {
          if (failed()) throw failed();
          yield item;
        }
      };
      const first = oncallSync.read('main', [...due.values()]);
      while (answers.length < 1) await new Promise(setImmediate);
      main.before = () => {};
      harness.clock.advance(MINUTE);
      await sync();
      go();
      answers[0]();
      await first;
      const { fetchedAt, failure, failures } = await rotation();
      expect({ fetchedAt, failure, failures }).toEqual({
        fetchedAt: NOW + 6 * MINUTE,
        failure: undefined,
        failures: 0,
      });
    },
  );
});

import { ProviderError } from '@plimsoll/backstage-plugin-reliability-node';
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
  person,
  shift,
  user,
} from '../../__testUtils__/fakeOncall';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = testDatabases();
const P1 = 'main:schedule:P1';
const P2 = 'main:schedule:P2';

describe.each(databases.eachSupportedId())('rotations are read on %s', id => {
  let knex: Knex;
  let main: FakeOncall;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    main = new FakeOncall();
    main.rotations.set('P1', { shifts: [shift('ada', null, null)] });
    main.rotations.set('P2', { shifts: [shift('bob', null, null)] });
  });

  const open = async (annotation = `${P1}, ${P2}`) => {
    harness = await openPagerPortal({
      knex,
      providers: [main],
      entities: [onCall('pay', annotation), user('ada')],
    });
    await harness.services.peopleSync.sweep();
    await harness.services.sync.sweep();
  };
  const sync = (signal?: AbortSignal) =>
    harness.services.oncallSync.syncDue('main', signal);
  const rotation = async (of = P1) =>
    (await harness.stores.oncallRotations.of(knex, [of])).get(of)!;
  const account = () => harness.stores.oncallAccounts.get(knex, 'main');

  it('with all that are due in one question, for a day back and the time ahead', async () => {
    await open();
    expect(await sync()).toEqual({ read: 2, failed: 0 });
    expect(main.asked).toEqual([
      {
        ids: ['P1', 'P2'],
        window: { from: NOW - DAY, to: NOW + 30 * DAY },
      },
    ]);
    expect(await rotation()).toMatchObject({
      title: 'Schedule P1',
      fetchedAt: NOW,
      failures: 0,
      nextDueAt: NOW + 5 * MINUTE,
      reading: {
        shifts: [{ start: null, end: null, person: { name: 'ada' } }],
      },
    });
    expect(await account()).toMatchObject({ lastSuccessAt: NOW, failures: 0 });
  });

  it('when they are due, and no sooner', async () => {
    await open();
    await sync();
    harness.clock.advance(4 * MINUTE);
    await sync();
    expect(main.asked).toHaveLength(1);
    harness.clock.advance(MINUTE);
    await sync();
    expect(main.asked).toHaveLength(2);
  });

  it('and people are matched to users of the catalog by e-mail', async () => {
    await open();
    main.rotations.set('P1', {
      shifts: [
        shift('x', null, null, {
          person: person('ada', { id: 'U1', name: 'A. L.' }),
        }),
        shift('bob', null, null),
      ],
    });
    await sync();
    const { reading } = await rotation();
    expect(
      reading!.shifts.map(({ person: who }) => who?.entityRef).sort(),
    ).toEqual(['user:default/ada', undefined]);
  });

  it.each<[string, Error, string, string]>([
    [
      'that is not there',
      new ProviderError('not-found', 'There is no schedule'),
      'not-found',
      'There is no schedule',
    ],
    [
      'that may not be read',
      new ProviderError('forbidden', 'May not'),
      'forbidden',
      'May not',
    ],
    [
      'over which the module breaks, without its words',
      new Error('GET https://x/?token=secret'),
      'bad-answer',
      'The module that reads the account "main" broke; the log of the backend says where',
    ],
  ])(
    'and one %s fails alone and is tried later and later',
    async (_, error, failure, message) => {
      await open();
      await sync();
      main.rotations.set('P1', error);
      const waits: number[] = [];
      for (let tries = 0; tries < 6; tries++) {
        harness.clock.now = (await rotation()).nextDueAt;
        await sync();
        waits.push((await rotation()).nextDueAt - harness.clock.now);
      }
      expect(waits.map(ms => ms / MINUTE)).toEqual([5, 10, 20, 40, 60, 60]);
      expect(await rotation()).toMatchObject({
        failure,
        error: message,
        fetchedAt: NOW,
        reading: { shifts: [{ person: { name: 'ada' } }] },
      });
      expect(await rotation(P2)).toMatchObject({ failures: 0 });
      expect((await account())?.error).toBeUndefined();
    },
  );

  it('and an account that fails halfway keeps what was known and is left alone for a while', async () => {
    await open();
    await sync();
    harness.clock.advance(5 * MINUTE);
    main.fail('rate-limited', { after: 1, retryAfterMs: 20 * MINUTE });
    expect(await sync()).toEqual({ read: 1, failed: 1 });
    expect(await rotation()).toMatchObject({ fetchedAt: NOW + 5 * MINUTE });
    expect(await rotation(P2)).toMatchObject({
      fetchedAt: NOW,
      failure: 'rate-limited',
      error: 'The account "main" is down',
    });
    expect(await account()).toMatchObject({
      error: 'The account "main" is down',
      nextDueAt: NOW + 25 * MINUTE,
    });
    main.failure = undefined;
    harness.clock.advance(19 * MINUTE);
    await sync();
    expect(main.asked).toHaveLength(2);
    harness.clock.advance(MINUTE);
    expect(await sync()).toEqual({ read: 2, failed: 0 });
    expect(await account()).toMatchObject({ failures: 0, error: undefined });
  });

  it('and a module that breaks tells nobody its words, which may hold a token', async () => {
    await open();
    main.failure = { error: new Error('token=secret'), after: 0 };
    await sync();
    const kept = JSON.stringify([await rotation(), await account()]);
    const logged = JSON.stringify([
      harness.logger.error.mock.calls,
      harness.logger.warn.mock.calls,
      harness.logger.info.mock.calls,
    ]);
    expect(kept + logged).not.toContain('secret');
    expect(logged).toContain('OncallSync.test');
  });

  it('and one that never answers is given up, and holds nobody up', async () => {
    await open();
    main.before = () => new Promise(() => {});
    const stop = new AbortController();
    const run = sync(stop.signal);
    stop.abort();
    expect(await run).toEqual({ read: 0, failed: 0 });
    expect(await rotation()).toMatchObject({ failures: 0 });
  });

  it('and one that cannot be kept takes no other with it', async () => {
    await open();
    const replace = harness.stores.oncallShifts.replace.bind(
      harness.stores.oncallShifts,
    );
    jest
      .spyOn(harness.stores.oncallShifts, 'replace')
      .mockImplementation((tx, of, ...rest) =>
        of === P1
          ? Promise.reject(new Error('broken'))
          : replace(tx, of, ...rest),
      );
    expect(await sync()).toEqual({ read: 1, failed: 1 });
    expect(await rotation()).toMatchObject({
      failure: 'bad-answer',
      fetchedAt: undefined,
    });
    expect(await rotation(P2)).toMatchObject({ fetchedAt: NOW });
  });

  it('and one about which nothing is said has failed', async () => {
    await open();
    main.read = async function* read() {};
    await sync();
    expect(await rotation()).toMatchObject({
      failure: 'bad-answer',
      error: 'The account "main" said nothing about this rotation',
    });
  });

  it.each<[string, Parameters<typeof shift>[]]>([
    ['ends before it begins', [['ada', NOW, NOW - HOUR]]],
    ['begins at no time', [['ada', NaN, NOW]]],
  ])('without a shift that %s', async (_, shifts) => {
    await open(P1);
    main.rotations.set('P1', {
      shifts: shifts.map(parts => shift(...parts)),
      title: 'Zero\u0000',
      url: 'data:text/html,x',
    });
    expect(await sync()).toEqual({ read: 1, failed: 0 });
    const { title, reading } = await rotation();
    expect({ title, url: reading!.url, shifts: reading!.shifts }).toEqual({
      title: 'Zero',
      url: undefined,
      shifts: [],
    });
  });

  describe('and services are assessed', () => {
    it('once there is something to know, and when a gap comes up: it turns the level', async () => {
      await open(P1);
      expect(await levelOf(harness)).toBe('bronze');
      await sync();
      expect(await levelOf(harness)).toBe('silver');
      harness.clock.advance(5 * MINUTE);
      main.rotations.set('P1', {
        shifts: [shift('ada', null, NOW + 2 * DAY)],
      });
      await sync();
      expect(await levelOf(harness)).toBe('bronze');
      const known = await harness.stores.oncallServices.of(knex, [
        'component:default/pay',
      ]);
      expect(known.get('component:default/pay')).toMatchObject({
        words: 'schedule p1',
        nextGap: { from: NOW + 2 * DAY, level: null },
      });
    });

    it('when a rotation goes away at its provider', async () => {
      await open(P1);
      await sync();
      main.rotations.delete('P1');
      harness.clock.advance(5 * MINUTE);
      await sync();
      expect(await levelOf(harness)).toBe('bronze');
    });

    it('when the last answer has become too old, and when there is a new one', async () => {
      await open(P1);
      await sync();
      main.fail();
      harness.clock.advance(61 * MINUTE);
      await sync();
      await harness.services.tasks.reassessDue();
      expect(await levelOf(harness)).toBe('bronze');
      main.failure = undefined;
      harness.clock.advance(5 * MINUTE);
      await sync();
      expect(await levelOf(harness)).toBe('silver');
    });

    it('not when nothing new was said', async () => {
      await open(P1);
      await sync();
      const assess = jest.spyOn(harness.services.reassessor, 'reassess');
      harness.clock.advance(5 * MINUTE);
      await sync();
      expect(main.asked).toHaveLength(2);
      expect(assess).not.toHaveBeenCalled();
    });
  });
});

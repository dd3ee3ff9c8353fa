import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import {
  FakeIncidents,
  openIncidentPortal,
  reported,
  resolvedAt,
  serviceOf,
} from '../../__testUtils__/fakeIncidents';
import { levelOf } from '../../__testUtils__/fakeOncall';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('an account on %s', id => {
  let knex: Knex;
  let main: FakeIncidents;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  const open = async (providers = [main]) => {
    harness = await openIncidentPortal({ knex, providers });
  };

  beforeEach(async () => {
    await emptyDatabase(knex);
    main = new FakeIncidents();
    await open();
  });

  const sync = () => harness.services.incidentSync.syncDue('main');
  const account = () =>
    harness.stores.incidentAccounts.get(knex, 'main', 'fake');
  const ids = () =>
    knex('reliability_incidents').orderBy('id').pluck('external_id');
  const fill = (count: number) =>
    main.put(
      ...Array.from({ length: count }, (_, index) =>
        reported(`I${String(index).padStart(5, '0')}`, resolvedAt(NOW - DAY)),
      ),
    );

  it('is read as far back as wanted, and its services are known then', async () => {
    expect(await levelOf(harness)).toBe('bronze');
    expect(await sync()).toEqual({ read: 0, failed: false });
    expect(main.reads[0]).toMatchObject({
      cursor: null,
      since: NOW - 365 * DAY,
      open: [],
    });
    expect(await levelOf(harness)).toBe('silver');
    expect(await account()).toMatchObject({
      backfillDone: true,
      successAt: NOW,
      failures: 0,
      nextDueAt: NOW + 2 * MINUTE,
    });
  });

  it('is read again when it is time to, from where it was and with what is open', async () => {
    main.put(reported('I1'), reported('I2', resolvedAt(NOW)));
    await sync();
    harness.clock.advance(MINUTE);
    await sync();
    expect(main.reads).toHaveLength(1);
    harness.clock.advance(MINUTE);
    main.put(reported('I1', resolvedAt(NOW)));
    expect(await sync()).toEqual({ read: 1, failed: false });
    expect(main.reads[1]).toMatchObject({ cursor: '2', open: ['I1'] });
  });

  it('that fails in the middle of its history goes on where it was', async () => {
    fill(25);
    main.pageSize = 10;
    main.before = batch => {
      if (batch === 1) main.fail(5 * MINUTE);
    };
    expect(await sync()).toEqual({ read: 10, failed: true });
    expect(await account()).toMatchObject({
      cursor: '10',
      backfillDone: false,
      error: 'The account "main" is down',
      failures: 1,
      nextDueAt: NOW + 5 * MINUTE,
    });
    main.failure = undefined;
    main.before = () => {};
    harness.clock.advance(5 * MINUTE);
    expect(await sync()).toEqual({ read: 15, failed: false });
    expect(await ids()).toHaveLength(25);
    expect(main.reads[1].cursor).toBe('10');
  });

  it('that fails again is asked less and less often, and what is known of it stays', async () => {
    main.put(reported('I1'));
    await sync();
    main.fail();
    const waits: number[] = [];
    for (let failure = 0; failure < 7; failure += 1) {
      harness.clock.now = (await account()).nextDueAt!;
      await sync();
      waits.push(((await account()).nextDueAt! - harness.clock.now) / MINUTE);
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60]);
    expect(await ids()).toEqual(['I1']);
    expect(await account()).toMatchObject({ cursor: '1', successAt: NOW });
  });

  it('that is of another type now begins anew', async () => {
    main.put(reported('I1'));
    await sync();
    await open([new FakeIncidents('main', 'other')]);
    const other = await harness.stores.incidentAccounts.get(
      knex,
      'main',
      'other',
    );
    expect(other.cursor).toBeUndefined();
  });

  it('whose run is stopped says nothing of itself, and goes on in the next', async () => {
    fill(20);
    main.pageSize = 10;
    const stop = new AbortController();
    main.before = batch => {
      if (batch === 1) stop.abort();
    };
    await harness.services.incidentSync.syncDue('main', stop.signal);
    expect(await account()).toMatchObject({ cursor: '10', failures: 0 });
    await sync();
    expect(await ids()).toHaveLength(20);
  });

  it('tells of an incident that is gone', async () => {
    main.put(reported('I1'));
    await sync();
    main.delete('I1');
    harness.clock.advance(2 * MINUTE);
    await sync();
    const [row] = await knex('reliability_incidents');
    expect(row.removed_at).not.toBeNull();
  });

  it('has one incident that cannot be kept without losing the others', async () => {
    main.put(
      reported('I1'),
      reported('I2', { updatedAt: Number.NaN }),
      reported('I3'),
    );
    await sync();
    expect(await ids()).toEqual(['I1', 'I3']);
    expect(await account()).toMatchObject({
      cursor: '3',
      failures: 0,
      error: '1 incidents could not be kept; the log of the backend says which',
    });
    expect(String(harness.logger.error.mock.calls)).toContain('I2');
  });

  it('loses nothing when the database is away', async () => {
    fill(3);
    const { incidents } = harness.stores;
    const away = jest
      .spyOn(incidents, 'save')
      .mockRejectedValue(new Error('away'));
    await expect(sync()).rejects.toThrow('away');
    expect((await account()).cursor).toBeUndefined();
    away.mockRestore();
    await sync();
    expect(await ids()).toHaveLength(3);
  });

  it('whose module breaks is told of without what it says', async () => {
    main.failure = new Error('token=SECRET');
    await sync();
    expect((await account()).error).toContain('broke');
    expect(
      JSON.stringify([await account(), harness.logger.error.mock.calls]),
    ).not.toContain('SECRET');
  });

  it('with 10,000 incidents is stored in batches, as they come', async () => {
    fill(10_000);
    const given: number[] = [];
    main.before = async batch => {
      const [{ n }] = await knex('reliability_incidents').count({ n: '*' });
      given.push(batch * 500 - Number(n));
    };
    expect(await sync()).toEqual({ read: 10_000, failed: false });
    expect(await ids()).toHaveLength(10_000);
    // Nothing waits in memory when the next is asked for.
    expect(new Set(given)).toEqual(new Set([0]));
  });

  it('that cannot be asked is left alone', async () => {
    const pushed = { ...new FakeIncidents(), read: undefined, kinds: [] };
    harness = await openIncidentPortal({
      knex,
      providers: [{ ...pushed, subjectsOf: () => [], type: 'fake' }],
      entities: [serviceOf('pay', null)],
    });
    expect(harness.services.incidentSync.accounts).toEqual([]);
    expect(await sync()).toEqual({ read: 0, failed: false });
  });

  it('repeats what is given, oldest or newest first', async () => {
    const at = (hours: number) =>
      resolvedAt(NOW - hours * HOUR, { dedupeKey: 'disk' });
    main.put(reported('new', at(2)), reported('old', at(50)));
    await sync();
    const rows = await knex('reliability_incidents').orderBy('id');
    expect(rows.map(row => [row.external_id, row.repeat_of])).toEqual([
      ['new', 'main:old'],
      ['old', null],
    ]);
  });
});

import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { DAY, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import { openSloPortal, sloDocument, SloPortal } from '../__testUtils__/slo';

jest.setTimeout(60_000);

const databases = testDatabases();
const availability = 'component~default~pay~availability';
const midnight = Date.parse('2026-11-20T00:00:00Z');

describe.each(databases.eachSupportedId())('daily history on %s', id => {
  let knex: Knex;
  let portal: SloPortal;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    portal = await openSloPortal({ knex });
    portal.files.files.set(
      'slo.yaml',
      sloDocument('availability', { window: '7d' }),
    );
    // An hour of outage the day before yesterday.
    portal.source.traffic.set('total', [
      { from: NOW - 90 * DAY, to: NOW + 90 * DAY, perMinute: 10, bad: 0.001 },
      {
        from: midnight - 2 * DAY,
        to: midnight - 2 * DAY + HOUR,
        perMinute: 10,
        bad: 1,
      },
    ]);
  });

  const work = (signal?: AbortSignal) =>
    portal.services.slo.sloHistory.workDue('main', signal);
  const rows = async () => {
    const [loaded] = await portal.stores.slos.get(knex, [availability]);
    return portal.stores.sloDays.of(knex, loaded, '1', {
      from: '2000-01-01',
      to: '2100-01-01',
    });
  };
  const begin = async () => {
    await portal.readAll();
    await work();
  };

  it('is written back over the window and its companion when an SLO appears, but not for the day that goes on', async () => {
    await begin();
    const days = await rows();
    expect(days.map(({ day }) => day)).toEqual([
      '2026-11-13',
      '2026-11-14',
      '2026-11-15',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
    ]);
    const outage = days[5];
    expect(outage.total).toBeCloseTo(1440 * 10 + 600, 6);
    expect(outage.bad).toBeCloseTo(14.4 + 600, 6);
    expect(outage).toMatchObject({
      coverage: 1,
      corrected: false,
      warnings: [],
      evaluatedAt: NOW,
    });
  });

  it('says what was left of the whole window at the end of each day, which no sum of days gives', async () => {
    await begin();
    const days = await rows();
    const left = 1 - (14.4 * 7 + 600) / (144 * 7 + 6);
    expect(days[5].remaining).toBeCloseTo(left, 9);
    expect(days[4].remaining).toBeCloseTo(0.9, 9);
  });

  it('is not computed again, but for the last two days once a day', async () => {
    await begin();
    const asked = () =>
      portal.source.asked
        .splice(0)
        .flatMap(({ windows }) => windows.map(({ key }) => key))
        .filter(key => key.startsWith('day@'));
    asked();
    portal.clock.advance(HOUR);
    await work();
    expect(asked()).toEqual([]);
    portal.clock.now = midnight + DAY + HOUR;
    await work();
    expect(asked()).toEqual(['day@2026-11-20', 'day@2026-11-19']);
    portal.clock.advance(HOUR);
    await work();
    expect(asked()).toEqual([]);
  });

  it('an answer in part is never written; the day stays open until there is a whole one', async () => {
    portal.source.warnings = ['a store did not answer'];
    await begin();
    expect(await rows()).toEqual([]);
    portal.source.warnings = [];
    await work();
    expect(await rows()).toEqual([]);
    portal.clock.advance(15 * MINUTE);
    await work();
    expect(await rows()).toHaveLength(7);
  });

  it('a whole answer with something odd in it is written', async () => {
    portal.source.notes = ['a value was no number'];
    await begin();
    const days = await rows();
    expect(days).toHaveLength(7);
    expect(
      days.map(({ total, warnings }) => [total === null, warnings]),
    ).toEqual(
      days.map(({ total }) =>
        total === null ? [true, ['a value was no number']] : [false, []],
      ),
    );
  });

  it('a source that fails leaves what is there, and is asked again later', async () => {
    await begin();
    const before = await rows();
    portal.source.fail();
    portal.clock.now = midnight + DAY + HOUR;
    await work();
    expect(await rows()).toEqual(before);
    portal.source.failures.clear();
    portal.clock.advance(15 * MINUTE);
    await work();
    expect((await rows()).map(({ day }) => day)).toContain('2026-11-20');
  });

  it('days without data are rows that say so', async () => {
    portal.source.traffic.clear();
    await begin();
    const days = await rows();
    expect(days).toHaveLength(7);
    expect(days[0]).toMatchObject({ bad: null, total: null, remaining: null });
  });

  it('a correction computes its days again, and those whose window holds them', async () => {
    await begin();
    const [loaded] = await portal.stores.slos.get(knex, [availability]);
    const range = {
      from: midnight - 2 * DAY,
      to: midnight - 2 * DAY + HOUR,
    };
    await knex.transaction(async tx => {
      await portal.stores.sloCorrections.add(tx, {
        id: 'a2c1b1de-0000-4000-8000-000000000000',
        sloId: availability,
        ...range,
        reason: 'Planned work',
        by: 'user:default/ada',
        at: NOW,
      });
      await portal.stores.sloDays.reopen(tx, loaded, range, NOW);
    });
    portal.clock.advance(MINUTE);
    await work();
    const days = await rows();
    expect(days[5]).toMatchObject({ day: '2026-11-18', corrected: true });
    expect(days[5].bad).toBeCloseTo(14.4 * (23 / 24), 6);
    expect(days[6].remaining).toBeCloseTo(0.9, 6);
    expect(days.map(({ evaluatedAt }) => evaluatedAt === NOW)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('a correction at the beginning of a long quarter reaches the last of its days', async () => {
    portal.files.files.set(
      'slo.yaml',
      sloDocument('availability', {
        timeWindow: {
          duration: '1Q',
          isRolling: false,
          calendar: { startTime: '2026-07-01 00:00:00', timeZone: 'UTC' },
        },
      }),
    );
    await begin();
    const [loaded] = await portal.stores.slos.get(knex, [availability]);
    const from = Date.parse('2026-07-01T06:00:00Z');
    await knex.transaction(tx =>
      portal.stores.sloDays.reopen(tx, loaded, { from, to: from + HOUR }, NOW),
    );
    const open = await portal.stores.sloDays.known(
      knex,
      new Map([[availability, '1']]),
      '2026-09-01',
    );
    const lastOpen = open
      .get(availability)!
      .filter(({ closed }) => !closed)
      .map(({ day }) => day)
      .sort()
      .at(-1);
    expect(lastOpen).toBe('2026-09-30');
  });

  it('days that the source has forgotten keep what was known of them', async () => {
    await begin();
    const before = await rows();
    const [loaded] = await portal.stores.slos.get(knex, [availability]);
    const range = { from: midnight - 5 * DAY, to: midnight - 5 * DAY + HOUR };
    await knex.transaction(tx =>
      portal.stores.sloDays.reopen(tx, loaded, range, NOW),
    );
    portal.source.traffic.delete('total');
    portal.clock.advance(MINUTE);
    await work();
    expect(await rows()).toEqual(before);
    portal.source.asked.length = 0;
    await work();
    expect(portal.source.asked).toEqual([]);
  });

  it('a correction that comes while days are computed is not lost', async () => {
    await portal.readAll();
    const [loaded] = await portal.stores.slos.get(knex, [availability]);
    portal.source.before = async () => {
      portal.source.before = async () => {};
      await portal.stores.sloCorrections.add(knex, {
        id: 'a2c1b1de-0000-4000-8000-000000000000',
        sloId: loaded.id,
        from: midnight - 2 * DAY,
        to: midnight - 2 * DAY + HOUR,
        reason: 'Planned work',
        by: 'user:default/ada',
        at: NOW,
      });
    };
    await work();
    expect((await rows())[5]).toMatchObject({ corrected: true });
  });

  it('another target computes all days anew, another title none', async () => {
    await begin();
    portal.clock.advance(6 * MINUTE);
    const change = async (parts: object) => {
      portal.files.files.set(
        'slo.yaml',
        sloDocument('availability', { window: '7d', ...parts }),
      );
      await portal.services.slo.sloDefinitions.readNow('component:default/pay');
      portal.source.asked.length = 0;
      await work();
    };
    await change({ title: 'Available' });
    expect(portal.source.asked).toEqual([]);
    await change({ title: 'Available', target: 0.9 });
    expect(portal.source.asked).not.toEqual([]);
    expect((await rows())[4].remaining).toBeCloseTo(0.99, 9);
  });

  it('stops when it is told to, and goes on later', async () => {
    await portal.readAll();
    const stop = new AbortController();
    stop.abort();
    await work(stop.signal);
    expect(await rows()).toEqual([]);
    await work();
    expect(await rows()).toHaveLength(7);
  });

  it('days beyond their retention leave', async () => {
    await begin();
    await portal.services.tasks.prune();
    expect(await rows()).toHaveLength(7);
    portal.clock.advance((2 * 365 - 1) * DAY);
    await portal.services.tasks.prune();
    expect((await rows()).map(({ day }) => day)).toEqual(['2026-11-19']);
  });
});

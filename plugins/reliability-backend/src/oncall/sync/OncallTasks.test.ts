import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import {
  FakeOncall,
  onCall,
  openPagerPortal,
  person,
  shift,
} from '../../__testUtils__/fakeOncall';
import { DAY, Harness, HOUR, MINUTE } from '../../__testUtils__/harness';
import { service } from '../../__testUtils__/entities';

jest.setTimeout(60_000);

const databases = testDatabases();
const P1 = 'main:schedule:P1';

describe.each(databases.eachSupportedId())('on %s', id => {
  let knex: Knex;
  let main: FakeOncall;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    main = new FakeOncall();
    main.rotations.set('P1', {
      shifts: [shift('ada', null, null)],
      roster: [{ level: 1, people: [person('ada'), person('rob')] }],
    });
    harness = await openPagerPortal({ knex, providers: [main] });
    await harness.services.sync.sweep();
    await harness.services.oncallSync.syncDue('main');
  });

  const count = async (table: string) =>
    Number((await knex(`reliability_oncall_${table}`).count({ n: '*' }))[0].n);
  const annotate = async (annotated: boolean) => {
    harness.catalog.put(annotated ? onCall('pay', P1) : service('pay'));
    await harness.services.sync.sweep();
  };

  it('a rotation that no service has any more goes after a week, with its people', async () => {
    await annotate(false);
    const { oncallTasks } = harness.services;
    await oncallTasks.tidy();
    harness.clock.advance(7 * DAY - HOUR);
    await oncallTasks.tidy();
    expect(await count('rotations')).toBe(1);
    harness.clock.advance(2 * HOUR);
    await oncallTasks.tidy();
    expect(await count('rotations')).toBe(0);
    expect(await count('shifts')).toBe(0);
    expect(await count('responders')).toBe(0);
  });

  it('and stays when a service has it again before', async () => {
    await annotate(false);
    await harness.services.oncallTasks.tidy();
    harness.clock.advance(6 * DAY);
    await annotate(true);
    harness.clock.advance(2 * DAY);
    await harness.services.oncallTasks.tidy();
    expect(await count('rotations')).toBe(1);
  });

  it('people on a shift or a roster stay, others go', async () => {
    harness.clock.advance(8 * DAY);
    await knex('reliability_oncall_responders').insert({
      id: 'main|GONE',
      account: 'main',
      external_id: 'GONE',
      name: 'Gone',
      left: false,
      changed_at: new Date(harness.clock.now - 8 * DAY),
    });
    await harness.services.oncallTasks.tidy();
    expect(
      await knex('reliability_oncall_responders').orderBy('id').pluck('id'),
    ).toEqual(['main|ADA', 'main|ROB']);
  });

  it('people who left the catalog go after a year', async () => {
    const left = harness.clock.now;
    await knex('reliability_people').insert({
      entity_ref: 'user:default/gone',
      name: 'Gone',
      name_key: 'gone',
      groups: '[]',
      misses: 3,
      left_at: new Date(left),
      hash: 'hash',
      changed_at: new Date(left),
    });
    const tidied = async () => {
      await harness.services.oncallTasks.tidy();
      return knex('reliability_people').pluck('entity_ref');
    };
    harness.clock.advance(365 * DAY);
    expect(await tidied()).toContain('user:default/gone');
    harness.clock.advance(HOUR);
    expect(await tidied()).not.toContain('user:default/gone');
  });

  it('every account has a task of its own, under the global lock, which reads what is due', async () => {
    const scheduler = mockServices.scheduler.mock();
    await harness.services.oncallTasks.schedule(scheduler);
    const tasks = scheduler.scheduleTask.mock.calls.map(([task]) => task);
    expect(tasks.map(task => `${task.id} ${task.scope}`)).toEqual([
      'reliability-people-sweep global',
      'reliability-oncall-sync-main global',
      'reliability-oncall-sync-static global',
      'reliability-oncall-tidy global',
    ]);
    harness.clock.advance(5 * MINUTE);
    await tasks[1].fn(new AbortController().signal);
    expect(main.asked).toHaveLength(2);
  });
});

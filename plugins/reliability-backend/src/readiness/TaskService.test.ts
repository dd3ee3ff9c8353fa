import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { refOf } from '../__testUtils__/entities';
import { DAY, Harness } from '../__testUtils__/harness';
import { ada, answer, bob, LAUNCH } from '../__testUtils__/readiness';
import { listTasks, openTaskPortal, taskLines } from '../__testUtils__/tasks';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('tasks on %s', id => {
  let knex: Knex;
  let harness: Harness;
  /** Of everybody. */
  let groups: string[];

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    groups = ['group:default/red'];
    harness = await openTaskPortal(knex, groups);
  });

  const list = (query?: object, who?: BackstageCredentials) =>
    listTasks(harness, query, who);
  const linesOf = (query?: object, who?: BackstageCredentials) =>
    taskLines(harness, query, who);

  it("are the required items of the services of one's groups, critical tiers first", async () => {
    expect(await linesOf()).toEqual([
      'not-met: pay system',
      'not-met: cart system',
      'missing: pay runbook',
      'missing: pay rollback',
      'missing: cart runbook',
      'missing: cart rollback',
    ]);
    expect((await list()).items[0]).toEqual({
      kind: 'not-met',
      entityRef: refOf('pay'),
      serviceTitle: 'pay',
      owner: 'group:default/red',
      tier: { id: 'tier-0', name: 'Mission critical' },
      checklist: { id: LAUNCH, title: 'Launch' },
      item: { id: 'system', title: 'Item system', required: true },
      phase: { id: 'live', title: 'Live' },
      dueAt: null,
      review: null,
      text: '',
    });
  });

  const refresh = (name: string) =>
    knex.transaction(tx =>
      harness.services.reassessor.reassess(
        tx,
        [refOf(name)],
        harness.clock.now,
      ),
    );

  it('what is urgent comes first, whatever the tier', async () => {
    await answer(harness, 'runbook');
    await answer(harness, 'rollback');
    await answer(
      harness,
      'rollback',
      { answer: 'no', note: 'In March' },
      ada,
      refOf('cart'),
    );
    await answer(harness, 'optional', { answer: 'no' }, ada, refOf('cart'));
    await harness.services.answers.contest(
      { entityRef: refOf('cart'), checklistId: LAUNCH, itemId: 'optional' },
      { reason: 'It is not so', version: 1 },
      bob,
    );
    harness.clock.advance(80 * DAY);
    // By now nobody has seen the catalog for so long that its rule lacks the fact.
    await refresh('pay');
    await answer(harness, 'runbook', {}, ada, refOf('cart'));
    expect(await linesOf()).toEqual([
      'contested: cart optional',
      'expiring: pay runbook',
      'not-met: cart rollback',
      'missing: pay system',
      'missing: cart system',
    ]);
    const { items } = await list();
    expect(items.map(({ dueAt, text }) => [dueAt, text])).toEqual([
      [null, 'It is not so'],
      ['2027-02-18T13:00:00.000Z', ''],
      [null, 'In March'],
      [null, ''],
      [null, ''],
    ]);
    harness.clock.advance(15 * DAY);
    await refresh('pay');
    expect(await linesOf({ kind: ['expired', 'expiring'] })).toEqual([
      'expired: pay runbook',
    ]);
  });

  it('counts every kind, also while only some are listed', async () => {
    const counts = {
      contested: 0,
      returned: 0,
      review: 0,
      expired: 0,
      expiring: 0,
      'not-met': 2,
      missing: 4,
    };
    expect(await list({ kind: 'not-met' })).toMatchObject({
      totalItems: 2,
      counts,
    });
    expect(
      await list({ kind: ['expired', 'missing'], limit: 1 }),
    ).toMatchObject({ totalItems: 4, counts });
  });

  it('go on where the page before ended', async () => {
    const all = await linesOf();
    const first = await list({ limit: 4 });
    const second = await list({ limit: 4, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toEqual((await list()).items);
    expect(second.nextCursor).toBeUndefined();
    expect(all).toHaveLength(6);
    for (const [query, who] of [
      [{ kind: 'missing', cursor: first.nextCursor }, ada],
      [{ cursor: first.nextCursor }, bob],
    ] as const) {
      await expect(list(query, who)).rejects.toThrow(/^cursor: /);
    }
  });

  it("are nobody else's", async () => {
    groups.splice(0, 1, 'group:default/green');
    expect(await list()).toMatchObject({ items: [], totalItems: 0 });
    groups.pop();
    expect(await list()).toMatchObject({ items: [], totalItems: 0 });
  });

  it('leave out services that the person may not see', async () => {
    harness.policy.readable = [refOf('cart')];
    expect(await linesOf()).toEqual([
      'not-met: cart system',
      'missing: cart runbook',
      'missing: cart rollback',
    ]);
  });

  it('a machine has none', async () => {
    await expect(list({}, mockCredentials.service())).rejects.toThrow(
      'Tasks are those of a person who is signed in',
    );
  });

  it('look at 500 services, and say how many are left out', async () => {
    const { hash } = harness.config.checklists[0];
    const [row] = await knex('reliability_readiness').where({
      entity_ref: refOf('pay'),
      checklist_hash: hash,
    });
    const copies = Array.from({ length: 501 }, (_, index) => ({
      ...row,
      entity_ref: refOf(`copy-${index}`),
    }));
    await knex.batchInsert('reliability_readiness', copies, 40);
    expect(await list({ limit: 1 })).toMatchObject({
      totalItems: 1500,
      servicesLeftOut: 3,
    });
  });
});

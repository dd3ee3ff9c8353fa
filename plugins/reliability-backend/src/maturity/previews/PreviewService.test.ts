import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../__testUtils__/databases';
import { refOf } from '../../__testUtils__/entities';
import { DAY, Harness, MINUTE, NOW } from '../../__testUtils__/harness';
import { openRankedPortal } from '../../__testUtils__/portal';
import { ada, ben, previewing } from '../../__testUtils__/previewing';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('previews on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await openRankedPortal(knex);
  });

  const run = (...asked: Parameters<ReturnType<typeof previewing>['run']>) =>
    previewing(harness).run(...asked);
  const linesOf = (
    ...asked: Parameters<ReturnType<typeof previewing>['linesOf']>
  ) => previewing(harness).linesOf(...asked);
  const service = () => previewing(harness).service;

  it('writes nothing but itself', async () => {
    const written = async () => [
      await knex('reliability_reports').orderBy('entity_ref'),
      await knex('reliability_history').orderBy('id'),
      await knex('reliability_scorecard_versions').orderBy('hash'),
      await knex('reliability_readiness').orderBy('entity_ref'),
      await knex('reliability_services').orderBy('entity_ref'),
    ];
    const before = await written();
    await run({
      changes: { checks: [{ id: 'owned', pass: 'false' }] },
      tiers: { 'tier-0': {} },
    });
    expect(await written()).toEqual(before);
    expect(await knex('reliability_previews')).toHaveLength(1);
  });

  it('shows each reader the services that they may see, also in the counts', async () => {
    const preview = await run({
      changes: { checks: [{ id: 'owned', pass: 'false' }] },
    });
    harness.policy.readable = [refOf('good'), refOf('poor')];
    harness.clock.advance(MINUTE);
    expect((await service().get(preview.id, ben)).totals).toEqual({
      services: 2,
      down: 1,
      up: 0,
      rescored: 0,
      same: 1,
      teamsDown: 1,
    });
    expect((await linesOf(preview.id))[0]).toBe(2);
    const own = await run({}, ben);
    expect(own.totals.services).toBe(2);
  });

  it('pages in a stable order', async () => {
    const { id: previewId } = await run({
      changes: { checks: [{ id: 'tested', weight: 4 }] },
    });
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service().services(
        previewId,
        { limit: 3, cursor },
        ada,
      );
      names.push(...page.items.map(({ entityRef }) => entityRef.slice(18)));
      cursor = page.nextCursor;
    } while (cursor);
    expect(names).toEqual(['good', 'even', 'best', 'poor']);
  });

  it.each([
    [{ change: 'down' as const }, 3],
    [{ owner: ['group:default/red'] }, 2],
    [{ owner: [] }, 0],
    [{ tier: ['tier-0', 'untiered'] }, 2],
    [{ change: 'down' as const, tier: ['tier-0'] }, 1],
  ])('narrows to %j', async (query, count) => {
    const { id: previewId } = await run({
      changes: { checks: [{ id: 'owned', pass: 'false' }] },
    });
    expect((await linesOf(previewId, query))[0]).toBe(count);
  });

  it('is kept for a day, also by another replica, then removed by its task', async () => {
    const { id: previewId } = await run({});
    const replica = await harness.restart();
    harness.clock.advance(DAY - 1);
    const { previews } = replica.services.programme.previews;
    expect(await previews.get(previewId, ben)).toMatchObject({ id: previewId });
    harness.clock.advance(1);
    await expect(previews.get(previewId, ben)).rejects.toThrow(/no preview/);
    const task = harness.services.programme.tasks.find(
      each => each.id === 'reliability-previews',
    );
    await task!.run();
    expect(await knex('reliability_previews')).toEqual([]);
    expect(harness.clock.now).toBe(NOW + DAY);
  });

  it('runs one at a time for a caller, and two for all', async () => {
    const first = run({});
    await expect(run({})).rejects.toThrow(/You run a preview already/);
    await first;
    const { slots } = harness.services.programme.previews;
    slots.enter('a');
    const leave = slots.enter('b');
    await expect(run({})).rejects.toThrow(/2 previews run already/);
    leave();
    await run({});
  });

  it('gives its place back when it fails', async () => {
    harness.policy.denied.add('reliability.preview.run');
    await expect(run({})).rejects.toThrow(/lack the permission/);
    harness.policy.denied.clear();
    await expect(run({ scorecard: 'x' })).rejects.toThrow(/no scorecard/);
    await run({});
  });
});

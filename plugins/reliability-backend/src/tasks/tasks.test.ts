import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { service, team } from '../__testUtils__/entities';
import { createHarness, DAY, Harness, MINUTE } from '../__testUtils__/harness';
import { rankingOf, storyOf } from '../__testUtils__/observe';
import { push } from '../__testUtils__/push';
import { ladder, only } from '../__testUtils__/scorecards';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('tasks on %s', id => {
  let knex: Knex;
  let harness: Harness;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    harness = await createHarness({
      knex,
      reliability: {
        ...only(ladder()),
        retention: { history: 'P30D', daily: 'P60D' },
      },
      entities: [team(), service('pay')],
    });
  });

  const tasks = () => harness.services.tasks;
  const lastSweep = async () =>
    (await harness.stores.sweeps.last(knex, 'catalog'))?.completedAt;
  const trend = async () => (await rankingOf(harness)).items[0].trend;

  it('the sweep reads the catalog when it is time to, and not before', async () => {
    await tasks().sweep();
    const first = harness.clock.now;
    expect(await lastSweep()).toBe(first);
    harness.clock.advance(10 * MINUTE);
    await tasks().sweep();
    harness.clock.advance(4 * MINUTE);
    await tasks().sweep();
    expect(await lastSweep()).toBe(first + 10 * MINUTE);
    harness.clock.advance(MINUTE);
    await tasks().sweep();
    expect(await lastSweep()).toBe(first + 15 * MINUTE);
  });

  it('the sweep shows its result at once', async () => {
    expect((await rankingOf(harness)).rankedTotal).toBe(0);
    await tasks().sweep();
    expect((await rankingOf(harness)).rankedTotal).toBe(1);
  });

  it('the reassessment stops when it is told to', async () => {
    await tasks().sweep();
    harness.clock.advance(4 * DAY);
    const stop = new AbortController();
    stop.abort();
    expect(await tasks().reassessDue(stop.signal)).toBe(0);
    expect(await tasks().reassessDue()).toBe(1);
  });

  it('the snapshot keeps each day and begins the trend thirty days ago', async () => {
    await tasks().sweep();
    await push(harness, 'pay', { coverage: 90 }, { ttl: 'P90D' });
    for (let day = 0; day < 35; day++) {
      await tasks().snapshot();
      await tasks().snapshot();
      harness.clock.advance(DAY);
      await harness.services.sync.sweep();
      if (day === 31) await push(harness, 'pay', { coverage: 10 });
    }
    expect(await knex('reliability_daily')).toHaveLength(35);
    await tasks().snapshot();
    expect(await trend()).toEqual({
      since: '2026-11-25',
      scoreThen: 1000,
      delta: -500,
    });
  });

  it('a trend begins with the service, while it is younger than thirty days', async () => {
    await tasks().sweep();
    await tasks().snapshot();
    expect(await trend()).toBeNull();
    harness.clock.advance(DAY);
    await push(harness, 'pay', { coverage: 90 });
    await tasks().snapshot();
    expect(await trend()).toEqual({
      since: '2026-11-20',
      scoreThen: 500,
      delta: 500,
    });
  });

  it('pruning removes what is older than the retention, but the last step of a service', async () => {
    await tasks().sweep();
    await push(harness, 'pay', { coverage: 90 }, { ttl: 'P90D' });
    await tasks().snapshot();
    await tasks().prune();
    expect(await storyOf(harness, 'pay')).toHaveLength(2);
    harness.clock.advance(31 * DAY);
    await tasks().snapshot();
    await tasks().prune();
    expect(await storyOf(harness, 'pay')).toEqual(['service: bronze → silver']);
    expect(await knex('reliability_daily')).toHaveLength(2);
    harness.clock.advance(31 * DAY);
    await tasks().prune();
    expect(await storyOf(harness, 'pay')).toHaveLength(1);
    expect(await knex('reliability_daily').pluck('day')).toEqual([
      '2026-12-21',
    ]);
    expect(harness.logger.info).toHaveBeenCalledWith('Removed old history', {
      steps: 0,
      snapshots: 1,
    });
  });

  it('are handed to the scheduler, each for one replica at a time', async () => {
    const scheduler = mockServices.scheduler.mock();
    await tasks().schedule(scheduler);
    const scheduled = scheduler.scheduleTask.mock.calls.map(([task]) => task);
    expect(scheduled.map(({ id: task, scope }) => [task, scope])).toEqual([
      ['reliability-sweep', 'global'],
      ['reliability-reassess-due', 'global'],
      ['reliability-snapshot', 'global'],
      ['reliability-prune', 'global'],
      ['reliability-slo-read', 'global'],
      ['reliability-slo-evaluate-pushed', 'global'],
      ['reliability-slo-history-pushed', 'global'],
      ['reliability-people-sweep', 'global'],
      ['reliability-oncall-sync-static', 'global'],
      ['reliability-oncall-tidy', 'global'],
      ['reliability-incident-webhooks', 'global'],
      ['reliability-incident-remap', 'global'],
      ['reliability-incident-tidy', 'global'],
      ['reliability-incident-spends', 'global'],
      ['reliability-dark-burns', 'global'],
      ['reliability-gate-retention', 'global'],
      ['reliability-campaigns', 'global'],
      ['reliability-previews', 'global'],
      ['reliability-promises', 'global'],
    ]);
    for (const { fn } of scheduled) {
      await (fn as (signal: AbortSignal) => Promise<void>)(
        new AbortController().signal,
      );
    }
    expect((await rankingOf(harness)).rankedTotal).toBe(1);
    expect(await knex('reliability_daily')).toHaveLength(1);
  });
});

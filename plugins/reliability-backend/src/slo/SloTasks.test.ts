import { mockServices } from '@backstage/backend-test-utils';
import { SliSourceError } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import { mockCredentials } from '@backstage/backend-test-utils';
import { refOf } from '../__testUtils__/entities';
import { DAY, NOW } from '../__testUtils__/harness';
import {
  FakeSource,
  openSloPortal,
  sloDocument,
  SloPortal,
} from '../__testUtils__/slo';

jest.setTimeout(60_000);

const databases = testDatabases();
const availability = 'component~default~pay~availability';

describe.each(databases.eachSupportedId())('work on SLOs on %s', id => {
  let knex: Knex;
  let portal: SloPortal;
  let drift: jest.Mock;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(async () => {
    await emptyDatabase(knex);
    const source = new FakeSource();
    drift = jest.fn(
      async () => new Map([[availability, { state: 'same', differences: [] }]]),
    );
    source.rules = { generate: () => '', drift };
    portal = await openSloPortal({
      knex,
      sources: [source, new FakeSource('other')],
    });
    portal.files.files.set('slo.yaml', sloDocument('availability'));
    source.traffic.set('total', [
      { from: NOW - 60 * DAY, to: NOW + 60 * DAY, perMinute: 10, bad: 0 },
    ]);
  });

  const stateOf = async () =>
    (await portal.stores.sloStates.whole(knex, [availability])).get(
      availability,
    )!;

  it('every source has tasks of its own; only one with rules has them compared', async () => {
    const scheduler = mockServices.scheduler.mock();
    await portal.services.slo.sloTasks.schedule(scheduler);
    const tasks = scheduler.scheduleTask.mock.calls.map(([task]) => task);
    expect(tasks.map(({ id: task, scope }) => [task, scope])).toEqual([
      ['reliability-slo-read', 'global'],
      ['reliability-slo-evaluate-main', 'global'],
      ['reliability-slo-history-main', 'global'],
      ['reliability-slo-drift-main', 'global'],
      ['reliability-slo-evaluate-other', 'global'],
      ['reliability-slo-history-other', 'global'],
      ['reliability-slo-evaluate-pushed', 'global'],
      ['reliability-slo-history-pushed', 'global'],
    ]);
    await portal.services.sync.sweep();
    for (const { fn } of tasks) {
      await (fn as (signal: AbortSignal) => Promise<void>)(
        new AbortController().signal,
      );
    }
    expect(await stateOf()).toMatchObject({
      status: 'healthy',
      drift: { state: 'same' },
    });
    expect(await knex('reliability_slo_days')).not.toEqual([]);
  });

  it('a source that cannot say what rules it has leaves the last comparison', async () => {
    await portal.readAll();
    await portal.services.slo.sloDrift.compare('main');
    drift.mockRejectedValue(new SliSourceError('timeout', 'main is slow'));
    await portal.services.slo.sloDrift.compare('main');
    expect(await stateOf()).toMatchObject({
      drift: { state: 'same' },
      driftAt: NOW,
    });
    expect(portal.logger.warn).toHaveBeenCalledWith(
      'Could not compare the rules of the source "main": main is slow',
    );
  });

  it('the rules are compared for the service, its tier and its address', async () => {
    await portal.readAll();
    await portal.services.slo.sloDrift.compare('main');
    expect(drift.mock.calls[0][0]).toMatchObject([
      {
        id: availability,
        entityRef: refOf('pay'),
        serviceTitle: 'pay',
        tier: 'tier-1',
        portalUrl: expect.stringMatching(
          '^/catalog/default/component/pay/reliability',
        ),
      },
    ]);
  });

  describe('a refresh of a service', () => {
    const refresh = () =>
      portal.services.maturity.refresh(refOf('pay'), mockCredentials.user());

    it('reads its files and evaluates its SLOs at once', async () => {
      await portal.services.sync.sweep();
      const { facts } = await refresh();
      expect(await stateOf()).toMatchObject({ status: 'healthy' });
      expect(facts.filter(({ path }) => path === 'slo.healthy')).toMatchObject([
        { value: 1, source: 'slo' },
      ]);
    });

    it('does so once in ten seconds, whoever asks', async () => {
      await portal.services.sync.sweep();
      await refresh();
      await refresh();
      expect([portal.files.reads, portal.source.asked.length]).toEqual([1, 1]);
      portal.clock.advance(10_000);
      await refresh();
      expect([portal.files.reads, portal.source.asked.length]).toEqual([2, 2]);
    });

    it('answers also when the file and the source fail', async () => {
      await portal.readAll();
      portal.files.files.set('slo.yaml', new Error('gone'));
      portal.source.fail('main is down');
      const { facts } = await refresh();
      expect(facts).toContainEqual(
        expect.objectContaining({ path: 'slo.documentErrors', value: 1 }),
      );
      expect(await stateOf()).toMatchObject({
        status: 'error',
        error: 'main is down',
      });
    });
  });
});

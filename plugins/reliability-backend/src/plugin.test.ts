import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ReliabilityNotifier,
  reliabilityNotifierExtensionPoint,
  reliabilitySliSourcesExtensionPoint,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import request from 'supertest';
import {
  emptyDatabase,
  openTestDatabase,
  postgresOf,
  testDatabases,
} from './__testUtils__/databases';
import {
  manyNames,
  refOf,
  service,
  team,
  tiered,
} from './__testUtils__/entities';
import { ladder, only } from './__testUtils__/scorecards';
import { FakeSource } from './__testUtils__/slo';
import reliabilityPlugin from './index';

jest.setTimeout(120_000);

const databases = testDatabases();

const backends: Awaited<ReturnType<typeof startTestBackend>>[] = [];

afterEach(async () => {
  for (const backend of backends.splice(0)) await backend.stop();
});

/** The plugin as a portal starts it, with a scheduler that the test drives. */
async function start(
  knex: Knex,
  entities: Entity[],
  config?: JsonObject,
  modules: BackendFeature[] = [],
) {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      reliabilityPlugin,
      ...modules,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({ data: config }),
      catalogServiceMock.factory({ entities }),
    ],
  });
  backends.push(backend);
  const call = (method: 'get' | 'put', path: string) =>
    request(backend.server)[method](`/api/reliability${path}`);
  return {
    get: (path: string) => call('get', path),
    push: (facts: object[]) =>
      call('put', '/facts')
        .set('Authorization', mockCredentials.service.header())
        .send({ source: 'ci', facts }),
    run: async (...tasks: string[]) => {
      for (const task of tasks) {
        await scheduler.triggerTask(`reliability-${task}`);
      }
    },
    tasks: async () =>
      (await scheduler.getScheduledTasks()).map(({ id }) => id),
  };
}

describe.each(databases.eachSupportedId())('the plugin on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await openTestDatabase(databases, id);
  });

  beforeEach(() => emptyDatabase(knex));

  const entities = [team(), tiered('pay', 'tier-1'), service('cart')];

  it('starts, reads the catalog and ranks its services', async () => {
    const portal = await start(knex, entities);
    expect(await portal.tasks()).toEqual([
      'reliability-sweep',
      'reliability-reassess-due',
      'reliability-snapshot',
      'reliability-prune',
      'reliability-slo-read',
      'reliability-slo-evaluate-pushed',
      'reliability-slo-history-pushed',
      'reliability-people-sweep',
      'reliability-oncall-sync-static',
      'reliability-oncall-tidy',
      'reliability-incident-webhooks',
      'reliability-incident-remap',
      'reliability-incident-tidy',
      'reliability-incident-spends',
      'reliability-dark-burns',
      'reliability-gate-retention',
      'reliability-campaigns',
      'reliability-previews',
      'reliability-promises',
      'reliability-level-events',
    ]);
    await portal
      .get('/services')
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
    await portal.run('sweep', 'reassess-due', 'snapshot', 'prune');
    const { body } = await portal.get('/services').expect(200);
    expect(body.items).toMatchObject([
      { entityRef: refOf('pay'), rank: 1, tier: { id: 'tier-1' } },
      { entityRef: refOf('cart'), rank: 2, tier: { id: 'untiered' } },
    ]);
  });

  describe('with a module that sends', () => {
    const sending = (moduleId: string, notify: ReliabilityNotifier['notify']) =>
      createBackendModule({
        pluginId: 'reliability',
        moduleId,
        register(env) {
          env.registerInit({
            deps: { notifier: reliabilityNotifierExtensionPoint },
            init: async ({ notifier }) => notifier.setNotifier({ notify }),
          });
        },
      });

    it('has a task for digests', async () => {
      const notify = jest.fn();
      const module = sending('mail', notify);
      const portal = await start(knex, entities, undefined, [module]);
      expect(await portal.tasks()).toContain('reliability-notify');
      await portal.run('sweep', 'notify');
      expect(notify).not.toHaveBeenCalled();
    });

    it('starts with no second one', async () => {
      const modules = ['mail', 'chat'].map(name => sending(name, jest.fn()));
      await expect(start(knex, entities, undefined, modules)).rejects.toThrow(
        /Another module has set a notifier/,
      );
    });
  });

  describe('with modules that bring sources of SLIs', () => {
    const bringing = (moduleId: string) =>
      createBackendModule({
        pluginId: 'reliability',
        moduleId,
        register(env) {
          env.registerInit({
            deps: { sources: reliabilitySliSourcesExtensionPoint },
            init: async ({ sources }) =>
              sources.addFactory({
                type: 'fake',
                create: config => new FakeSource(config.getString('name')),
              }),
          });
        },
      });
    const config = {
      reliability: { slo: { sources: [{ name: 'main', type: 'fake' }] } },
    };

    it('has tasks for each source', async () => {
      const portal = await start(knex, entities, config, [bringing('fake')]);
      expect(await portal.tasks()).toContain('reliability-slo-evaluate-main');
      await portal.run('sweep', 'slo-read', 'slo-evaluate-main');
    });

    it('starts with no source that nobody reads, and says so', async () => {
      await expect(start(knex, entities, config)).rejects.toThrow(
        /reliability\.slo\.sources\[0\]\.type: no module that reads "fake"/,
      );
    });

    it('starts with no second module of one type', async () => {
      const modules = ['one', 'other'].map(bringing);
      await expect(start(knex, entities, config, modules)).rejects.toThrow(
        /Another module reads SLI sources of "fake"/,
      );
    });
  });

  it('keeps what it knows over a restart', async () => {
    const first = await start(knex, entities);
    await first.run('sweep');
    await first
      .push([{ entityRef: refOf('pay'), key: 'coverage', value: 90 }])
      .expect(200);
    const before = await first.get('/services/component/default/pay');
    await backends.splice(0)[0].stop();
    const second = await start(knex, entities);
    const after = await second.get('/services/component/default/pay');
    expect(after.body).toEqual(before.body);
    expect(after.body.facts).toContainEqual(
      expect.objectContaining({ path: 'facts["ci/coverage"]', value: 90 }),
    );
  });

  it('answers a wrong request with the field, through the whole backend', async () => {
    const portal = await start(knex, entities);
    const { body } = await portal.get('/services?limit=0').expect(400);
    expect(body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^limit: /),
    });
  });

  it('does not start with a wrong configuration, and says where', async () => {
    await expect(
      start(knex, entities, {
        reliability: { tiers: [{ id: 'A', name: '' }] },
      }),
    ).rejects.toThrow(/reliability\.tiers\[0\]\.id/);
  });
});

// On SQLite every replica would have a database of its own.
(postgresOf(databases).length > 0 ? describe : describe.skip)(
  'two replicas on one PostgreSQL',
  () => {
    it('share the work without doubling history', async () => {
      const knex = await openTestDatabase(databases, 'POSTGRES_18');
      const names = manyNames(120);
      const entities = [team(), ...names.map(name => service(name))];
      const config = { reliability: only(ladder()) };
      const replicas = [
        await start(knex, entities, config),
        await start(knex, entities, config),
      ];
      const both = (...tasks: string[]) =>
        Promise.all(replicas.map(replica => replica.run(...tasks)));
      const stepsOfEach = async () => {
        const rows = await knex('reliability_history')
          .groupBy('entity_ref')
          .count({ count: '*' });
        expect(rows).toHaveLength(names.length);
        return [...new Set(rows.map(({ count }) => Number(count)))];
      };

      // The scheduler's lock would keep them apart; without it they must not harm each other either.
      await both('sweep', 'reassess-due');
      expect(await stepsOfEach()).toEqual([1]);
      const facts = names.map(name => ({
        entityRef: refOf(name),
        key: 'coverage',
        value: 90,
        at: '2026-01-01T00:00:00Z',
        ttl: 'P50Y',
      }));
      const replies = await Promise.all(
        replicas.map(replica => replica.push(facts).expect(200)),
      );
      const [one, other] = replies.map(({ body }) => body);
      expect(one.stored + other.stored).toBe(names.length);
      expect(one.unchanged + other.unchanged).toBe(names.length);
      await both('sweep', 'reassess-due', 'prune');
      expect(await stepsOfEach()).toEqual([2]);
      const [left, right] = await Promise.all(
        replicas.map(replica => replica.get('/services?limit=500')),
      );
      expect(left.body.totalItems).toBe(names.length);
      expect(right.body).toEqual(left.body);
    });
  },
);

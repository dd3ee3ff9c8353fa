import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { reliabilityIncidentProvidersExtensionPoint } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import request from 'supertest';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from './__testUtils__/databases';
import { team } from './__testUtils__/entities';
import {
  FakeIncidents,
  reported,
  serviceOf,
} from './__testUtils__/fakeIncidents';
import reliabilityPlugin from './index';

jest.setTimeout(120_000);

const databases = testDatabases();
const SECRET = '0123456789abcdef0123456789abcdef';
let knex: Knex;
let main: FakeIncidents;
const backends: Awaited<ReturnType<typeof startTestBackend>>[] = [];

beforeAll(async () => {
  knex = await openTestDatabase(databases, 'SQLITE_3');
});

beforeEach(async () => {
  await emptyDatabase(knex);
  main = new FakeIncidents();
});

afterEach(async () => {
  for (const backend of backends.splice(0)) await backend.stop();
});

const moduleCalled = (moduleId: string) =>
  createBackendModule({
    pluginId: 'reliability',
    moduleId,
    register(env) {
      env.registerInit({
        deps: { providers: reliabilityIncidentProvidersExtensionPoint },
        async init({ providers }) {
          providers.addFactory({ type: 'fake', create: () => main });
        },
      });
    },
  });

async function start(...modules: string[]) {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      reliabilityPlugin,
      ...modules.map(moduleCalled),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          reliability: {
            incidents: {
              accounts: [
                { name: 'main', type: 'fake' },
                {
                  name: 'own',
                  type: 'generic',
                  default: true,
                  webhookSecret: SECRET,
                },
              ],
            },
          },
        },
      }),
      catalogServiceMock.factory({ entities: [team(), serviceOf('pay')] }),
    ],
  });
  backends.push(backend);
  return { server: backend.server, scheduler };
}

const stored = () => knex('reliability_incidents').pluck('external_id');

it('takes webhooks from whoever has no credentials, and nothing else', async () => {
  const { server, scheduler } = await start('one');
  main.put(reported('I1'));
  const nobody = { Authorization: mockCredentials.none.header() };
  const { status } = await request(server)
    .post('/api/reliability/webhooks/fake/main')
    .set(nobody)
    .set('x-secret', 'secret')
    .send({ id: 'd1', ids: ['I1'] });
  expect(status).toBe(202);
  await scheduler.triggerTask('reliability-incident-webhooks');
  expect(await stored()).toEqual(['I1']);
  const other = await request(server)
    .get('/api/reliability/incidents')
    .set(nobody);
  expect(other.status).toBe(401);
});

it('reads an account in a task of its own', async () => {
  const { scheduler } = await start('one');
  main.put(reported('I1'));
  await scheduler.triggerTask('reliability-sweep');
  await scheduler.triggerTask('reliability-incident-sync-main');
  expect(await stored()).toEqual(['I1']);
  expect(await knex('reliability_incident_services')).toHaveLength(1);
});

it('takes incidents of anything that sends JSON, without a module', async () => {
  const { server, scheduler } = await start('one');
  const send = (secret: string) =>
    request(server)
      .post('/api/reliability/webhooks/generic/own')
      .set('x-plimsoll-secret', secret)
      .send({
        id: 'J1',
        title: 'Cards are refused',
        status: 'open',
        updatedAt: '2026-11-20T12:00:00Z',
        entityRefs: ['component:default/pay'],
      });
  expect((await send('x'.repeat(32))).status).toBe(401);
  expect((await send(SECRET)).status).toBe(202);
  await scheduler.triggerTask('reliability-sweep');
  await scheduler.triggerTask('reliability-incident-webhooks');
  const [incident] = await knex('reliability_incidents');
  expect(incident).toMatchObject({
    id: 'own:J1',
    provider: 'generic',
    title: 'Cards are refused',
  });
});

it('does not start with two modules for one type', async () => {
  await expect(start('one', 'two')).rejects.toThrow(
    'Another module reads incidents of "fake"',
  );
});

import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { reliabilityPlugin } from './plugin';

jest.setTimeout(60_000);

const component = (name: string, annotations = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    description: 'Takes payments for orders',
    annotations,
  },
  spec: { type: 'service', owner: 'team-pay', lifecycle: 'production' },
});

const team: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-pay', namespace: 'default' },
  spec: { type: 'team', children: [] },
};

it('starts, reads the catalog and ranks its services', async () => {
  const { server } = await startTestBackend({
    features: [
      reliabilityPlugin,
      mockServices.scheduler.factory({
        includeInitialDelayedTasksOnStartup: true,
      }),
      catalogServiceMock.factory({
        entities: [
          team,
          component('pay', { 'plimsoll.dev/tier': 'tier-1' }),
          component('cart'),
        ],
      }),
    ],
  });
  await request(server)
    .get('/api/reliability/services')
    .set('Authorization', mockCredentials.none.header())
    .expect(401);
  let body = { totalItems: 0, items: [] as unknown[] };
  for (let i = 0; i < 100 && body.totalItems < 2; i++) {
    await new Promise(resolve => setTimeout(resolve, 100));
    ({ body } = await request(server).get('/api/reliability/services'));
  }
  expect(body.items).toMatchObject([
    { entityRef: 'component:default/pay', rank: 1, tier: { id: 'tier-1' } },
    { entityRef: 'component:default/cart', rank: 2, tier: { id: 'untiered' } },
  ]);
});

it('does not start with a wrong configuration', async () => {
  await expect(
    startTestBackend({
      features: [
        reliabilityPlugin,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({
          data: { reliability: { tiers: [{ id: 'A', name: '' }] } },
        }),
      ],
    }),
  ).rejects.toThrow(/reliability\.tiers\[0\]\.id/);
});

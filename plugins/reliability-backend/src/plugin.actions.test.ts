import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { team, tiered } from './__testUtils__/entities';
import reliabilityPlugin from './index';

jest.setTimeout(120_000);

const ACTIONS = '/api/reliability/.backstage/actions/v1/actions';

it('offers its actions to whoever lists those of the portal, and runs them', async () => {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      reliabilityPlugin,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: { backend: { actions: { pluginSources: ['reliability'] } } },
      }),
      catalogServiceMock.factory({
        entities: [team(), tiered('pay', 'tier-1')],
      }),
    ],
  });
  try {
    await scheduler.triggerTask('reliability-sweep');
    const listed = await request(backend.server)
      .get(ACTIONS)
      .set('Authorization', mockCredentials.service.header());
    expect(listed.body.actions.map(({ id }: { id: string }) => id)).toEqual([
      'reliability:get-service',
      'reliability:explain-score',
      'reliability:list-blocking-checks',
      'reliability:check-gate',
      'reliability:what-changed',
      'reliability:who-is-on-call',
      'reliability:list-open-follow-ups',
      'reliability:propose-evidence',
    ]);
    const run = await request(backend.server)
      .post(`${ACTIONS}/reliability:get-service/invoke`)
      .set('Authorization', mockCredentials.user.header())
      .send({ service: 'pay' });
    expect(run.body).toMatchObject({
      output: { service: 'component:default/pay', tier: { id: 'tier-1' } },
    });
  } finally {
    await backend.stop();
  }
});

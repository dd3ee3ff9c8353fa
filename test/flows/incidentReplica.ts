import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import reliabilityPlugin from '@plimsoll/backstage-plugin-reliability-backend';
import reliabilityModulePagerduty from '@plimsoll/backstage-plugin-reliability-backend-module-pagerduty';
import Knex from 'knex';
import { ReplicaOptions, RunTask, services } from './incidentWorld';

/**
 * One backend process of several on the same PostgreSQL, with the module of a vendor. Told what to connect to as
 * JSON in the environment; says its port to the process that started it, and runs the tasks that it is told to.
 */
async function main() {
  const options: ReplicaOptions = JSON.parse(process.env.REPLICA ?? '{}');
  const knex = Knex({ client: 'pg', connection: options.connection });
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      reliabilityPlugin,
      reliabilityModulePagerduty,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: { reliability: options.reliability },
      }),
      catalogServiceMock.factory({ entities: services }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  process.on('message', async ({ task }: RunTask) => {
    await scheduler.triggerTask(task);
    process.send?.({ done: task });
  });
  process.send?.({ port: backend.server.port() });
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import reliabilityPlugin from '@plimsoll/backstage-plugin-reliability-backend';
import Knex from 'knex';
import { reliability, services } from './world';

/**
 * One backend process of several on the same PostgreSQL: the real plugin with its router, tasks and database.
 * Told the connection as JSON in the environment; says its port to the process that started it.
 */
async function main() {
  const knex = Knex({
    client: 'pg',
    connection: JSON.parse(process.env.REPLICA_CONNECTION ?? '{}'),
  });
  const backend = await startTestBackend({
    features: [
      reliabilityPlugin,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({ data: { reliability } }),
      catalogServiceMock.factory({ entities: services }),
    ],
  });
  process.on('message', async () => {
    await backend.stop();
    await knex.destroy();
    process.exit(0);
  });
  process.send?.({ port: backend.server.port() });
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});

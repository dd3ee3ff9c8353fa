import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const migrations = () =>
  resolvePackagePath(
    '@plimsoll/backstage-plugin-reliability-backend',
    'migrations',
  );

/** The plugin's database, migrated to the newest version unless the operator migrates by hand. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrations() });
  }
  return knex;
}

/** Takes every migration back; for tests. */
export async function rollbackDatabase(knex: Knex): Promise<void> {
  await knex.migrate.rollback({ directory: migrations() }, true);
}

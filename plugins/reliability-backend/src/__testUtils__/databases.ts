import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { openDatabase } from '../database/database';

/** SQLite always, PostgreSQL where there is a server. Call it once at the top of a test file. */
export const testDatabases = () =>
  TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** An empty database of the plugin, migrated. */
export async function openTestDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<Knex> {
  const knex = await databases.init(id);
  return openDatabase(mockServices.database({ knex }));
}

/** The ids of those that are PostgreSQL: for what SQLite cannot do, such as two transactions at once. */
export const postgresOf = (databases: TestDatabases) =>
  databases.eachSupportedId().filter(([id]) => id.startsWith('POSTGRES'));

/** Removes every row, which is much faster than another database for each test. */
export async function emptyDatabase(knex: Knex): Promise<void> {
  for (const table of [
    'services',
    'handovers',
    'exemptions',
    'exemption_events',
    'sweeps',
    'tier_overrides',
    'tier_changes',
    'facts',
    'scorecard_versions',
    'reports',
    'report_removals',
    'history',
    'daily',
    'previews',
    'checklist_items',
    'answers',
    'answer_changes',
    'answer_proposals',
    'event_marks',
    'spent_budgets',
    'reviews',
    'readiness',
    'notices',
    'slo_files',
    'slos',
    'slo_states',
    'slo_days',
    'slo_samples',
    'slo_corrections',
    'people',
    'groups',
    'oncall_links',
    'oncall_services',
    'oncall_rotations',
    'oncall_shifts',
    'oncall_responders',
    'oncall_accounts',
    'incidents',
    'incident_services',
    'incident_subjects',
    'incident_updates',
    'incident_links',
    'incident_entities',
    'incident_claims',
    'incident_mappings',
    'incident_accounts',
    'incident_deliveries',
    'postmortems',
    'follow_ups',
    'lessons',
    'campaigns',
    'campaign_daily',
    'campaign_events',
    'changes',
    'incident_spends',
    'budget_reviews',
    'gate_decisions',
    'gate_waivers',
    'risks',
    'risk_services',
    'dependencies',
    'promises',
  ]) {
    await knex(`reliability_${table}`).delete();
  }
}

/** Waits until so many transactions of a PostgreSQL database wait for a lock. */
export async function waitForLocks(knex: Knex, count: number): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const [{ waiting }] = await knex('pg_stat_activity')
      .whereRaw('datname = current_database()')
      .where({ wait_event_type: 'Lock' })
      .count({ waiting: '*' });
    if (Number(waiting) >= count) return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error(`Not ${count} transactions waited for a lock`);
}

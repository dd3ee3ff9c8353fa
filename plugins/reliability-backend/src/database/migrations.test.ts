import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { baseRows } from '../__testUtils__/baseRows';
import {
  campaignIndexes,
  campaignRows,
  campaignTables,
} from '../__testUtils__/campaignRows';
import { openTestDatabase, testDatabases } from '../__testUtils__/databases';
import { gateIndexes, gateRows, gateTables } from '../__testUtils__/gateRows';
import {
  incidentIndexes,
  incidentRows,
  incidentTables,
} from '../__testUtils__/incidentRows';
import {
  oncallIndexes,
  oncallRows,
  oncallTables,
} from '../__testUtils__/oncallRows';
import { kpiIndexes, kpiRows, kpiTables } from '../__testUtils__/kpiRows';
import {
  promiseIndexes,
  promiseRows,
  promiseTables,
} from '../__testUtils__/promiseRows';
import { readinessRows } from '../__testUtils__/readinessRows';
import { sloRows } from '../__testUtils__/sloRows';
import { openDatabase, rollbackDatabase } from './database';

jest.setTimeout(60_000);

const databases = testDatabases();

const rows: Record<string, object> = {
  ...baseRows,
  ...readinessRows,
  ...sloRows,
  ...oncallRows,
  ...incidentRows,
  ...gateRows,
  ...kpiRows,
  ...promiseRows,
  ...campaignRows,
};

const TABLES = Object.keys(rows).sort();

async function tablesOf(knex: Knex): Promise<string[]> {
  const names: { name: string }[] =
    knex.client.config.client === 'pg'
      ? await knex('pg_tables')
          .where({ schemaname: 'public' })
          .select({ name: 'tablename' })
      : await knex('sqlite_master').where({ type: 'table' }).select('name');
  return names
    .map(({ name }) => name)
    .filter(name => name.startsWith('reliability_'))
    .sort();
}

const open = (knex: Knex) => openDatabase(mockServices.database({ knex }));

it('PostgreSQL is tested exactly when the environment names a server', () => {
  expect(databases.supports('SQLITE_3')).toBe(true);
  expect(databases.supports('POSTGRES_18')).toBe(
    Boolean(process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING),
  );
});

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  let shared: Promise<Knex>;

  beforeAll(async () => {
    shared = openTestDatabase(databases, id);
    await shared;
  });

  it('go up, down with rows in every table, and up again', async () => {
    const knex = await databases.init(id);
    await open(knex);
    expect(await tablesOf(knex)).toEqual(TABLES);
    for (const [table, row] of Object.entries(rows)) {
      await knex(table).insert(row);
      expect(await knex(table)).toHaveLength(1);
    }
    await rollbackDatabase(knex);
    expect(await tablesOf(knex)).toEqual([]);
    await open(knex);
    expect(await tablesOf(knex)).toEqual(TABLES);
    for (const table of TABLES) expect(await knex(table)).toEqual([]);
  });

  it('run once, however often the plugin starts', async () => {
    const knex = await databases.init(id);
    await open(knex);
    await knex('reliability_services').insert(baseRows.reliability_services);
    await open(knex);
    expect(await knex('reliability_services')).toHaveLength(1);
  });

  it('are left to the operator who says so', async () => {
    const knex = await databases.init(id);
    await openDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    expect(await tablesOf(knex)).toEqual([]);
  });

  it.each([
    ['a service', 'reliability_services'],
    ['a sweep of a source', 'reliability_sweeps'],
    ['a tier set by hand', 'reliability_tier_overrides'],
    ['a fact of a source', 'reliability_facts'],
    ['an exemption', 'reliability_exemptions'],
    ['what was done with an exemption', 'reliability_exemption_events'],
    ['a version of a scorecard', 'reliability_scorecard_versions'],
    ['a report on a scorecard', 'reliability_reports'],
    ['a report that left', 'reliability_report_removals'],
    ['a snapshot of a day', 'reliability_daily'],
    ['a preview', 'reliability_previews'],
    ['an item of a checklist', 'reliability_checklist_items'],
    ['an answer', 'reliability_answers'],
    ['a proposal of somebody', 'reliability_answer_proposals'],
    ['how far events were told', 'reliability_event_marks'],
    ['a budget that is spent', 'reliability_spent_budgets'],
    ['a review', 'reliability_reviews'],
    ['what a checklist says', 'reliability_readiness'],
    ['a digest to somebody', 'reliability_notices'],
    ['a file of SLOs', 'reliability_slo_files'],
    ['an SLO', 'reliability_slos'],
    ['the state of an SLO', 'reliability_slo_states'],
    ['a day of an objective', 'reliability_slo_days'],
    ['a pushed count', 'reliability_slo_samples'],
    ['a correction', 'reliability_slo_corrections'],
    ...oncallTables,
    ...incidentTables,
    ...gateTables,
    ...kpiTables,
    ...promiseTables,
    ...campaignTables,
  ])('hold %s once', async (_, table) => {
    const knex = await shared;
    await knex(table).insert(rows[table]);
    // Not toThrow: an error of better-sqlite3 is none to Jest when an earlier test file loaded the library.
    await expect(knex(table).insert(rows[table])).rejects.toMatchObject({
      message: expect.stringMatching(/unique|duplicate/i),
    });
  });
});

const onPostgres = databases
  .eachSupportedId()
  .filter(([id]) => id.startsWith('POSTGRES'));

if (onPostgres.length > 0) {
  describe('on PostgreSQL', () => {
    let shared: Promise<Knex>;

    beforeAll(async () => {
      shared = openTestDatabase(databases, 'POSTGRES_18');
      await shared;
    });

    it('primary keys and indexes carry our names', async () => {
      const knex = await shared;
      const names: string[] = await knex('pg_indexes')
        .where('tablename', 'like', 'reliability_%')
        .whereNot('tablename', 'like', '%migrations%')
        .orderBy('indexname')
        .pluck('indexname');
      const ofFeatures = [
        ...campaignIndexes,
        ...oncallIndexes,
        ...incidentIndexes,
        ...gateIndexes,
        ...kpiIndexes,
        ...promiseIndexes,
      ];
      const others = names.filter(name => !ofFeatures.includes(name));
      expect(names).toEqual(expect.arrayContaining(ofFeatures));
      expect(others).toEqual([
        'reliability_answer_changes_item_idx',
        'reliability_answer_changes_pkey',
        'reliability_answer_proposals_pk',
        'reliability_answer_proposals_time_idx',
        'reliability_answers_pk',
        'reliability_daily_day_idx',
        'reliability_daily_pk',
        'reliability_event_marks_pk',
        'reliability_exemption_events_pk',
        'reliability_exemptions_asked_idx',
        'reliability_exemptions_check_idx',
        'reliability_exemptions_end_idx',
        'reliability_exemptions_pk',
        'reliability_exemptions_state_idx',
        'reliability_facts_pk',
        'reliability_handovers_pkey',
        'reliability_handovers_service_idx',
        'reliability_history_pkey',
        'reliability_history_service_idx',
        'reliability_history_time_idx',
        'reliability_items_pk',
        'reliability_notices_pk',
        'reliability_previews_expiry_idx',
        'reliability_previews_pkey',
        'reliability_readiness_due_idx',
        'reliability_readiness_owner_idx',
        'reliability_readiness_pk',
        'reliability_readiness_progress_idx',
        'reliability_report_removals_change_idx',
        'reliability_report_removals_pk',
        'reliability_reports_change_idx',
        'reliability_reports_pk',
        'reliability_reviews_phase_idx',
        'reliability_reviews_pkey',
        'reliability_reviews_state_idx',
        'reliability_scorecard_versions_pkey',
        'reliability_services_pkey',
        'reliability_services_problems_idx',
        'reliability_slo_corrections_pk',
        'reliability_slo_corrections_slo_idx',
        'reliability_slo_days_day_idx',
        'reliability_slo_days_pk',
        'reliability_slo_files_due_idx',
        'reliability_slo_files_pk',
        'reliability_slo_samples_age_idx',
        'reliability_slo_samples_end_idx',
        'reliability_slo_samples_pk',
        'reliability_slo_states_due_idx',
        'reliability_slo_states_history_idx',
        'reliability_slo_states_pk',
        'reliability_slo_states_worst_idx',
        'reliability_slos_pk',
        'reliability_slos_service_idx',
        'reliability_spent_budgets_pk',
        'reliability_spent_budgets_time_idx',
        'reliability_sweeps_pkey',
        'reliability_tier_changes_pkey',
        'reliability_tier_changes_service_idx',
        'reliability_tier_overrides_pkey',
      ]);
    });

    it.each(['rank_key', 'entity_ref', 'sort_title', 'owner'])(
      'reports.%s sorts by bytes whatever the locale of the server',
      async column => {
        const knex = await shared;
        const [{ collation_name: collation }] = await knex(
          'information_schema.columns',
        )
          .where({ table_name: 'reliability_reports', column_name: column })
          .select('collation_name');
        expect(collation).toBe('C');
      },
    );
  });
}

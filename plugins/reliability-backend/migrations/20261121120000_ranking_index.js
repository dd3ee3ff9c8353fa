// @ts-check

/** @param {import('knex').Knex} knex */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * The ranking is sorted and filtered in memory, by an index that reads what changed. So the indexes by
 * which pages used to be read go, and one that finds changes comes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('reliability_reports', table => {
    table.dropIndex([], 'reliability_reports_rank_idx');
    table.dropIndex([], 'reliability_reports_tier_idx');
    table.dropIndex([], 'reliability_reports_owner_idx');
    table.dropIndex([], 'reliability_reports_title_idx');
    table
      .bigInteger('change')
      .notNullable()
      .defaultTo(0)
      .comment('Transaction that last changed what the ranking reads');
    table.index(['change'], 'reliability_reports_change_idx');
  });
  await knex.schema.createTable('reliability_report_removals', table => {
    table.comment('Reports that left, so that an index in memory forgets them');
    table
      .string('scorecard_id', 63)
      .notNullable()
      .comment('Id of the scorecard');
    (isPostgres(knex)
      ? table.specificType('entity_ref', 'text collate "C"')
      : table.text('entity_ref')
    )
      .notNullable()
      .comment('Entity reference');
    table
      .bigInteger('change')
      .notNullable()
      .comment('Transaction that removed it last');
    table.primary(
      ['scorecard_id', 'entity_ref'],
      'reliability_report_removals_pk',
    );
    table.index(['change'], 'reliability_report_removals_change_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reliability_report_removals');
  await knex.schema.alterTable('reliability_reports', table => {
    table.dropIndex([], 'reliability_reports_change_idx');
  });
  await knex.schema.alterTable('reliability_reports', table => {
    table.dropColumn('change');
    table.index(['scorecard_id', 'rank_key'], 'reliability_reports_rank_idx');
    table.index(
      ['scorecard_id', 'tier_rank', 'rank_key'],
      'reliability_reports_tier_idx',
    );
    table.index(
      ['scorecard_id', 'owner', 'rank_key'],
      'reliability_reports_owner_idx',
    );
    table.index(
      ['scorecard_id', 'sort_title', 'entity_ref'],
      'reliability_reports_title_idx',
    );
  });
};

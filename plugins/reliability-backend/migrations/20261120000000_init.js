// @ts-check

/**
 * Byte order, so that keys sort the same on every server whatever its locale.
 * @param {import('knex').Knex} knex
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
function byteOrdered(knex, table, name) {
  return knex.client.config.client === 'pg'
    ? table.specificType(name, 'text collate "C"')
    : table.text(name);
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('reliability_services', table => {
    table.comment('The services of the catalog, as the last sweep saw them');
    byteOrdered(knex, table, 'entity_ref')
      .primary()
      .comment('Entity reference');
    table.text('title').notNullable().comment('Title, or the name');
    table.text('owner').comment('Entity reference of the owner');
    table.text('system').comment('Entity reference of the system');
    table
      .text('domain')
      .comment('Entity reference of the domain of the system');
    table.text('lifecycle').comment('spec.lifecycle');
    table.text('declared_tier').comment('JSON: what the entity declares');
    table
      .text('scorecards')
      .notNullable()
      .comment('JSON: ids of scorecards whose filter matches');
    table.text('facts').notNullable().comment('JSON: the entity.* facts');
    table
      .text('hash')
      .notNullable()
      .comment('Of everything above; equal: nothing to write');
    table
      .text('problems')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON: data problems in words');
    table
      .integer('problem_count')
      .notNullable()
      .defaultTo(0)
      .comment('Number of problems');
    table
      .integer('misses')
      .notNullable()
      .defaultTo(0)
      .comment('Sweeps in a row that did not see it');
    table
      .timestamp('changed_at', { useTz: true })
      .notNullable()
      .comment('When its facts last changed');
    table
      .timestamp('first_seen_at', { useTz: true })
      .notNullable()
      .comment('When it first appeared');
    table
      .timestamp('removed_at', { useTz: true })
      .comment('When it left the catalog');
    table.index(
      ['removed_at', 'problem_count'],
      'reliability_services_problems_idx',
    );
  });

  await knex.schema.createTable('reliability_sweeps', table => {
    table.comment('The last completed read of each source as a whole');
    table.string('source', 63).primary().comment('catalog');
    table
      .timestamp('completed_at', { useTz: true })
      .notNullable()
      .comment('When it was read to the end');
    table.integer('seen').notNullable().comment('Services seen');
    table.integer('changed').notNullable().comment('Services written');
  });

  await knex.schema.createTable('reliability_tier_overrides', table => {
    table.comment('Tiers set by hand');
    byteOrdered(knex, table, 'entity_ref')
      .primary()
      .comment('Entity reference');
    table.text('tier').notNullable().comment('Id of the tier');
    table.text('reason').notNullable().comment('Why');
    table
      .text('set_by')
      .notNullable()
      .comment('Entity reference or subject of the caller');
    table.timestamp('set_at', { useTz: true }).notNullable().comment('When');
  });

  await knex.schema.createTable('reliability_tier_changes', table => {
    table.comment(
      'Every override that was set or removed; rows are never changed',
    );
    table.increments('id').comment('Order of events');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference');
    table.string('action', 16).notNullable().comment('set or removed');
    table.text('tier').comment('Id of the tier; null when removed');
    table.text('reason').notNullable().comment('Why');
    table.text('changed_by').notNullable().comment('Who');
    table
      .timestamp('changed_at', { useTz: true })
      .notNullable()
      .comment('When');
    table.index(['entity_ref', 'id'], 'reliability_tier_changes_service_idx');
  });

  await knex.schema.createTable('reliability_facts', table => {
    table.comment('Pushed facts, the newest observation of each');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference');
    table.string('source', 63).notNullable().comment('Who pushed it');
    table.string('key', 200).notNullable().comment('Name within the source');
    table.text('value').notNullable().comment('JSON');
    table
      .timestamp('observed_at', { useTz: true })
      .notNullable()
      .comment('When it was observed');
    table
      .timestamp('expires_at', { useTz: true })
      .comment('When it goes stale; null: never');
    table.primary(['entity_ref', 'source', 'key'], 'reliability_facts_pk');
  });

  await knex.schema.createTable('reliability_scorecard_versions', table => {
    table.comment(
      'Every version of a scorecard that was ever in force, to explain history',
    );
    table.string('hash', 16).primary().comment('Of definition and tiers');
    table
      .string('scorecard_id', 63)
      .notNullable()
      .comment('Id of the scorecard');
    table
      .text('definition')
      .notNullable()
      .comment('JSON: definition, rule hashes and fact paths by check');
    table
      .timestamp('first_used_at', { useTz: true })
      .notNullable()
      .comment('When it came into force');
  });

  await knex.schema.createTable('reliability_reports', table => {
    table.comment(
      'The last assessment of each service on each scorecard; the ranking reads only this',
    );
    table
      .string('scorecard_id', 63)
      .notNullable()
      .comment('Id of the scorecard');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference');
    byteOrdered(knex, table, 'rank_key')
      .notNullable()
      .comment('Byte order is the ranking; made by core rankKey');
    table
      .integer('level_index')
      .notNullable()
      .comment('-1 below the first level');
    table
      .string('level_id', 63)
      .notNullable()
      .comment('none below the first level');
    table
      .integer('score')
      .notNullable()
      .comment('0–1000, computed by core assess');
    table
      .integer('coverage')
      .notNullable()
      .comment('0–1000, computed by core assess');
    table.string('tier_id', 63).notNullable().comment('untiered where none');
    table.integer('tier_rank').notNullable().comment('999 where untiered');
    byteOrdered(knex, table, 'sort_title')
      .notNullable()
      .comment('Title in lower case');
    byteOrdered(knex, table, 'owner').comment('Copy from the service');
    byteOrdered(knex, table, 'system').comment('Copy from the service');
    byteOrdered(knex, table, 'domain').comment('Copy from the service');
    table
      .text('search')
      .notNullable()
      .comment('What a text filter looks at, in lower case');
    table
      .text('outcomes')
      .notNullable()
      .comment('One letter for each check, in the order of the scorecard');
    table
      .boolean('needs_attention')
      .notNullable()
      .comment('Whether there is a reason to look at it');
    table
      .text('item')
      .notNullable()
      .comment('JSON: the line of the ranking, as it is answered');
    table
      .integer('trend_score')
      .notNullable()
      .comment('Score at the start of the trend window');
    table
      .string('trend_day', 10)
      .notNullable()
      .comment('First day of the trend window');
    table
      .timestamp('dropped_at', { useTz: true })
      .comment('When its level last fell');
    table
      .string('scorecard_hash', 16)
      .notNullable()
      .comment('Version of the rules that made it');
    table
      .timestamp('assessed_at', { useTz: true })
      .notNullable()
      .comment('When it was made');
    table
      .timestamp('next_change_at', { useTz: true })
      .comment('When it can change with no new facts');
    table
      .text('report')
      .notNullable()
      .comment('JSON: outcomes, reasons and the values seen');
    table.primary(['scorecard_id', 'entity_ref'], 'reliability_reports_pk');
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

  await knex.schema.createTable('reliability_history', table => {
    table.comment('One row per change of level or score');
    table.increments('id').comment('Order of events');
    table
      .string('scorecard_id', 63)
      .notNullable()
      .comment('Id of the scorecard');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference');
    table
      .timestamp('changed_at', { useTz: true })
      .notNullable()
      .comment('When');
    table
      .string('cause', 16)
      .comment('service, rule or data; null for the first assessment');
    table.string('level_from', 63).comment('Id; null for the first assessment');
    table.string('level_to', 63).notNullable().comment('Id');
    table
      .integer('score_from')
      .comment('0–1000; null for the first assessment');
    table.integer('score_to').notNullable().comment('0–1000');
    table.integer('coverage').notNullable().comment('0–1000, afterwards');
    table
      .text('flips')
      .notNullable()
      .comment('JSON: checks whose outcome changed, with cause and facts');
    table
      .string('scorecard_hash', 16)
      .notNullable()
      .comment('Version of the rules afterwards');
    table.index(
      ['scorecard_id', 'entity_ref', 'id'],
      'reliability_history_service_idx',
    );
    table.index(['changed_at'], 'reliability_history_time_idx');
  });

  await knex.schema.createTable('reliability_daily', table => {
    table.comment('Level and score of every service at the end of each day');
    table.string('day', 10).notNullable().comment('UTC, YYYY-MM-DD');
    table
      .string('scorecard_id', 63)
      .notNullable()
      .comment('Id of the scorecard');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference');
    table
      .string('level_id', 63)
      .notNullable()
      .comment('none below the first level');
    table
      .integer('level_index')
      .notNullable()
      .comment('-1 below the first level');
    table.integer('score').notNullable().comment('0–1000');
    table.integer('coverage').notNullable().comment('0–1000');
    table.string('tier_id', 63).notNullable().comment('Tier on that day');
    table.primary(
      ['scorecard_id', 'entity_ref', 'day'],
      'reliability_daily_pk',
    );
    table.index(['day'], 'reliability_daily_day_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'reliability_daily',
    'reliability_history',
    'reliability_reports',
    'reliability_scorecard_versions',
    'reliability_facts',
    'reliability_tier_changes',
    'reliability_tier_overrides',
    'reliability_sweeps',
    'reliability_services',
  ]) {
    await knex.schema.dropTable(table);
  }
};

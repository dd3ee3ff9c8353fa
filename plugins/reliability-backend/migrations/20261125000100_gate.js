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

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
function time(table, name) {
  return table.timestamp(name, { useTz: true });
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('reliability_gate_decisions', table => {
    table.comment('Answers of the load line that somebody had recorded');
    byteOrdered(knex, table, 'id').notNullable().comment('Random');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    byteOrdered(knex, table, 'key').comment(
      'Of whoever asked: the same again is the same record; null: none given',
    );
    time(table, 'at').notNullable().comment('When it was decided');
    table.string('decision', 8).notNullable().comment('allow, warn or hold');
    table.string('state', 16).notNullable().comment('How it came about');
    table.text('tier_id').comment('At that time; null: not known in time');
    table.text('headline').notNullable().comment('In one line');
    table.text('reasons').notNullable().comment('JSON: as answered');
    table.text('change').comment('Kind of change');
    table.text('ref').comment('What was changed, such as a commit');
    table.text('url').comment('Where it was changed');
    table.text('asked_by').notNullable().comment('Who had it recorded');
    table.text('override_by').comment('Who went on although held');
    time(table, 'override_at').comment('When');
    table.text('override_reason').comment('Why');
    table.primary(['id'], 'reliability_gate_decisions_pk');
    table.unique(['entity_ref', 'key'], {
      indexName: 'reliability_gate_decisions_key',
    });
    table.index(['at', 'id'], 'reliability_gate_decisions_time_idx');
    table.index(['entity_ref', 'at'], 'reliability_gate_decisions_service_idx');
  });
  await knex.schema.createTable('reliability_gate_waivers', table => {
    table.comment('Permissions to change although held; kept for ever');
    byteOrdered(knex, table, 'id').notNullable().comment('Random');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    table.text('rules').comment('JSON: ids of rules; null: every rule');
    table.text('reason').notNullable().comment('Why');
    time(table, 'until').notNullable().comment('When it is over');
    table.text('given_by').notNullable().comment('Who gave it');
    time(table, 'given_at').notNullable().comment('When');
    table.text('ended_by').comment('Who ended it before its time');
    time(table, 'ended_at').comment('When');
    table.text('ended_reason').comment('Why');
    table.primary(['id'], 'reliability_gate_waivers_pk');
    table.index(
      ['entity_ref', 'until'],
      'reliability_gate_waivers_service_idx',
    );
    table.index(['given_at', 'id'], 'reliability_gate_waivers_time_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reliability_gate_waivers');
  await knex.schema.dropTable('reliability_gate_decisions');
};

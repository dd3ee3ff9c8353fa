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
  await knex.schema.createTable('reliability_answer_proposals', table => {
    table.comment('Answers that wait for a person; one for each proposer');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    byteOrdered(knex, table, 'checklist_id').notNullable();
    byteOrdered(knex, table, 'item_id').notNullable();
    byteOrdered(knex, table, 'proposed_by')
      .notNullable()
      .comment('A person or a machine');
    table.text('id').notNullable().comment('Random');
    table
      .integer('version')
      .notNullable()
      .comment('Of the item when it was made; another one now: it is outdated');
    table.text('answer').notNullable().comment('yes, no or not-applicable');
    table.text('note').notNullable().comment('What was found');
    table.text('evidence').notNullable().comment('JSON: titles and addresses');
    table.timestamp('proposed_at', { useTz: true }).notNullable();
    table.primary(
      ['entity_ref', 'checklist_id', 'item_id', 'proposed_by'],
      'reliability_answer_proposals_pk',
    );
    table.index(['proposed_at'], 'reliability_answer_proposals_time_idx');
  });
  await knex.schema.createTable('reliability_event_marks', table => {
    table.comment('How far the history was told to others as events');
    table.text('name').notNullable().comment('Of the kind of event');
    table
      .bigInteger('last_id')
      .notNullable()
      .comment('Of the last step of the history that was told');
    table.primary(['name'], 'reliability_event_marks_pk');
  });
  await knex.schema.createTable('reliability_spent_budgets', table => {
    table.comment('Error budgets that were found spent, once in a window');
    byteOrdered(knex, table, 'slo_id').notNullable().comment('Id of the SLO');
    table
      .timestamp('spent_at', { useTz: true })
      .notNullable()
      .comment('When it was found');
    table.primary(['slo_id'], 'reliability_spent_budgets_pk');
    table.index(['spent_at'], 'reliability_spent_budgets_time_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reliability_spent_budgets');
  await knex.schema.dropTable('reliability_event_marks');
  await knex.schema.dropTable('reliability_answer_proposals');
};

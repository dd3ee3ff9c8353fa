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
  await knex.schema.createTable('reliability_handovers', table => {
    table.comment('Services that one team gives into the care of another');
    byteOrdered(knex, table, 'id').primary().comment('Sorts by time');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference of the service');
    table.text('from_owner').comment('The owner when it was offered');
    table.text('to_owner').notNullable().comment('A group or a user');
    table.text('note').notNullable().comment('Of who offers it');
    table
      .string('state', 16)
      .notNullable()
      .comment('offered, accepted, conditions or withdrawn');
    table
      .text('conditions')
      .notNullable()
      .comment('What must be done before it is taken');
    table.text('offered_by').notNullable().comment('Who');
    table
      .timestamp('offered_at', { useTz: true })
      .notNullable()
      .comment('When');
    table.text('decided_by').comment('Who decided last');
    table.timestamp('decided_at', { useTz: true }).comment('When');
    table.integer('version').notNullable().comment('Counts decisions');
    table
      .text('document')
      .notNullable()
      .comment('JSON: the packet as it was when it was offered');
    table.index(['entity_ref', 'id'], 'reliability_handovers_service_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reliability_handovers');
};

// @ts-check

/**
 * Byte order, so that keys sort the same on every server whatever its locale.
 * @param {import('knex').Knex} knex
 * @param {import('knex').Knex.AlterTableBuilder} table
 * @param {string} name
 */
function byteOrdered(knex, table, name) {
  return knex.client.config.client === 'pg'
    ? table.specificType(name, 'text collate "C"')
    : table.text(name);
}

/**
 * What a day and a step must keep, so that two days can be compared and somebody be named.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('reliability_daily', table => {
    table
      .string('scorecard_hash', 16)
      .comment(
        'Version of the rules that made it; null in rows from before it was kept, as are all below',
      );
    table
      .text('outcomes')
      .comment('One letter for each check, in the order of that version');
    table
      .timestamp('assessed_at', { useTz: true })
      .comment('When the report was made; steps up to it are in it');
    byteOrdered(knex, table, 'owner').comment('Entity reference on that day');
    byteOrdered(knex, table, 'system').comment('Entity reference on that day');
    byteOrdered(knex, table, 'domain').comment('Entity reference on that day');
  });
  await knex.schema.alterTable('reliability_history', table => {
    table
      .text('changed_by')
      .comment(
        'Reference of the person or machine, or the source such as source:catalog; null where it was not kept',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('reliability_history', table => {
    table.dropColumn('changed_by');
  });
  await knex.schema.alterTable('reliability_daily', table => {
    for (const name of [
      'domain',
      'system',
      'owner',
      'assessed_at',
      'outcomes',
      'scorecard_hash',
    ]) {
      table.dropColumn(name);
    }
  });
};

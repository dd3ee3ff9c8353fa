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
  await knex.schema.createTable('reliability_dependencies', table => {
    table.comment('What services name in the catalog that they need');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    byteOrdered(knex, table, 'depends_on')
      .notNullable()
      .comment(
        'Entity reference: a service, another component, API or resource',
      );
    table
      .string('via', 16)
      .notNullable()
      .comment('depends-on, consumes-api, provides-api, or soft');
    table.primary(
      ['entity_ref', 'depends_on', 'via'],
      'reliability_dependencies_pk',
    );
    table.index(['depends_on'], 'reliability_dependencies_target_idx');
  });

  await knex.schema.createTable('reliability_promises', table => {
    table.comment(
      'Tiers against the catalog graph, and promises against those of dependencies; worked out by a task',
    );
    byteOrdered(knex, table, 'entity_ref').primary().comment('Of the service');
    byteOrdered(knex, table, 'owner').comment('Entity reference');
    byteOrdered(knex, table, 'tier_id').notNullable().comment('Or untiered');
    byteOrdered(knex, table, 'honesty_key')
      .notNullable()
      .comment('Order among tiers: most critical first');
    byteOrdered(knex, table, 'promise_key')
      .notNullable()
      .comment('Order among promises: worst verdict, then most critical first');
    table.integer('inversions').notNullable().comment('How many');
    table
      .boolean('proposed')
      .notNullable()
      .comment('Whether another tier is proposed');
    table
      .string('verdict', 16)
      .notNullable()
      .comment('broken, tight, unknown or kept');
    table.text('record').notNullable().comment('JSON: all of it');
    table.index(['honesty_key'], 'reliability_promises_honesty_idx');
    table.index(['promise_key'], 'reliability_promises_promise_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reliability_promises');
  await knex.schema.dropTable('reliability_dependencies');
};

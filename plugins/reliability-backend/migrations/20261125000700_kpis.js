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
  await knex.schema.createTable('reliability_risks', table => {
    table.comment('Risks that people wrote down');
    byteOrdered(knex, table, 'id').primary().comment('UUID of its author');
    table.text('title').notNullable().comment('As shown');
    table.text('description').notNullable().comment('Markdown');
    byteOrdered(knex, table, 'scope_owner').comment(
      'Entity reference: all services of this owner',
    );
    byteOrdered(knex, table, 'scope_system').comment(
      'Entity reference: all services of this system',
    );
    table.integer('likelihood').notNullable().comment('1–5');
    table.integer('impact').notNullable().comment('1–5');
    byteOrdered(knex, table, 'owner')
      .notNullable()
      .comment('Entity reference: who cares for it');
    table.text('mitigation').notNullable().comment('Markdown');
    table
      .string('review_by', 10)
      .notNullable()
      .comment('UTC, YYYY-MM-DD: when it is looked at again');
    table
      .string('state', 16)
      .notNullable()
      .comment('open, mitigated, accepted or closed');
    byteOrdered(knex, table, 'scorecard_id').comment(
      'Of the check that it took over',
    );
    byteOrdered(knex, table, 'check_id').comment('Id of that check');
    byteOrdered(knex, table, 'check_entity_ref').comment(
      'Service at which that check fails',
    );
    table
      .integer('version')
      .notNullable()
      .comment('Counts changes; a writer must name the one it read');
    byteOrdered(knex, table, 'created_by').notNullable().comment('Who');
    table
      .timestamp('created_at', { useTz: true })
      .notNullable()
      .comment('When');
    byteOrdered(knex, table, 'changed_by').notNullable().comment('Who');
    table
      .timestamp('changed_at', { useTz: true })
      .notNullable()
      .comment('Last change');
    table.unique(['scorecard_id', 'check_id', 'check_entity_ref'], {
      indexName: 'reliability_risks_check_key',
    });
  });

  await knex.schema.createTable('reliability_risk_services', table => {
    table.comment('Which services a risk concerns; none: see its scope');
    byteOrdered(knex, table, 'risk_id').notNullable().comment('Id of the risk');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    table.primary(['risk_id', 'entity_ref'], 'reliability_risk_services_pk');
    table.index(['entity_ref'], 'reliability_risk_services_service_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reliability_risk_services');
  await knex.schema.dropTable('reliability_risks');
};

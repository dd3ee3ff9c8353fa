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
  await knex.schema.createTable('reliability_exemptions', table => {
    table.comment('Exemptions that were asked for in the portal');
    byteOrdered(knex, table, 'id').notNullable().comment('UUID');
    table
      .string('scorecard_id', 63)
      .notNullable()
      .comment('Id of the scorecard');
    table.text('check_id').notNullable().comment('Id of the check');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    table.text('reason').notNullable().comment('Why the check may fail');
    table
      .string('until', 40)
      .notNullable()
      .comment('Last day, or time of the end, as asked for');
    time(table, 'ends_at')
      .notNullable()
      .comment('When it is over; earlier where it was decided so');
    table
      .string('state', 16)
      .notNullable()
      .comment('requested, approved, denied, revoked or withdrawn');
    byteOrdered(knex, table, 'requested_by').notNullable().comment('Who asked');
    time(table, 'requested_at').notNullable().comment('When');
    byteOrdered(knex, table, 'decided_by').comment('Who decided last');
    time(table, 'decided_at').comment('When');
    table.text('note').notNullable().comment('Of the last decision');
    time(table, 'since_at').comment(
      'Since when the check is exempt without a break; null: it never was',
    );
    table.double('weight').comment('Of the check at the approval');
    byteOrdered(knex, table, 'renews').comment('Id of the one it goes on with');
    byteOrdered(knex, table, 'renewed_by').comment('Id of the one after it');
    table.integer('renewals').notNullable().comment('Renewals before it');
    table.integer('version').notNullable().comment('From 1');
    table.primary(['id'], 'reliability_exemptions_pk');
    table.index(
      ['entity_ref', 'scorecard_id', 'check_id'],
      'reliability_exemptions_check_idx',
    );
    table.index(['state', 'ends_at'], 'reliability_exemptions_state_idx');
    table.index(['ends_at', 'id'], 'reliability_exemptions_end_idx');
    table.index(['requested_at', 'id'], 'reliability_exemptions_asked_idx');
  });

  await knex.schema.createTable('reliability_exemption_events', table => {
    table.comment('What was done with exemptions; rows are only added');
    byteOrdered(knex, table, 'exemption_id').notNullable().comment('Its id');
    table
      .integer('version')
      .notNullable()
      .comment('Of the exemption, that the event led to');
    time(table, 'at').notNullable().comment('When');
    byteOrdered(knex, table, 'by').notNullable().comment('Who');
    table.string('action', 16).notNullable().comment('What');
    table.text('note').notNullable().comment('Why');
    table.primary(
      ['exemption_id', 'version'],
      'reliability_exemption_events_pk',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reliability_exemption_events');
  await knex.schema.dropTable('reliability_exemptions');
};

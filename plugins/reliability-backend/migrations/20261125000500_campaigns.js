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
  await knex.schema.createTable('reliability_campaigns', table => {
    table.comment('Goals with a date');
    byteOrdered(knex, table, 'id').notNullable();
    table.text('title').notNullable();
    table.text('goal').notNullable().comment('Markdown');
    byteOrdered(knex, table, 'owner')
      .notNullable()
      .comment('Entity reference of whoever runs it');
    table
      .string('state', 16)
      .notNullable()
      .comment('draft, running, ended or cancelled');
    byteOrdered(knex, table, 'starts_at').notNullable().comment('UTC day');
    byteOrdered(knex, table, 'due_at')
      .notNullable()
      .comment('UTC day; the last one');
    table
      .text('scorecard_id')
      .notNullable()
      .comment('Whose services it is for');
    table
      .text('scope')
      .notNullable()
      .comment('JSON: filter of services, checks and items');
    byteOrdered(knex, table, 'open_key').comment(
      'Of all that was asked for, so that the same is not made twice; null when it is over',
    );
    time(table, 'started_at').comment('When it began to run');
    time(table, 'ended_at').comment('When it ended or was cancelled');
    table.text('ended_by').comment('null: its last day was over');
    table.text('result').comment('JSON: the numbers of services at the end');
    table.text('created_by').notNullable();
    time(table, 'created_at').notNullable();
    table.text('changed_by').notNullable();
    time(table, 'changed_at').notNullable();
    table.integer('version').notNullable();
    table.primary(['id'], 'reliability_campaigns_pk');
    table.unique(['open_key'], {
      indexName: 'reliability_campaigns_open_key_uq',
    });
    table.index(['state', 'due_at'], 'reliability_campaigns_state_idx');
  });

  await knex.schema.createTable('reliability_campaign_daily', table => {
    table.comment('How far a campaign was at the end of each day');
    byteOrdered(knex, table, 'campaign_id').notNullable();
    byteOrdered(knex, table, 'owner')
      .notNullable()
      .comment('Of the services; empty: of all, none: of those without one');
    byteOrdered(knex, table, 'day').notNullable().comment('UTC day');
    table.integer('total').notNullable();
    table.integer('done').notNullable();
    table.integer('exempt').notNullable();
    table.integer('unknown').notNullable();
    table.primary(
      ['campaign_id', 'owner', 'day'],
      'reliability_campaign_daily_pk',
    );
    table.index(['day'], 'reliability_campaign_daily_day_idx');
  });

  await knex.schema.createTable('reliability_campaign_events', table => {
    table.comment('What was decided about a campaign, by whom');
    table.increments('id');
    byteOrdered(knex, table, 'campaign_id').notNullable();
    time(table, 'at').notNullable();
    table.text('by').comment('null: the day came');
    table
      .string('action', 16)
      .notNullable()
      .comment('create, change, start, end or cancel');
    table.text('fields').notNullable().comment('JSON: what a change changed');
    table.text('note').notNullable();
    table.index(['campaign_id', 'id'], 'reliability_campaign_events_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reliability_campaign_events');
  await knex.schema.dropTable('reliability_campaign_daily');
  await knex.schema.dropTable('reliability_campaigns');
};

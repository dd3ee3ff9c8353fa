// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('reliability_previews', table => {
    table.comment('What other rules would change, for a day');
    table
      .string('id', 36)
      .notNullable()
      .primary('reliability_previews_pkey')
      .comment('UUID: whoever has it may look, at the services they may see');
    table.text('made_by').notNullable().comment('Who asked');
    table
      .timestamp('made_at', { useTz: true })
      .notNullable()
      .comment('Of which time the facts are');
    table
      .timestamp('expires_at', { useTz: true })
      .notNullable()
      .comment('When it is removed');
    table.text('rules').notNullable().comment('JSON: what was tried');
    table
      .text('services')
      .notNullable()
      .comment('Base64 of gzipped JSON: each service before and after');
    table.index(['expires_at'], 'reliability_previews_expiry_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reliability_previews');
};

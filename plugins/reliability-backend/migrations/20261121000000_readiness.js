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
 * The database itself refuses to change a dossier, whatever the code does.
 * @param {import('knex').Knex} knex
 */
async function freezeDossiers(knex) {
  if (knex.client.config.client !== 'pg') {
    await knex.raw(`
      create trigger reliability_dossier_frozen
      before update of dossier, dossier_hash on reliability_reviews
      when old.dossier is not null
        and (new.dossier is not old.dossier
          or new.dossier_hash is not old.dossier_hash)
      begin
        select raise(abort, 'A dossier is never changed');
      end`);
    return;
  }
  await knex.raw(`
    create function reliability_refuse_dossier() returns trigger as $$
    begin
      raise exception 'A dossier is never changed';
    end
    $$ language plpgsql`);
  await knex.raw(`
    create trigger reliability_dossier_frozen
    before update on reliability_reviews
    for each row
    when (old.dossier is not null
      and (new.dossier is distinct from old.dossier
        or new.dossier_hash is distinct from old.dossier_hash))
    execute function reliability_refuse_dossier()`);
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('reliability_checklist_items', table => {
    table.comment('When each item first appeared in a checklist');
    table.string('checklist_id', 63).notNullable().comment('Id of the list');
    table.string('item_id', 63).notNullable().comment('Id of the item');
    table
      .timestamp('first_seen_at', { useTz: true })
      .notNullable()
      .comment('When a configuration with it was first started');
    table.primary(['checklist_id', 'item_id'], 'reliability_items_pk');
  });

  await knex.schema.createTable('reliability_answers', table => {
    table.comment('The answer of each service to each item, and doubts');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference');
    table.string('checklist_id', 63).notNullable().comment('Id of the list');
    table
      .string('item_id', 63)
      .notNullable()
      .comment('Id under which it was answered');
    table
      .integer('version')
      .notNullable()
      .comment('Counts changes; a writer must name the one it read');
    table
      .string('answer', 16)
      .comment('yes, no or not-applicable; null: taken back, or only doubted');
    table.text('note').notNullable().comment('Markdown');
    table.text('evidence').notNullable().comment('JSON: links');
    table.text('answered_by').comment('Entity reference of the author');
    table.timestamp('answered_at', { useTz: true }).comment('When');
    table.text('contest_reason').comment('Why somebody doubts it; null: none');
    table.text('contested_by').comment('Entity reference');
    table.timestamp('contested_at', { useTz: true }).comment('When');
    table.primary(
      ['entity_ref', 'checklist_id', 'item_id'],
      'reliability_answers_pk',
    );
  });

  await knex.schema.createTable('reliability_answer_changes', table => {
    table.comment('Every change of an answer; rows are never changed');
    table.increments('id').comment('Order of events');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference');
    table.string('checklist_id', 63).notNullable().comment('Id of the list');
    table
      .string('item_id', 63)
      .notNullable()
      .comment('Id under which it was then');
    table
      .string('action', 16)
      .notNullable()
      .comment('answered, withdrawn, contested, settled or imported');
    table.text('answer').comment('JSON: the answer afterwards; null: none');
    table.text('reason').notNullable().comment('Of a doubt');
    table.text('changed_by').notNullable().comment('Entity reference');
    table
      .timestamp('changed_at', { useTz: true })
      .notNullable()
      .comment('When');
    table.integer('version').notNullable().comment('Of the answer afterwards');
    table.index(
      ['entity_ref', 'checklist_id', 'item_id', 'id'],
      'reliability_answer_changes_item_idx',
    );
  });

  await knex.schema.createTable('reliability_reviews', table => {
    table.comment('Reviews of a phase of a checklist, and their dossiers');
    table.string('id', 36).primary().comment('UUID');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference');
    table.string('checklist_id', 63).notNullable().comment('Id of the list');
    table.string('phase_id', 63).notNullable().comment('Id of the phase');
    table
      .string('state', 16)
      .notNullable()
      .comment('requested, approved, returned or withdrawn');
    table.text('requested_by').notNullable().comment('Entity reference');
    table
      .timestamp('requested_at', { useTz: true })
      .notNullable()
      .comment('When');
    table.text('note').notNullable().comment('Of the requester');
    table.text('decided_by').comment('Entity reference');
    table.timestamp('decided_at', { useTz: true }).comment('When');
    table.text('comment').notNullable().comment('Of the reviewer');
    table.text('comments').notNullable().comment('JSON: by item id');
    table.text('dossier').comment('JSON: the frozen copy; only of approved');
    table.string('dossier_hash', 64).comment('SHA-256 of its canonical JSON');
    table.index(
      ['entity_ref', 'checklist_id', 'phase_id', 'requested_at'],
      'reliability_reviews_phase_idx',
    );
    table.index(['state', 'requested_at'], 'reliability_reviews_state_idx');
  });
  await freezeDossiers(knex);

  await knex.schema.createTable('reliability_readiness', table => {
    table.comment(
      'What each checklist last said about each service; pages and lists read only this',
    );
    table.string('checklist_id', 63).notNullable().comment('Id of the list');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference');
    table
      .string('checklist_hash', 16)
      .notNullable()
      .comment('Version of the definition that made it');
    table
      .boolean('applies')
      .notNullable()
      .comment('Whether the checklist is for the service');
    byteOrdered(knex, table, 'sort_title')
      .notNullable()
      .comment('Title in lower case');
    table.text('title').notNullable().comment('Copy from the service');
    table.text('search').notNullable().comment('Title, reference and owner');
    byteOrdered(knex, table, 'owner').comment('Copy from the service');
    byteOrdered(knex, table, 'system').comment('Copy from the service');
    table.string('tier_id', 63).notNullable().comment('untiered where none');
    table.integer('progress').notNullable().comment('0–1000');
    table.integer('required_met').notNullable().comment('Items');
    table.integer('required_total').notNullable().comment('Items');
    table.integer('missing').notNullable().comment('Required and not met');
    table.integer('expired').notNullable().comment('Items');
    table.integer('contested').notNullable().comment('Items');
    table
      .text('states')
      .notNullable()
      .comment('One letter for each item, in the order of the definition');
    table.boolean('signed_off').notNullable().comment('By a valid sign-off');
    table
      .timestamp('signed_off_at', { useTz: true })
      .comment('The oldest sign-off that counts');
    table
      .timestamp('assessed_at', { useTz: true })
      .notNullable()
      .comment('When it was made');
    table
      .timestamp('next_change_at', { useTz: true })
      .comment('When it can change with no new answers or facts');
    table
      .text('detail')
      .notNullable()
      .comment('JSON: items, phases, forecast and facts');
    table.primary(['entity_ref', 'checklist_id'], 'reliability_readiness_pk');
    table.index(
      ['checklist_id', 'checklist_hash', 'applies', 'progress', 'entity_ref'],
      'reliability_readiness_progress_idx',
    );
    table.index(['checklist_id', 'owner'], 'reliability_readiness_owner_idx');
    table.index(['next_change_at'], 'reliability_readiness_due_idx');
  });

  await knex.schema.createTable('reliability_notices', table => {
    table.comment('The last digest of each person, so that nobody gets two');
    byteOrdered(knex, table, 'recipient')
      .notNullable()
      .comment('Entity reference of a user');
    table
      .string('day', 10)
      .notNullable()
      .comment('YYYY-MM-DD, in the configured time zone');
    table
      .timestamp('told_until', { useTz: true })
      .notNullable()
      .comment('What happened later is for the next one');
    table.primary(['recipient'], 'reliability_notices_pk');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'reliability_notices',
    'reliability_readiness',
    'reliability_reviews',
    'reliability_answer_changes',
    'reliability_answers',
    'reliability_checklist_items',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (knex.client.config.client === 'pg') {
    await knex.raw('drop function reliability_refuse_dossier()');
  }
};

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
async function createIncidents(knex) {
  await knex.schema.createTable('reliability_incidents', table => {
    table.comment(
      'Incidents, as their providers last told them and as they count',
    );
    byteOrdered(knex, table, 'id').notNullable().comment('account:external id');
    byteOrdered(knex, table, 'account')
      .notNullable()
      .comment('As configured; portal: recorded here');
    table.string('provider', 32).notNullable().comment('Type of the account');
    table.text('external_id').notNullable().comment('Id at the account');
    table.text('reference').comment('As people call it');
    table.text('url').comment('Page at the provider');
    table.text('title').notNullable().comment('As shown');
    table.string('status', 16).notNullable().comment('How far it is');
    table.text('severity_raw').comment('In the words of whoever set it');
    table.integer('severity_level').comment('1 is the worst; null: not mapped');
    table.boolean('is_test').notNullable().comment('An exercise');
    table.boolean('is_private').notNullable().comment('Kept without any text');
    table
      .text('merged_into')
      .comment('External id of the one it goes on under');
    byteOrdered(knex, table, 'dedupe_key').comment(
      'Equal for incidents of the same trouble',
    );
    table.text('cause').comment('As shown');
    table
      .boolean('customer_impact')
      .comment('Whether customers felt it; null: nobody said');
    time(table, 'started_at').notNullable().comment('For lists and figures');
    time(table, 'impact_start_at').comment('Stamp');
    time(table, 'detected_at').comment('Stamp');
    time(table, 'declared_at').comment('Stamp');
    time(table, 'acknowledged_at').comment('Stamp');
    time(table, 'mitigated_at').comment('Stamp');
    time(table, 'impact_end_at').comment('Stamp');
    time(table, 'resolved_at').comment('Stamp; the last one');
    time(table, 'closed_at').comment('Stamp');
    table
      .boolean('counts')
      .notNullable()
      .comment('Whether figures count it: no exercise, merged or declined one');
    table.boolean('open').notNullable().comment('Somebody still works on it');
    table.boolean('unmapped').notNullable().comment('It concerns no service');
    table.text('search').notNullable().comment('Lower case: what is searched');
    table
      .text('reported')
      .notNullable()
      .comment('JSON: as the provider told it');
    table.text('edits').notNullable().comment('JSON: what people set over it');
    table.integer('pages_total').notNullable().comment('Calls for people');
    table.integer('pages_after_hours').notNullable().comment('Off or in sleep');
    table.integer('pages_sleep').notNullable().comment('In sleep');
    table
      .integer('pages_unacknowledged')
      .notNullable()
      .comment('Nobody acknowledged them');
    table
      .integer('pages_zone_unknown')
      .notNullable()
      .comment('Their hour was told by the zone of the configuration');
    table
      .integer('pages_without_human')
      .notNullable()
      .comment('Went away without anybody');
    byteOrdered(knex, table, 'repeat_of').comment(
      'Id of the earlier incident that it repeats',
    );
    table
      .boolean('postmortem_required')
      .notNullable()
      .comment('By the contract of the tier of a service');
    time(table, 'draft_due_at').comment('When a draft is due');
    time(table, 'publish_due_at').comment('When publication is due');
    table
      .double('budget_spent')
      .comment('Largest share of an error budget; null: not measured');
    time(table, 'updated_at').notNullable().comment('Latest change, as shown');
    time(table, 'reported_at')
      .notNullable()
      .comment('Latest change at the provider; an older reading is left out');
    time(table, 'removed_at').comment(
      'Since when the account does not have it',
    );
    table
      .string('content_hash', 64)
      .notNullable()
      .comment('Of what was reported and of what it makes here');
    time(table, 'changed_at').notNullable().comment('When that last changed');
    time(table, 'first_seen_at').notNullable().comment('When it came');
    table.primary(['id'], 'reliability_incidents_pk');
    // With all that lists and counts ask of each: rows hold texts, and reading a hundred thousand takes seconds.
    table.index(
      [
        'started_at',
        'id',
        'status',
        'is_test',
        'open',
        'unmapped',
        'removed_at',
        'severity_level',
        'postmortem_required',
        'draft_due_at',
        'publish_due_at',
      ],
      'reliability_incidents_started_idx',
    );
    table.index(['account'], 'reliability_incidents_account_idx');
    table.index(['open'], 'reliability_incidents_open_idx');
    table.index(['unmapped'], 'reliability_incidents_unmapped_idx');
    table.index(
      ['dedupe_key', 'started_at'],
      'reliability_incidents_dedupe_idx',
    );
    table.index(['updated_at'], 'reliability_incidents_updated_idx');
    table.index(['repeat_of'], 'reliability_incidents_repeat_idx');
  });

  await knex.schema.createTable('reliability_incident_services', table => {
    table.comment('Which services an incident concerns');
    byteOrdered(knex, table, 'incident_id').notNullable().comment('Its id');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    table
      .string('origin', 16)
      .notNullable()
      .comment('Who says so: provider, annotation, mapping or person');
    time(table, 'started_at').notNullable().comment('As of the incident');
    byteOrdered(knex, table, 'owner').comment(
      'Of the service, when last saved',
    );
    table.primary(
      ['incident_id', 'entity_ref'],
      'reliability_incident_services_pk',
    );
    table.index(
      ['entity_ref', 'started_at'],
      'reliability_incident_services_service_idx',
    );
  });

  await knex.schema.createTable('reliability_incident_subjects', table => {
    table.comment('What incidents are about, at their providers');
    byteOrdered(knex, table, 'incident_id').notNullable().comment('Its id');
    byteOrdered(knex, table, 'account').notNullable().comment('As configured');
    byteOrdered(knex, table, 'kind')
      .notNullable()
      .comment('Word of the provider');
    byteOrdered(knex, table, 'ref_id')
      .notNullable()
      .comment('Id at the account');
    table.text('label').comment('As shown to people');
    table.text('url').comment('Page at the provider');
    table.primary(
      ['incident_id', 'kind', 'ref_id'],
      'reliability_incident_subjects_pk',
    );
    table.index(
      ['account', 'kind', 'ref_id'],
      'reliability_incident_subjects_ref_idx',
    );
  });

  await knex.schema.createTable('reliability_incident_updates', table => {
    table.comment('What was written here while an incident went on');
    byteOrdered(knex, table, 'incident_id').notNullable().comment('Its id');
    byteOrdered(knex, table, 'id').notNullable().comment('Within the incident');
    time(table, 'at').notNullable().comment('When it was written');
    table.text('text').notNullable().comment('Markdown');
    table.string('status', 16).comment('The status that it set');
    byteOrdered(knex, table, 'by_ref').comment(
      'Entity reference of the author',
    );
    table.primary(['incident_id', 'id'], 'reliability_incident_updates_pk');
  });
}

/** @param {import('knex').Knex} knex */
async function createMapping(knex) {
  await knex.schema.createTable('reliability_incident_links', table => {
    table.comment('What annotations of services name at accounts');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    byteOrdered(knex, table, 'account').notNullable().comment('As configured');
    byteOrdered(knex, table, 'kind').notNullable().comment('Of the subject');
    byteOrdered(knex, table, 'ref_id')
      .notNullable()
      .comment('Id at the account');
    table.text('annotation').notNullable().comment('Its name');
    table.primary(
      ['entity_ref', 'account', 'kind', 'ref_id'],
      'reliability_incident_links_pk',
    );
    table.index(
      ['account', 'kind', 'ref_id'],
      'reliability_incident_links_ref_idx',
    );
  });

  await knex.schema.createTable('reliability_incident_entities', table => {
    table.comment('Services whose annotations or place in the catalog changed');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    table
      .text('problems')
      .notNullable()
      .comment('JSON: references that cannot be followed');
    time(table, 'changed_at').notNullable().comment('Last change');
    time(table, 'remap_at').comment(
      'Its incidents are looked at again then; null: they were',
    );
    table.primary(['entity_ref'], 'reliability_incident_entities_pk');
    table.index(['remap_at'], 'reliability_incident_entities_remap_idx');
  });

  await knex.schema.createTable('reliability_incident_claims', table => {
    table.comment(
      'Services that a provider or a person names, in the catalog or not',
    );
    byteOrdered(knex, table, 'incident_id').notNullable().comment('Its id');
    byteOrdered(knex, table, 'entity_ref').notNullable().comment('As named');
    table.primary(
      ['incident_id', 'entity_ref'],
      'reliability_incident_claims_pk',
    );
    table.index(['entity_ref'], 'reliability_incident_claims_service_idx');
  });

  await knex.schema.createTable('reliability_incident_mappings', table => {
    table.comment('Services of subjects, as people set them here');
    byteOrdered(knex, table, 'account').notNullable().comment('As configured');
    byteOrdered(knex, table, 'kind').notNullable().comment('Of the subject');
    byteOrdered(knex, table, 'ref_id')
      .notNullable()
      .comment('Id at the account');
    table.text('entity_refs').notNullable().comment('JSON: list of references');
    byteOrdered(knex, table, 'set_by')
      .notNullable()
      .comment('Entity reference');
    time(table, 'set_at').notNullable().comment('When');
    table.primary(
      ['account', 'kind', 'ref_id'],
      'reliability_incident_mappings_pk',
    );
  });
}

/** @param {import('knex').Knex} knex */
async function createAccounts(knex) {
  await knex.schema.createTable('reliability_incident_accounts', table => {
    table.comment('How far each account was read');
    byteOrdered(knex, table, 'name').notNullable().comment('As configured');
    table.string('provider', 32).notNullable().comment('Type of the account');
    table.text('cursor').comment('Of the last batch that was stored');
    time(table, 'backfilled_to').comment('Everything since then is known');
    table
      .boolean('backfill_done')
      .notNullable()
      .comment('Whether its history was read once');
    time(table, 'success_at').comment('Last time that all of it was read');
    time(table, 'tried_at').comment('Last try');
    table.text('error').comment('Why the last try failed; null: it did not');
    table
      .integer('failures')
      .notNullable()
      .comment('Tries in a row that failed');
    time(table, 'next_due_at').comment('Not asked before; null: at any time');
    table.primary(['name'], 'reliability_incident_accounts_pk');
  });

  await knex.schema.createTable('reliability_incident_deliveries', table => {
    table.comment('Webhooks that came, with what is to be read again');
    byteOrdered(knex, table, 'account').notNullable().comment('As configured');
    byteOrdered(knex, table, 'delivery_id')
      .notNullable()
      .comment('Equal when the same one comes again');
    time(table, 'received_at').notNullable().comment('When it came first');
    table
      .text('refresh')
      .notNullable()
      .comment('JSON: external ids to read, or the incidents themselves');
    time(table, 'done_at').comment('When it was dealt with; null: not yet');
    table.integer('tries').notNullable().comment('Tries that failed');
    time(table, 'next_try_at').notNullable().comment('Not before');
    table.text('error').comment('Why the last try failed');
    table.primary(
      ['account', 'delivery_id'],
      'reliability_incident_deliveries_pk',
    );
    table.index(
      ['done_at', 'next_try_at'],
      'reliability_incident_deliveries_due_idx',
    );
  });
}

/** @param {import('knex').Knex} knex */
async function createLearning(knex) {
  await knex.schema.createTable('reliability_postmortems', table => {
    table.comment('Postmortems, written here or linked');
    byteOrdered(knex, table, 'incident_id').notNullable().comment('Of which');
    table.string('source', 16).notNullable().comment('Where it is kept');
    table
      .string('status', 16)
      .notNullable()
      .comment('draft, in-review, published');
    table.text('title').notNullable().comment('As shown');
    table.text('url').comment('Where it is read, if not here');
    table.text('sections').notNullable().comment('JSON: Markdown by section');
    table.integer('version').notNullable().comment('From 1');
    byteOrdered(knex, table, 'author').comment('Entity reference');
    time(table, 'created_at').notNullable().comment('When it came');
    byteOrdered(knex, table, 'updated_by').comment('Entity reference');
    time(table, 'updated_at').notNullable().comment('Last change');
    byteOrdered(knex, table, 'reviewer').comment('Who published it');
    time(table, 'published_at').comment('When');
    table.text('search').notNullable().comment('Lower case: what is searched');
    table.primary(['incident_id'], 'reliability_postmortems_pk');
  });

  await knex.schema.createTable('reliability_follow_ups', table => {
    table.comment('What is to be done after an incident');
    byteOrdered(knex, table, 'id').notNullable().comment('Its id');
    byteOrdered(knex, table, 'incident_id')
      .notNullable()
      .comment('After which');
    table.text('external_id').comment('At the provider; null: made here');
    table.text('title').notNullable().comment('As shown');
    table
      .string('status', 16)
      .notNullable()
      .comment('open, in-progress, done or wont-do');
    byteOrdered(knex, table, 'owner').comment('Entity reference');
    time(table, 'due_at').comment('By when');
    time(table, 'done_at').comment('When it was done');
    table.text('ticket').comment('JSON: where the work is tracked');
    table.text('url').comment('Page at the provider');
    table.string('origin', 16).notNullable().comment('provider or person');
    table.text('edits').notNullable().comment('JSON: what people set over it');
    table.text('contradicts_checklist').comment('Id of a checklist');
    table.text('contradicts_item').comment('Id of an item that it contradicts');
    time(table, 'created_at').notNullable().comment('When it came');
    time(table, 'changed_at').notNullable().comment('Last change');
    table.primary(['id'], 'reliability_follow_ups_pk');
    table.index(['incident_id'], 'reliability_follow_ups_incident_idx');
    table.index(['status', 'due_at'], 'reliability_follow_ups_due_idx');
    table.index(['owner'], 'reliability_follow_ups_owner_idx');
  });

  await knex.schema.createTable('reliability_lessons', table => {
    table.comment('Proposals for items of checklists, made from follow-ups');
    byteOrdered(knex, table, 'id').notNullable().comment('Its id');
    byteOrdered(knex, table, 'follow_up_id')
      .notNullable()
      .comment('From which');
    table.text('checklist_id').notNullable().comment('For which checklist');
    table.text('item_id').comment('Item that says it already; null: a new one');
    table.text('title').notNullable().comment('Of the item');
    table.text('reason').notNullable().comment('Markdown: why');
    table.string('state', 16).notNullable().comment('How far it is');
    table.text('note').comment('Of whoever decided');
    byteOrdered(knex, table, 'proposed_by').notNullable().comment('Who');
    time(table, 'proposed_at').notNullable().comment('When');
    byteOrdered(knex, table, 'decided_by').comment('Who');
    time(table, 'decided_at').comment('When');
    table.primary(['id'], 'reliability_lessons_pk');
    table.unique(['follow_up_id'], {
      indexName: 'reliability_lessons_follow_up_key',
    });
  });

  await knex.schema.createTable('reliability_changes', table => {
    table.comment('Changes of services that were pushed');
    byteOrdered(knex, table, 'source').notNullable().comment('Who pushed it');
    byteOrdered(knex, table, 'id').notNullable().comment('Within the source');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    time(table, 'at').notNullable().comment('When it went live');
    table.string('kind', 40).notNullable().comment('Such as deploy');
    table.text('title').notNullable().comment('As shown');
    table.text('url').comment('Where it is described');
    time(table, 'received_at').notNullable().comment('When it came');
    table.primary(['source', 'id', 'entity_ref'], 'reliability_changes_pk');
    table.index(['entity_ref', 'at'], 'reliability_changes_service_idx');
    table.index(['at'], 'reliability_changes_time_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createLedger(knex) {
  await knex.schema.createTable('reliability_incident_spends', table => {
    table.comment('What incidents took of error budgets');
    byteOrdered(knex, table, 'slo_id').notNullable().comment('Of which SLO');
    byteOrdered(knex, table, 'objective_id').notNullable().comment('Of it');
    byteOrdered(knex, table, 'incident_id').notNullable().comment('By which');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    time(table, 'from_at').notNullable().comment('Begin of the impact');
    time(table, 'to_at').notNullable().comment('End of the impact, so far');
    table.double('bad').comment('Bad events in it; null: not measured');
    table.double('total').comment('All events in it; null: not measured');
    table.double('share').comment('Of the budget of a window; 1 is all of it');
    time(table, 'measured_at').comment('When; null: not yet');
    table.boolean('final').notNullable().comment('Measured after it was over');
    time(table, 'next_try_at').comment('Not before; null: not any more');
    table.text('error').comment('Why it was not measured');
    table.primary(
      ['slo_id', 'objective_id', 'incident_id'],
      'reliability_incident_spends_pk',
    );
    table.index(['incident_id'], 'reliability_incident_spends_incident_idx');
    table.index(
      ['final', 'next_try_at'],
      'reliability_incident_spends_due_idx',
    );
  });

  await knex.schema.createTable('reliability_budget_reviews', table => {
    table.comment('Budget without an incident, incidents without any budget');
    byteOrdered(knex, table, 'id').notNullable().comment('Natural key');
    table.string('kind', 16).notNullable().comment('dark-burn or blind-spot');
    byteOrdered(knex, table, 'slo_id').comment('Of a dark burn');
    byteOrdered(knex, table, 'objective_id').comment('Of it');
    byteOrdered(knex, table, 'incident_id').comment('Of a blind spot');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    time(table, 'from_at').notNullable().comment('Begin of what is looked at');
    time(table, 'to_at').notNullable().comment('Its end');
    table.double('share').comment('Of the budget of a window; 1 is all of it');
    table.string('state', 16).notNullable().comment('How far it is');
    table.text('note').comment('Of whoever settled it');
    byteOrdered(knex, table, 'settled_by').comment('Entity reference');
    time(table, 'settled_at').comment('When');
    time(table, 'found_at').notNullable().comment('When it was found');
    table.primary(['id'], 'reliability_budget_reviews_pk');
    table.index(['entity_ref'], 'reliability_budget_reviews_service_idx');
    table.index(['state', 'found_at'], 'reliability_budget_reviews_state_idx');
  });
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createIncidents(knex);
  await createMapping(knex);
  await createAccounts(knex);
  await createLearning(knex);
  await createLedger(knex);
  await knex.schema.alterTable('reliability_groups', table => {
    table.dropColumn('annotations');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('reliability_groups', table => {
    table
      .text('annotations')
      .notNullable()
      .defaultTo('{}')
      .comment('JSON: only those that name rotations');
  });
  for (const table of [
    'reliability_budget_reviews',
    'reliability_incident_spends',
    'reliability_changes',
    'reliability_lessons',
    'reliability_follow_ups',
    'reliability_postmortems',
    'reliability_incident_deliveries',
    'reliability_incident_accounts',
    'reliability_incident_mappings',
    'reliability_incident_claims',
    'reliability_incident_entities',
    'reliability_incident_links',
    'reliability_incident_updates',
    'reliability_incident_subjects',
    'reliability_incident_services',
    'reliability_incidents',
  ]) {
    await knex.schema.dropTable(table);
  }
};

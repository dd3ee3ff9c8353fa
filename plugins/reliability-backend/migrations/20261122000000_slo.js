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
async function createDefinitions(knex) {
  await knex.schema.createTable('reliability_slo_files', table => {
    table.comment('The files that entities name, as they were last read');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference');
    byteOrdered(knex, table, 'file')
      .notNullable()
      .comment('As the annotation names it');
    table
      .text('location')
      .notNullable()
      .comment('JSON: annotations that say what the name is relative to');
    table.text('url').comment('Where it was read');
    table.string('state', 16).notNullable().comment('pending, read or failed');
    table.text('error').comment('Why the last reading failed, in words');
    table.text('etag').comment('Of the content');
    table.text('content').comment('The last that could be read');
    table.string('content_hash', 64).comment('Of the content');
    table
      .string('context_hash', 64)
      .comment('Of the sources and versions with which it was compiled');
    table
      .timestamp('read_at', { useTz: true })
      .comment('When the content was last confirmed');
    table.timestamp('checked_at', { useTz: true }).comment('Last try');
    table
      .timestamp('next_check_at', { useTz: true })
      .notNullable()
      .comment('When to look again');
    table.integer('failures').notNullable().comment('In a row');
    table.text('diagnostics').notNullable().comment('JSON');
    table
      .integer('errors')
      .notNullable()
      .comment('Errors in it; one that cannot be read is an error');
    table
      .timestamp('changed_at', { useTz: true })
      .notNullable()
      .comment('When its content or what is wrong with it last changed');
    table.primary(['entity_ref', 'file'], 'reliability_slo_files_pk');
    table.index(['next_check_at'], 'reliability_slo_files_due_idx');
  });

  await knex.schema.createTable('reliability_slos', table => {
    table.comment('The SLOs in force');
    byteOrdered(knex, table, 'id')
      .notNullable()
      .comment('kind~namespace~name~name of the SLO');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Entity reference');
    table.text('name').notNullable().comment('metadata.name');
    table.text('title').notNullable().comment('Title, or the name');
    byteOrdered(knex, table, 'file')
      .notNullable()
      .comment('The file that defines it');
    table.text('source').notNullable().comment('Of its first objective');
    table.text('definition').notNullable().comment('JSON');
    table.string('definition_hash', 64).notNullable().comment('Of it');
    table
      .integer('target')
      .notNullable()
      .comment('The lowest, or that of the composite; parts per million');
    table.string('method', 32).notNullable().comment('Budgeting method');
    table
      .text('window')
      .notNullable()
      .comment('JSON: kind, duration as text and time zone');
    table.integer('objectives').notNullable().comment('How many');
    table
      .timestamp('created_at', { useTz: true })
      .notNullable()
      .comment('When it was first seen');
    table.primary(['id'], 'reliability_slos_pk');
    table.index(['entity_ref'], 'reliability_slos_service_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createEvaluations(knex) {
  await knex.schema.createTable('reliability_slo_states', table => {
    table.comment('The last evaluation of each SLO; lists and pages read this');
    byteOrdered(knex, table, 'slo_id').notNullable().comment('Id of the SLO');
    table.string('status', 16).notNullable().comment('In one word');
    table
      .string('value_status', 16)
      .comment('Status of the values, which a failed try leaves as they are');
    table
      .integer('status_rank')
      .notNullable()
      .comment('0 is the worst; what has no value comes after the good');
    table.text('flags').notNullable().comment('JSON: list of words');
    table.integer('target').notNullable().comment('Of the worst objective');
    table.double('sli').comment('0–1');
    table.double('remaining').comment('Share of the budget, never clamped');
    table.double('remaining_ms').comment('The same as time of total outage');
    table.double('burn').comment('Burn rate over 6 hours');
    table
      .timestamp('exhausted_at', { useTz: true })
      .comment('When the budget ends at that pace');
    table.integer('pages').notNullable().comment('Alerts on');
    table.integer('tickets').notNullable().comment('Alerts on');
    table
      .timestamp('window_from', { useTz: true })
      .comment('Start of the window of the values');
    table.timestamp('window_to', { useTz: true }).comment('Its end');
    table.text('error').comment('Why the last try failed, in words');
    table
      .integer('failures')
      .notNullable()
      .comment('Tries in a row that failed');
    table
      .timestamp('evaluated_at', { useTz: true })
      .comment('Of the values; null: none yet');
    table.timestamp('tried_at', { useTz: true }).comment('Last try');
    table
      .timestamp('next_try_at', { useTz: true })
      .notNullable()
      .comment('When to evaluate again');
    table
      .string('definition_hash', 64)
      .comment('Of the definition that the values are of');
    table.text('evaluation').comment('JSON: every objective, window and query');
    table.text('coverage').comment('JSON: by indicator');
    table.timestamp('coverage_at', { useTz: true }).comment('Of the coverage');
    table.text('drift').comment('JSON: where loaded rules differ');
    table.timestamp('drift_at', { useTz: true }).comment('Last comparison');
    table
      .text('facts_key')
      .comment('What the facts of the service were made of, rounded');
    table
      .timestamp('history_due_at', { useTz: true })
      .notNullable()
      .comment('When daily history has to be worked on');
    table.primary(['slo_id'], 'reliability_slo_states_pk');
    table.index(['next_try_at'], 'reliability_slo_states_due_idx');
    table.index(['history_due_at'], 'reliability_slo_states_history_idx');
    table.index(
      ['status_rank', 'remaining', 'slo_id'],
      'reliability_slo_states_worst_idx',
    );
  });

  await knex.schema.createTable('reliability_slo_days', table => {
    table.comment('Each closed day of each objective, in the zone of its SLO');
    byteOrdered(knex, table, 'slo_id').notNullable().comment('Id of the SLO');
    byteOrdered(knex, table, 'objective_id')
      .notNullable()
      .comment('Id of the objective, or composite');
    table.string('day', 10).notNullable().comment('YYYY-MM-DD');
    table.double('bad').comment('Of that day; null: no data');
    table.double('total').comment('Of that day; null: no data');
    table.double('coverage').comment('Share of the day with samples');
    table
      .double('remaining')
      .comment('Share of the budget of the window at the end of the day');
    table.boolean('corrected').notNullable().comment('By an excluded time');
    table.text('warnings').notNullable().comment('JSON: list of texts');
    table
      .timestamp('evaluated_at', { useTz: true })
      .notNullable()
      .comment('When it was computed');
    table
      .string('definition_hash', 64)
      .notNullable()
      .comment('Of the definition that made it');
    table
      .boolean('closed')
      .notNullable()
      .comment('false: has to be computed again');
    table.primary(['slo_id', 'objective_id', 'day'], 'reliability_slo_days_pk');
    table.index(['day'], 'reliability_slo_days_day_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createInputs(knex) {
  await knex.schema.createTable('reliability_slo_samples', table => {
    table.comment('Counts of events that were pushed');
    byteOrdered(knex, table, 'slo_id').notNullable().comment('Id of the SLO');
    byteOrdered(knex, table, 'source').notNullable().comment('Who counted');
    table
      .timestamp('start_at', { useTz: true })
      .notNullable()
      .comment('The count is from here, this included');
    table
      .timestamp('end_at', { useTz: true })
      .notNullable()
      .comment('To here, this not included');
    table.double('good').notNullable().comment('Events');
    table.double('bad').notNullable().comment('Events');
    table.double('total').notNullable().comment('Events');
    table
      .timestamp('received_at', { useTz: true })
      .notNullable()
      .comment('When it last came');
    table.primary(
      ['slo_id', 'source', 'start_at', 'end_at'],
      'reliability_slo_samples_pk',
    );
    table.index(['slo_id', 'end_at'], 'reliability_slo_samples_end_idx');
    table.index(['end_at'], 'reliability_slo_samples_age_idx');
  });

  await knex.schema.createTable('reliability_slo_corrections', table => {
    table.comment('Times that people took out of a budget; rows stay');
    table.string('id', 36).notNullable().comment('UUID');
    byteOrdered(knex, table, 'slo_id').notNullable().comment('Id of the SLO');
    table.timestamp('from_at', { useTz: true }).notNullable().comment('From');
    table.timestamp('to_at', { useTz: true }).notNullable().comment('To');
    table.text('reason').notNullable().comment('Why');
    table.text('created_by').notNullable().comment('Entity reference');
    table
      .timestamp('created_at', { useTz: true })
      .notNullable()
      .comment('When');
    table.text('removed_by').comment('Entity reference; null: in force');
    table.timestamp('removed_at', { useTz: true }).comment('When');
    table.primary(['id'], 'reliability_slo_corrections_pk');
    table.index(['slo_id'], 'reliability_slo_corrections_slo_idx');
  });
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createDefinitions(knex);
  await createEvaluations(knex);
  await createInputs(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'reliability_slo_corrections',
    'reliability_slo_samples',
    'reliability_slo_days',
    'reliability_slo_states',
    'reliability_slos',
    'reliability_slo_files',
  ]) {
    await knex.schema.dropTable(table);
  }
};

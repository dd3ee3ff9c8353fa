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
async function createPeople(knex) {
  await knex.schema.createTable('reliability_people', table => {
    table.comment('Users of the catalog, also those that left');
    byteOrdered(knex, table, 'entity_ref').notNullable().comment('Of the User');
    table.text('name').notNullable().comment('As shown');
    table
      .text('name_key')
      .notNullable()
      .comment('The name as responders are matched by it');
    table.text('email').comment('Lower case');
    table.text('picture').comment('Address');
    table
      .text('groups')
      .notNullable()
      .comment('JSON: references of the groups and of all above them');
    table
      .integer('misses')
      .notNullable()
      .comment('Sweeps in a row that did not see it');
    table
      .timestamp('left_at', { useTz: true })
      .comment('Since when the catalog does not have it');
    table.string('hash', 64).notNullable().comment('Of what is kept');
    table
      .timestamp('changed_at', { useTz: true })
      .notNullable()
      .comment('Last change');
    table.primary(['entity_ref'], 'reliability_people_pk');
    table.index(['email'], 'reliability_people_email_idx');
    table.index(['name_key'], 'reliability_people_name_idx');
  });

  await knex.schema.createTable('reliability_groups', table => {
    table.comment('Groups of the catalog');
    byteOrdered(knex, table, 'entity_ref').notNullable().comment('Of it');
    table.text('title').notNullable().comment('As shown');
    byteOrdered(knex, table, 'parent').comment('Entity reference');
    table
      .text('annotations')
      .notNullable()
      .comment('JSON: only those that name rotations');
    table
      .integer('misses')
      .notNullable()
      .comment('Sweeps in a row that did not see it');
    table
      .timestamp('left_at', { useTz: true })
      .comment('Since when the catalog does not have it');
    table.string('hash', 64).notNullable().comment('Of what is kept');
    table
      .timestamp('changed_at', { useTz: true })
      .notNullable()
      .comment('Last change');
    table.primary(['entity_ref'], 'reliability_groups_pk');
  });
}

/** @param {import('knex').Knex} knex */
async function createServices(knex) {
  await knex.schema.createTable('reliability_oncall_links', table => {
    table.comment('Which rotations a service has, as annotations name them');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    byteOrdered(knex, table, 'rotation_id')
      .notNullable()
      .comment('account:kind:id');
    table.integer('position').notNullable().comment('From 0');
    byteOrdered(knex, table, 'account').notNullable().comment('As configured');
    table.string('kind', 16).notNullable().comment('Of the rotation');
    table.text('ref_id').notNullable().comment('Id at the provider');
    table
      .string('origin', 16)
      .notNullable()
      .comment('entity, owner or system: whose annotation names it');
    table.text('annotation').notNullable().comment('Its name');
    table.primary(['entity_ref', 'rotation_id'], 'reliability_oncall_links_pk');
    table.index(['rotation_id'], 'reliability_oncall_links_rotation_idx');
    table.index(['account'], 'reliability_oncall_links_account_idx');
  });

  await knex.schema.createTable('reliability_oncall_services', table => {
    table.comment('What is known of the on-call of each service');
    byteOrdered(knex, table, 'entity_ref')
      .notNullable()
      .comment('Of the service');
    table
      .text('problems')
      .notNullable()
      .comment('JSON: references that cannot be followed');
    table.text('findings').notNullable().comment('JSON: what is doubtful');
    table
      .timestamp('next_gap_from', { useTz: true })
      .comment('Of the next gap that the tier does not allow');
    table.timestamp('next_gap_to', { useTz: true }).comment('Its end');
    table.integer('next_gap_level').comment('null: at no level');
    table
      .text('words')
      .notNullable()
      .comment('Lower case: titles and teams of the rotations');
    table
      .timestamp('changed_at', { useTz: true })
      .notNullable()
      .comment('Last change');
    table.primary(['entity_ref'], 'reliability_oncall_services_pk');
    table.index(['next_gap_from'], 'reliability_oncall_services_gap_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createRotations(knex) {
  await knex.schema.createTable('reliability_oncall_rotations', table => {
    table.comment('Rotations as their providers last told them');
    byteOrdered(knex, table, 'id').notNullable().comment('account:kind:id');
    byteOrdered(knex, table, 'account').notNullable().comment('As configured');
    table.string('kind', 16).notNullable().comment('Of the rotation');
    table.text('ref_id').notNullable().comment('Id at the provider');
    table.text('title').notNullable().comment('The id until it was read');
    table.text('url').comment('Page at the provider');
    table.text('team').comment('At the provider');
    table.text('time_zone').comment('IANA name');
    table
      .string('gaps', 16)
      .notNullable()
      .comment('exact, estimated or unknown: how far gaps can be told');
    table.text('warnings').notNullable().comment('JSON: list of texts');
    table
      .text('roster')
      .comment('JSON: ids of responders by level; null: not told');
    table
      .timestamp('window_from', { useTz: true })
      .comment('For which time the provider was asked last');
    table.timestamp('window_to', { useTz: true }).comment('Its end');
    table
      .timestamp('fetched_at', { useTz: true })
      .comment('Last whole answer; null: none yet');
    table.timestamp('tried_at', { useTz: true }).comment('Last try');
    table
      .string('failure', 32)
      .comment('Why the last try failed, in one word; null: it did not');
    table.text('error').comment('The same in words for people');
    table
      .integer('failures')
      .notNullable()
      .comment('Tries in a row that failed');
    table
      .timestamp('next_due_at', { useTz: true })
      .notNullable()
      .comment('When to read it again');
    table
      .timestamp('unlinked_at', { useTz: true })
      .comment('Since when no service has it');
    table.string('content_hash', 64).comment('Of what was read');
    table
      .timestamp('changed_at', { useTz: true })
      .notNullable()
      .comment('When that last changed');
    table.primary(['id'], 'reliability_oncall_rotations_pk');
    table.index(
      ['account', 'next_due_at'],
      'reliability_oncall_rotations_due_idx',
    );
  });

  await knex.schema.createTable('reliability_oncall_shifts', table => {
    table.comment('Who is, was and will be on call');
    byteOrdered(knex, table, 'rotation_id').notNullable().comment('Of it');
    table
      .integer('position')
      .notNullable()
      .comment('Tells shifts of a rotation apart; says nothing more');
    table.timestamp('start_at', { useTz: true }).comment('null: always was');
    table.timestamp('end_at', { useTz: true }).comment('null: for ever');
    table.integer('level').comment('1 is paged first; null: no levels');
    byteOrdered(knex, table, 'responder_id').comment('null: nobody fills it');
    table.string('source', 16).notNullable().comment('How it came about');
    table.boolean('shadow').notNullable().comment('Learns and is not paged');
    table.text('schedule').comment('Name, where there are several');
    table.primary(['rotation_id', 'position'], 'reliability_oncall_shifts_pk');
    table.index(
      ['rotation_id', 'end_at'],
      'reliability_oncall_shifts_rotation_idx',
    );
    table.index(
      ['responder_id', 'end_at'],
      'reliability_oncall_shifts_responder_idx',
    );
    table.index(['end_at'], 'reliability_oncall_shifts_end_idx');
  });

  await knex.schema.createTable('reliability_oncall_responders', table => {
    table.comment('People as accounts name them');
    byteOrdered(knex, table, 'id')
      .notNullable()
      .comment('account|id at the provider');
    byteOrdered(knex, table, 'account').notNullable().comment('As configured');
    table.text('external_id').notNullable().comment('At the provider');
    table.text('name').notNullable().comment('As the provider shows it');
    table.text('email').comment('Lower case');
    byteOrdered(knex, table, 'entity_ref').comment(
      'Of the User that it was matched to',
    );
    table.text('url').comment('Page at the provider');
    table
      .boolean('left')
      .notNullable()
      .comment('Whether the account says that the person is gone');
    table
      .timestamp('changed_at', { useTz: true })
      .notNullable()
      .comment('Last change');
    table.primary(['id'], 'reliability_oncall_responders_pk');
    table.index(['entity_ref'], 'reliability_oncall_responders_user_idx');
    table.index(['email'], 'reliability_oncall_responders_email_idx');
  });

  await knex.schema.createTable('reliability_oncall_accounts', table => {
    table.comment('How each account at a provider does');
    byteOrdered(knex, table, 'name').notNullable().comment('As configured');
    table.text('health').comment('JSON: as the provider last said');
    table
      .timestamp('last_success_at', { useTz: true })
      .comment('Last run that the account answered');
    table.timestamp('last_try_at', { useTz: true }).comment('Last run');
    table.text('error').comment('Why the last run failed; null: it did not');
    table
      .integer('failures')
      .notNullable()
      .comment('Runs in a row that failed');
    table
      .timestamp('next_due_at', { useTz: true })
      .comment('Not asked before; null: at any time');
    table.primary(['name'], 'reliability_oncall_accounts_pk');
  });
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createPeople(knex);
  await createServices(knex);
  await createRotations(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'reliability_oncall_accounts',
    'reliability_oncall_responders',
    'reliability_oncall_shifts',
    'reliability_oncall_rotations',
    'reliability_oncall_services',
    'reliability_oncall_links',
    'reliability_groups',
    'reliability_people',
  ]) {
    await knex.schema.dropTable(table);
  }
};

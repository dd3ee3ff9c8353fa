import { Knex } from 'knex';

const ROWS_PER_STATEMENT = 500;
const ROWS_AT_ONCE = 5000;

/** What one incident leaves behind, with the key of each table. */
export const INCIDENT_TABLES: Readonly<Record<string, readonly string[]>> = {
  reliability_incidents: ['id'],
  reliability_incident_services: ['incident_id', 'entity_ref'],
  reliability_incident_subjects: ['incident_id', 'kind', 'ref_id'],
  reliability_follow_ups: ['id'],
  reliability_postmortems: ['incident_id'],
};

async function copyInto(
  knex: Knex,
  table: string,
  key: readonly string[],
): Promise<number> {
  const copy = `${table}_copy`;
  await knex.schema.dropTableIfExists(copy);
  await knex.raw('create table ?? as select * from ?? where 1 = 0', [
    copy,
    table,
  ]);
  await knex.raw(
    `create unique index ${copy}_key on ${copy} (${key.join(', ')})`,
  );
  let ms = 0;
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const rows: object[] = await knex(table)
      .orderBy([...key])
      .offset(offset)
      .limit(ROWS_AT_ONCE);
    const started = performance.now();
    await knex.transaction(async tx => {
      for (let n = 0; n < rows.length; n += ROWS_PER_STATEMENT) {
        await tx(copy).insert(rows.slice(n, n + ROWS_PER_STATEMENT));
      }
    });
    ms += performance.now() - started;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await knex.schema.dropTableIfExists(copy);
  return ms;
}

/**
 * The floor of an import: the same rows of the same tables, inserted with Knex into tables with nothing but their
 * key, 500 rows a statement and 5,000 a transaction; to read them is not counted.
 *
 * @returns milliseconds
 */
export async function insertCopies(knex: Knex): Promise<number> {
  let ms = 0;
  for (const [table, key] of Object.entries(INCIDENT_TABLES)) {
    ms += await copyInto(knex, table, key);
  }
  return ms;
}

import { Engine, Portal } from './portal';

/** What the plugin's tables and indexes take, by service. */
export async function bytesPerService(
  portal: Portal,
  engine: Engine,
  count: number,
) {
  const { knex } = portal;
  if (engine === 'postgres') {
    // Every row was written many times over; what counts is what is kept.
    await knex.raw('vacuum full');
    const { rows } = await knex.raw(
      `select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c where c.relkind = 'r' and c.relname like 'reliability\\_%' and c.relname not like '%\\_copy'`,
    );
    return Math.round(Number(rows[0].bytes) / count);
  }
  const [{ page_count: pageCount }] = await knex.raw('pragma page_count');
  const [{ page_size: pageSize }] = await knex.raw('pragma page_size');
  const [{ freelist_count: free }] = await knex.raw('pragma freelist_count');
  return Math.round(((pageCount - free) * pageSize) / count);
}

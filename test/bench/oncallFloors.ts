import http from 'node:http';
import { Knex } from 'knex';
import { VendorRequest } from './oncallVendors';

const ROWS_PER_STATEMENT = 500;
/** As many requests at the same time as the portal has with one account. */
const AT_ONCE = 2;

const agent = new http.Agent({ keepAlive: true });

const read = ({ url, authorization }: VendorRequest) =>
  new Promise<void>((resolve, reject) => {
    http
      .get(url, { agent, headers: { authorization } }, response => {
        response.resume().on('end', resolve);
      })
      .on('error', reject);
  });

/** The floor of reading: the same requests, as many at once, the answers thrown away. */
export async function readAll(
  accounts: readonly (readonly VendorRequest[])[],
): Promise<void> {
  await Promise.all(
    accounts.map(async requests => {
      const left = [...requests];
      const walk = async () => {
        for (let next = left.shift(); next; next = left.shift()) {
          await read(next);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, walk));
    }),
  );
}

/** A copy of the rows of a table, and an empty table of the same columns with nothing but its key. */
export interface TableCopy {
  upsert(): Promise<void>;
  drop(): Promise<void>;
}

const plain = (value: unknown) =>
  value !== null && typeof value === 'object' && !(value instanceof Date)
    ? JSON.stringify(value)
    : value;

/** @param key - the columns of the primary key */
export async function copyOf(
  knex: Knex,
  table: string,
  key: readonly string[],
): Promise<TableCopy> {
  const copy = `${table}_copy`;
  await knex.schema.dropTableIfExists(copy);
  await knex.raw('create table ?? as select * from ?? where 1 = 0', [
    copy,
    table,
  ]);
  await knex.raw(
    `create unique index ${copy}_key on ${copy} (${key.join(', ')})`,
  );
  const found: Record<string, unknown>[] = await knex(table).select();
  const rows = found.map(row =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, plain(value)]),
    ),
  );
  return {
    upsert: () =>
      knex.transaction(async tx => {
        for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
          await tx(copy)
            .insert(rows.slice(start, start + ROWS_PER_STATEMENT))
            .onConflict([...key])
            .merge();
        }
      }),
    drop: () => knex.schema.dropTableIfExists(copy),
  };
}

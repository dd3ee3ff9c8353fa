import { OncallPerson } from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderPerson } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { anyOf, Db, upsert } from '../database/sql';

/** Somebody as an account names them. */
export interface Responder extends OncallPerson {
  /** `<account>|<id at the provider>`; unlike `id`, no two accounts share it. */
  readonly responderId: string;
  /** Whether the account says that the person is gone. */
  readonly left: boolean;
}

/** A person to write, with the User that was found. */
export interface ResponderWrite {
  readonly person: ProviderPerson;
  readonly entityRef?: string;
}

type ResponderRow = {
  id: string;
  account: string;
  external_id: string;
  name: string;
  email: string | null;
  entity_ref: string | null;
  url: string | null;
  left: boolean | number;
  changed_at: Date | number;
};

const TABLE = 'reliability_oncall_responders';

/** The id under which a person of an account is kept. */
export const responderId = (account: string, id: string): string =>
  `${account}|${id}`;

const fromRow = (row: ResponderRow): Responder => ({
  responderId: row.id,
  id: row.external_id,
  name: row.name,
  ...(row.email !== null && { email: row.email }),
  ...(row.entity_ref !== null && { entityRef: row.entity_ref }),
  ...(row.url !== null && { url: row.url }),
  left: Boolean(row.left),
});

const toRow = (
  account: string,
  { person, entityRef }: ResponderWrite,
  now: number,
): ResponderRow => ({
  id: responderId(account, person.id),
  account,
  external_id: person.id,
  name: person.name,
  email: person.email?.toLocaleLowerCase('en-US') ?? null,
  entity_ref: entityRef ?? null,
  url: person.url ?? null,
  left: person.left ?? false,
  changed_at: new Date(now),
});

const isSame = (before: ResponderRow | undefined, after: ResponderRow) =>
  before !== undefined &&
  before.name === after.name &&
  before.email === after.email &&
  before.entity_ref === after.entity_ref &&
  before.url === after.url &&
  Boolean(before.left) === after.left;

/** People as accounts name them. */
export class ResponderStore {
  /** People by the ids of their rows. */
  async of(db: Db, ids: readonly string[]): Promise<Map<string, Responder>> {
    if (ids.length === 0) return new Map();
    const rows: ResponderRow[] = await db(TABLE).where(anyOf(db, 'id', ids));
    return new Map(rows.map(row => [row.id, fromRow(row)]));
  }

  /** All that are matched to a User. */
  async matchedWith(db: Db, entityRef: string): Promise<Responder[]> {
    const rows: ResponderRow[] = await db(TABLE)
      .where({ entity_ref: entityRef })
      .orderBy('id');
    return rows.map(fromRow);
  }

  /**
   * Writes people of an account, those that are new or changed.
   *
   * @returns the ids of their rows
   */
  async save(
    tx: Knex.Transaction,
    account: string,
    writes: readonly ResponderWrite[],
    now: number,
  ): Promise<string[]> {
    const rows = writes.map(write => toRow(account, write, now));
    const known: ResponderRow[] = await tx(TABLE).where(
      anyOf(
        tx,
        'id',
        rows.map(({ id }) => id),
      ),
    );
    const before = new Map(known.map(row => [row.id, row]));
    const changed = rows
      .filter(row => !isSame(before.get(row.id), row))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    await upsert(tx, TABLE, changed, {
      key: ['id'],
      merge: ['name', 'email', 'entity_ref', 'url', 'left', 'changed_at'],
    });
    return changed.map(({ id }) => id);
  }

  /** Removes those that are on no shift and in none of the rosters. @returns how many */
  async prune(
    db: Db,
    options: { readonly keep: readonly string[]; readonly before: number },
  ): Promise<number> {
    return db(TABLE)
      .where('changed_at', '<', new Date(options.before))
      .whereNot(anyOf(db, 'id', options.keep) as never)
      .whereNotExists(
        db('reliability_oncall_shifts')
          .select(db.raw('1'))
          .whereRaw('responder_id = reliability_oncall_responders.id'),
      )
      .delete();
  }
}

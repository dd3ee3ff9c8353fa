import { Knex } from 'knex';
import {
  anyOf,
  containing,
  Db,
  optionalTime,
  upsert,
} from '../../database/sql';
import { CatalogCopy } from './CatalogCopy';
import { lowerKey, matchPeople, NamedPerson, nameKey } from './matchPeople';
import { PersonProjection } from './projectPerson';

/** A User of the catalog as kept. Times are milliseconds since the epoch. */
export interface PersonRecord {
  readonly entityRef: string;
  readonly name: string;
  /** Lower case. */
  readonly email?: string;
  readonly picture?: string;
  /** References of the groups the person belongs to, with all their ancestors. */
  readonly groups: readonly string[];
  /** Since when the catalog does not have the User any more. */
  readonly leftAt?: number;
}

type PersonRow = {
  entity_ref: string;
  name: string;
  name_key: string;
  email: string | null;
  picture: string | null;
  groups: string;
  misses: number;
  left_at: Date | number | null;
  hash: string;
  changed_at: Date | number;
};

const TABLE = 'reliability_people';

function fromRow(row: PersonRow): PersonRecord {
  return {
    entityRef: row.entity_ref,
    name: row.name,
    email: row.email ?? undefined,
    picture: row.picture ?? undefined,
    groups: JSON.parse(row.groups) as string[],
    leftAt: optionalTime(row.left_at),
  };
}

function toRow(person: PersonProjection, now: number): PersonRow {
  return {
    entity_ref: person.entityRef,
    name: person.name,
    name_key: nameKey(person.name),
    email: person.email ?? null,
    picture: person.picture ?? null,
    groups: JSON.stringify(person.groups),
    misses: 0,
    left_at: null,
    hash: person.hash,
    changed_at: new Date(now),
  };
}

/** The Users of the catalog, also those that left: so that they can be told from those never known. */
export class PeopleStore extends CatalogCopy {
  constructor() {
    super(TABLE);
  }

  /** Writes people; one that had left is back. */
  async save(
    tx: Knex.Transaction,
    people: readonly PersonProjection[],
    now: number,
  ): Promise<void> {
    // Rows are locked in the order of the insert; always the same, so that nothing deadlocks.
    const rows = people
      .map(person => toRow(person, now))
      .sort((a, b) => (a.entity_ref < b.entity_ref ? -1 : 1));
    await upsert(tx, TABLE, rows, {
      key: ['entity_ref'],
      merge: [
        'name',
        'name_key',
        'email',
        'picture',
        'groups',
        'misses',
        'left_at',
        'hash',
        'changed_at',
      ],
    });
  }

  /**
   * Removes people who left before a time. Whoever a rotation still plans with stays: that they left is what
   * somebody has to be told.
   *
   * @returns how many
   */
  async prune(
    db: Db,
    options: {
      /** Ids of the responders that stand in rosters. */
      readonly rostered: readonly string[];
      readonly before: number;
      readonly now: number;
    },
  ): Promise<number> {
    const onShift = db('reliability_oncall_shifts as s')
      .select(db.raw('1'))
      .whereRaw('s.responder_id = r.id')
      .where(open =>
        open
          .whereNull('s.end_at')
          .orWhere('s.end_at', '>', new Date(options.now)),
      );
    const planned = db('reliability_oncall_responders as r')
      .select(db.raw('1'))
      .whereRaw(`r.entity_ref = ${TABLE}.entity_ref`)
      .where(either =>
        either
          .where(anyOf(db, 'r.id', options.rostered))
          .orWhereExists(onShift),
      );
    return db(TABLE)
      .where('left_at', '<', new Date(options.before))
      .whereNotExists(planned)
      .delete();
  }

  /** People by reference, also those that left. */
  async of(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, PersonRecord>> {
    if (refs.length === 0) return new Map();
    const rows: PersonRow[] = await db(TABLE).where(
      anyOf(db, 'entity_ref', refs),
    );
    return new Map(rows.map(row => [row.entity_ref, fromRow(row)]));
  }

  /** Those who are in a group or one below it, sorted by reference; at most `limit`. */
  async membersOf(
    db: Db,
    group: string,
    limit: number,
  ): Promise<PersonRecord[]> {
    const rows: PersonRow[] = await db(TABLE)
      .whereNull('left_at')
      .whereRaw(`?? like ? escape '\\'`, [
        'groups',
        containing(JSON.stringify(group)),
      ])
      .orderBy('entity_ref')
      .limit(limit);
    return rows.map(fromRow);
  }

  /**
   * Which User each person is whom a provider names, with one statement for all.
   *
   * @returns entity references by the id at the provider; see `matchPeople` for the rule
   */
  async match(
    db: Db,
    named: readonly NamedPerson[],
  ): Promise<Map<string, string>> {
    if (named.length === 0) return new Map();
    const keys = (of: (person: NamedPerson) => string | undefined) => [
      ...new Set(named.flatMap(person => of(person) || [])),
    ];
    const rows: PersonRow[] = await db(TABLE)
      .select('entity_ref', 'name', 'email', 'left_at')
      .where(
        anyOf(
          db,
          'email',
          keys(({ email }) => email && lowerKey(email)),
        ),
      )
      .orWhere(
        anyOf(
          db,
          'entity_ref',
          keys(({ entityRef }) => entityRef && lowerKey(entityRef)),
        ),
      )
      .orWhere(
        anyOf(
          db,
          'name_key',
          keys(({ name }) => nameKey(name)),
        ),
      );
    return matchPeople(
      named,
      rows.map(row => ({
        entityRef: row.entity_ref,
        name: row.name,
        email: row.email ?? undefined,
        left: row.left_at !== null,
      })),
    );
  }
}

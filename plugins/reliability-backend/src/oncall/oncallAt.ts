import { Knex } from 'knex';
import { beginning, containsText } from '../database/search';
import { anyOf, Db } from '../database/sql';

/** Which rotations count, and what is known of them. */
export interface CoverAt {
  /** Who is on call then; milliseconds since the epoch. */
  readonly at: number;
  /** Rotations that were read before are stale. */
  readonly freshAfter: number;
  /** Names of the accounts that count: those that are configured and not only compared. */
  readonly counting: readonly string[];
}

/** Shifts `h` on which somebody can be paged, if they are not over at a time. */
const begunAt = (at: number) => (shifts: Knex.QueryBuilder) =>
  shifts
    .where(begun =>
      begun.where('h.start_at', '<=', new Date(at)).orWhereNull('h.start_at'),
    )
    .whereNotNull('h.responder_id')
    .where('h.shadow', false)
    .whereNot('h.source', 'members');

/**
 * Ids of rotations, mirrors among them, on which somebody with such a name can be paged at a time.
 *
 * @param name - a part of it
 */
export function rotationsWithName(
  db: Db,
  name: string,
  at: number,
): Knex.QueryBuilder {
  const ofPerson = () =>
    begunAt(at)(
      db('reliability_oncall_shifts as h')
        .select('h.rotation_id')
        .whereIn(
          'h.responder_id',
          db('reliability_oncall_responders as p')
            .select('p.id')
            .whereRaw(...containsText(['p.name'], name)),
        ),
    );
  // With an `or` instead, SQLite would look at the shifts of everybody.
  return ofPerson()
    .where('h.end_at', '>', new Date(at))
    .unionAll(ofPerson().whereNull('h.end_at'));
}

/** What people on rotations are called: `p` by their account, `u` by the catalog. */
const CALLED = ['p.name', 'p.email', 'u.name', 'u.email'];

/**
 * A condition on texts that providers wrote, such as the title of a rotation. A reader who may not see people
 * does not find them there either: a word with which somebody's name or address begins is not looked for.
 */
export const inProviderTexts =
  (db: Db, columns: readonly string[], word: string, names: boolean) =>
  (found: Knex.QueryBuilder): void => {
    found.whereRaw(...containsText(columns, word));
    if (names) return;
    const start = beginning(word.toLocaleLowerCase('en-US'));
    const begins = CALLED.map(
      column =>
        `lower(${column}) like ? escape '\\' or lower(${column}) like ? escape '\\'`,
    );
    found.whereNotExists(
      db('reliability_oncall_responders as p')
        .leftJoin('reliability_people as u', 'u.entity_ref', 'p.entity_ref')
        .select(db.raw('1'))
        .whereRaw(
          `(${begins.join(' or ')})`,
          CALLED.flatMap(() => [start, `% ${start}`]),
        ),
    );
  };

/** Links `l` of rotations that count, and of members of teams. */
export const ownLinks = (
  db: Db,
  counting: readonly string[],
): Knex.QueryBuilder =>
  db('reliability_oncall_links as l').where(anyOf(db, 'l.account', counting));

const COVERED = 4;
const UNKNOWN = 3;
const UNCOVERED = 2;
const MEMBERS_ONLY = 1;
const GONE = 0;

/** The state of a service by the column `c.cover`; core `serviceCover` finds the same. */
export const STATE = `case c.cover when ${COVERED} then 'covered' when ${UNCOVERED} then 'uncovered' when ${UNKNOWN} then 'unknown' when ${MEMBERS_ONLY} then 'unknown' else 'none' end`;

/** More rotations than there are. */
const MOST = 1_000_000;

/** Whether somebody is on call on the rotation `r`. The shift that is on ends first, so that few are looked at. */
function isOnCall(db: Db, at: number): Knex.Raw {
  const ofRotation = () =>
    begunAt(at)(
      db('reliability_oncall_shifts as h')
        .select(db.raw('1'))
        .whereRaw('h.rotation_id = r.id'),
    );
  return db.raw('(exists ? or exists ?)', [
    ofRotation().where('h.end_at', '>', new Date(at)),
    ofRotation().whereNull('h.end_at'),
  ]);
}

/**
 * For every service with a rotation that is no mirror its `cover`. A rotation that is gone says nothing. One
 * that is stale or was never read leaves open whether there is somebody; so does one that has nobody, where it
 * cannot tell gaps or is not known for that time.
 */
export function coverAt(
  db: Db,
  { at, freshAfter, counting }: CoverAt,
): Knex.QueryBuilder {
  const time = new Date(at);
  const rotations = db('reliability_oncall_rotations as r')
    .select('r.id')
    .select(
      db.raw(
        `case when r.failure = 'not-found' then ${GONE} when r.fetched_at is not null and r.kind = 'group' then ${MEMBERS_ONLY} when r.fetched_at is null or r.fetched_at < ? or r.window_to <= ? then ${UNKNOWN} when ? then ${COVERED} when r.window_from <= ? and r.gaps <> 'unknown' then ${UNCOVERED} else ${UNKNOWN} end as cover`,
        [new Date(freshAfter), time, isOnCall(db, at), time],
      ),
    )
    // A limit keeps databases from finding it again for each service that has the rotation.
    .limit(MOST);
  return ownLinks(db, counting)
    .leftJoin(rotations.as('q'), 'q.id', 'l.rotation_id')
    .select('l.entity_ref')
    .select(db.raw(`max(coalesce(q.cover, ${UNKNOWN})) as cover`))
    .groupBy('l.entity_ref');
}

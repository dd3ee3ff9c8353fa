import { Knex } from 'knex';
import { anyOf, Db } from '../../database/sql';
import { NamedPerson } from './matchPeople';
import { STATIC_ACCOUNT } from '../static/staticAccount';

/** A person whom an account names, as far as it takes to find the User. */
export interface KnownResponder extends NamedPerson {
  /** The User that was found last. */
  readonly matched?: string;
}

type ResponderRow = {
  id: string;
  external_id: string;
  name: string;
  email: string | null;
  entity_ref: string | null;
};

const RESPONDERS = 'reliability_oncall_responders';
const SHIFTS = 'reliability_oncall_shifts';
const ROTATIONS = 'reliability_oncall_rotations';
const LINKS = 'reliability_oncall_links';

/** What stands between a person and the services whose facts speak of them. */
export class ResponderLinks {
  /** Responders in the order of their ids. */
  async page(
    db: Db,
    page: { after: string; limit: number },
  ): Promise<KnownResponder[]> {
    const rows: ResponderRow[] = await db(RESPONDERS)
      .select('id', 'external_id', 'name', 'email', 'entity_ref')
      .where('id', '>', page.after)
      .orderBy('id')
      .limit(page.limit);
    return rows.map(row => ({
      id: row.id,
      name: row.name,
      email: row.email ?? undefined,
      // Only an account that knows the catalog calls somebody by a reference.
      entityRef: /^user:/.test(row.external_id) ? row.external_id : undefined,
      matched: row.entity_ref ?? undefined,
    }));
  }

  /** Ids of the responders that are these Users. */
  async matchedWith(db: Db, entityRefs: readonly string[]): Promise<string[]> {
    if (entityRefs.length === 0) return [];
    return db(RESPONDERS)
      .where(anyOf(db, 'entity_ref', entityRefs))
      .orderBy('id')
      .pluck('id');
  }

  /** Writes which Users responders are; undefined: nobody known. */
  async assign(
    tx: Knex.Transaction,
    matches: ReadonlyMap<string, string | undefined>,
    now: number,
  ): Promise<void> {
    for (const [id, entityRef] of [...matches].sort()) {
      await tx(RESPONDERS)
        .where({ id })
        .update({ entity_ref: entityRef ?? null, changed_at: new Date(now) });
    }
  }

  /** References of the services with a rotation on which a responder is, by a shift that has not ended or by the roster. */
  async servicesOf(
    db: Db,
    responders: readonly string[],
    now: number,
  ): Promise<string[]> {
    if (responders.length === 0) return [];
    const onShift: string[] = await db(SHIFTS)
      .distinct('rotation_id')
      .where(anyOf(db, 'responder_id', responders))
      .where(open =>
        open.whereNull('end_at').orWhere('end_at', '>', new Date(now)),
      )
      .pluck('rotation_id');
    const rotations = new Set([
      ...onShift,
      ...(await this.withRosterOf(db, new Set(responders))),
    ]);
    return db(LINKS)
      .distinct('entity_ref')
      .where(anyOf(db, 'rotation_id', [...rotations]))
      .orderBy('entity_ref')
      .pluck('entity_ref');
  }

  /** Makes the rotations due that are read from people and groups. */
  async rereadStatic(db: Db, now: number): Promise<void> {
    await db(ROTATIONS)
      .where({ account: STATIC_ACCOUNT })
      .where('next_due_at', '>', new Date(now))
      .update({ next_due_at: new Date(now) });
  }

  private async withRosterOf(
    db: Db,
    responders: ReadonlySet<string>,
  ): Promise<string[]> {
    const rows: { id: string; roster: string }[] = await db(ROTATIONS)
      .select('id', 'roster')
      .whereNotNull('roster');
    return rows
      .filter(({ roster }) =>
        (JSON.parse(roster) as { people: string[] }[]).some(({ people }) =>
          people.some(id => responders.has(id)),
        ),
      )
      .map(({ id }) => id);
  }
}

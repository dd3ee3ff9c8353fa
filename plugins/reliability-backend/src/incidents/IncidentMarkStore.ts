import { Knex } from 'knex';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, timeOf, upsert } from '../database/sql';

const ENTITIES = 'reliability_incident_entities';

/** Where services stand that incidents concern, or might. */
const MENTIONS = [
  'reliability_incident_links',
  'reliability_incident_services',
  'reliability_incident_claims',
];

/** Services whose incidents are to be looked at again, because something about the services changed. */
export class IncidentMarkStore {
  /**
   * Notes that services are new or back, left, or have another tier or owner: the incidents that concern them, or
   * might, are to be looked at again. Most services have none, and nothing is written of them.
   */
  async touch(
    tx: Knex.Transaction,
    refs: readonly string[],
    now: number,
  ): Promise<void> {
    const found = new Set<string>();
    for (const table of MENTIONS) {
      const known: string[] = await tx(table)
        .distinct('entity_ref')
        .where(anyOf(tx, 'entity_ref', refs))
        .pluck('entity_ref');
      known.forEach(ref => found.add(ref));
    }
    const mapped: string[] = await tx('reliability_incident_mappings')
      .whereNot({ entity_refs: '[]' })
      .pluck('entity_refs');
    const wanted = new Set(refs);
    mapped
      .flatMap(text => JSON.parse(text) as string[])
      .filter(ref => wanted.has(ref))
      .forEach(ref => found.add(ref));
    await this.mark(tx, [...found].sort(), now);
  }

  /** Notes that the incidents of services are to be looked at again, for another reason than their annotations. */
  async mark(db: Db, refs: readonly string[], now: number): Promise<void> {
    const rows = refs.map(entityRef => ({
      entity_ref: entityRef,
      problems: '[]',
      changed_at: new Date(now),
      remap_at: new Date(now),
    }));
    await upsert(db, ENTITIES, rows, {
      key: ['entity_ref'],
      merge: ['changed_at', 'remap_at'],
    });
  }

  /** Services whose incidents are to be looked at again by now, the oldest first, with when they changed. */
  async marked(
    db: Db,
    now: number,
    limit: number,
  ): Promise<{ entityRef: string; changedAt: number }[]> {
    const rows: { entity_ref: string; changed_at: Date | number }[] = await db(
      ENTITIES,
    )
      .select('entity_ref', 'changed_at')
      .where('remap_at', '<=', new Date(now))
      .orderBy(['remap_at', 'entity_ref'])
      .limit(limit);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      changedAt: timeOf(row.changed_at),
    }));
  }

  /** Sets when the incidents of services are looked at again; those that changed since stay marked. */
  async remapAt(
    db: Db,
    services: readonly { entityRef: string; changedAt: number }[],
    at: number | null,
  ): Promise<void> {
    for (const [changedAt, some] of groupBy(services, s => s.changedAt)) {
      await db(ENTITIES)
        .where(
          anyOf(
            db,
            'entity_ref',
            some.map(({ entityRef }) => entityRef),
          ),
        )
        .where('changed_at', '<=', new Date(changedAt))
        .update({ remap_at: at === null ? null : new Date(at) });
    }
  }

  /** Forgets services that left and whose incidents were looked at. @returns how many */
  async prune(db: Db): Promise<number> {
    return db(ENTITIES)
      .whereNull('remap_at')
      .whereNotIn(
        'entity_ref',
        db('reliability_services').select('entity_ref').whereNull('removed_at'),
      )
      .delete();
  }
}

import { FactGroup } from '@plimsoll/backstage-plugin-reliability-common';
import { groupBy } from '../database/groupBy';
import { anyOf, Db, upsert } from '../database/sql';
import {
  fromReadinessRow,
  READINESS_TABLE,
  ReadinessDetail,
  ReadinessRow,
  ReadinessWrite,
  StoredReadiness,
  toReadinessRow,
} from './readinessRow';

/** The stored state of checklists. */
export class ReadinessStore {
  /** What the checklists said about services, by service. */
  async of(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, StoredReadiness[]>> {
    const rows: ReadinessRow[] = await db(READINESS_TABLE).where(
      anyOf(db, 'entity_ref', refs),
    );
    return groupBy(rows.map(fromReadinessRow), ({ entityRef }) => entityRef);
  }

  /** What scorecards saw of the checklists of a service. */
  async facts(db: Db, entityRef: string): Promise<FactGroup[]> {
    const details: string[] = await db(READINESS_TABLE)
      .where({ entity_ref: entityRef })
      .orderBy('checklist_id')
      .pluck('detail');
    return details.flatMap(
      detail => (JSON.parse(detail) as ReadinessDetail).facts ?? [],
    );
  }

  async save(db: Db, writes: readonly ReadinessWrite[]): Promise<void> {
    if (writes.length === 0) return;
    const rows = writes.map(toReadinessRow);
    const key = ['checklist_id', 'entity_ref'] as const;
    await upsert(db, READINESS_TABLE, rows, {
      key,
      merge: (Object.keys(rows[0]) as (keyof ReadinessRow)[]).filter(
        column => !key.some(name => name === column),
      ),
    });
  }

  async remove(
    db: Db,
    rows: readonly Pick<StoredReadiness, 'checklistId' | 'entityRef'>[],
  ): Promise<void> {
    for (const { checklistId, entityRef } of rows) {
      await db(READINESS_TABLE)
        .where({ checklist_id: checklistId, entity_ref: entityRef })
        .delete();
    }
  }

  /** What is kept of checklists that are no longer configured goes; the answers stay. */
  async removeOtherChecklists(db: Db, ids: readonly string[]): Promise<void> {
    await db(READINESS_TABLE)
      .whereNotIn('checklist_id', [...ids])
      .delete();
  }

  /**
   * Services of which a checklist may say something else by now, or was made by another definition, or said
   * nothing yet.
   *
   * @param hashes - of the definitions in force, by checklist
   */
  async due(
    db: Db,
    hashes: ReadonlyMap<string, string>,
    now: number,
    limit: number,
  ): Promise<string[]> {
    const ids = [...hashes.keys()];
    const due: string[] = await db(READINESS_TABLE)
      .distinct('entity_ref')
      .whereIn('checklist_id', ids)
      .where(query =>
        query
          .where('next_change_at', '<=', new Date(now))
          .orWhereNotIn('checklist_hash', [...hashes.values()]),
      )
      .limit(limit)
      .pluck('entity_ref');
    if (due.length > 0) return due;
    const missing = ids.map(id =>
      db('reliability_services')
        .whereNull('removed_at')
        .whereNotExists(
          db(READINESS_TABLE)
            .select(db.raw('1'))
            .where({ checklist_id: id })
            .whereRaw(
              `${READINESS_TABLE}.entity_ref = reliability_services.entity_ref`,
            ),
        )
        .limit(limit)
        .pluck('entity_ref'),
    );
    const found: string[][] = await Promise.all(missing);
    return [...new Set(found.flat())].slice(0, limit);
  }
}

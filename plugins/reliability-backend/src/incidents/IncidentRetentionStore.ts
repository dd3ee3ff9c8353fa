import { Knex } from 'knex';
import { anyOf, Db, inBatches } from '../database/sql';
import { INCIDENTS } from './incidentRow';

/** What belongs to an incident and goes with it. */
const PARTS = [
  'reliability_incident_services',
  'reliability_incident_claims',
  'reliability_incident_subjects',
  'reliability_incident_updates',
  'reliability_follow_ups',
  'reliability_incident_spends',
];

const BATCH = 500;

/** Keeps the tables of incidents small. */
export class IncidentRetentionStore {
  /**
   * Removes incidents that are over and began before a time, with all that belongs to them, but for those whose
   * postmortem somebody may still want to read.
   *
   * @returns how many
   */
  async prune(db: Db, before: number): Promise<number> {
    const ids: string[] = await db(INCIDENTS)
      .where('started_at', '<', new Date(before))
      .where(over => over.where('open', false).orWhereNotNull('removed_at'))
      .whereNotExists(
        db('reliability_postmortems')
          .select(db.raw('1'))
          .whereRaw(`incident_id = ${INCIDENTS}.id`),
      )
      .pluck('id');
    for (const batch of inBatches(ids, BATCH)) {
      await db.transaction(tx => this.delete(tx, batch));
    }
    return ids.length;
  }

  private async delete(
    tx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<void> {
    await tx('reliability_lessons')
      .whereIn(
        'follow_up_id',
        tx('reliability_follow_ups')
          .select('id')
          .where(anyOf(tx, 'incident_id', ids)),
      )
      .delete();
    for (const table of PARTS) {
      await tx(table).where(anyOf(tx, 'incident_id', ids)).delete();
    }
    await tx(INCIDENTS).where(anyOf(tx, 'id', ids)).delete();
  }
}

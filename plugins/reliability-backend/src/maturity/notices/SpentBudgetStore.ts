import { Db, timeOf } from '../../database/sql';
import { STATES } from '../../slo/sloStateRow';

/** A budget that was found spent. */
export interface SpentBudget {
  readonly sloId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Somebody is told of the same budget once in so many milliseconds. */
export const TOLD_AGAIN_AFTER_MS = 28 * 24 * 60 * 60_000;

const TABLE = 'reliability_spent_budgets';

/** When error budgets were found spent: the last evaluation does not say. */
export class SpentBudgetStore {
  /** Keeps those that are spent now and were not before; forgets those that recovered long ago. */
  async mark(db: Db, now: number): Promise<void> {
    const spent = db(STATES).where('remaining', '<=', 0).select('slo_id');
    await db(TABLE)
      .where('spent_at', '<=', new Date(now - TOLD_AGAIN_AFTER_MS))
      .whereNotIn('slo_id', spent)
      .delete();
    const found: string[] = await spent
      .clone()
      .whereNotIn('slo_id', db(TABLE).select('slo_id'))
      .pluck('slo_id');
    if (found.length === 0) return;
    await db(TABLE)
      .insert(found.map(slo_id => ({ slo_id, spent_at: new Date(now) })))
      .onConflict('slo_id')
      .ignore();
  }

  /** Those found within a span of time that are spent still, with their service. */
  async between(
    db: Db,
    { from, until }: { readonly from: number; readonly until: number },
  ): Promise<(SpentBudget & { entityRef: string; title: string })[]> {
    const rows: {
      slo_id: string;
      spent_at: Date | number;
      entity_ref: string;
      title: string;
    }[] = await db(TABLE)
      .join('reliability_slos', 'reliability_slos.id', `${TABLE}.slo_id`)
      .join(STATES, `${STATES}.slo_id`, `${TABLE}.slo_id`)
      .where('remaining', '<=', 0)
      .where('spent_at', '>', new Date(from))
      .where('spent_at', '<=', new Date(until))
      .orderBy(['spent_at', `${TABLE}.slo_id`])
      .select(`${TABLE}.slo_id`, 'spent_at', 'entity_ref', 'title');
    return rows.map(row => ({
      sloId: row.slo_id,
      at: timeOf(row.spent_at),
      entityRef: row.entity_ref,
      title: row.title,
    }));
  }
}

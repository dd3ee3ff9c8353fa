import {
  COMPOSITE,
  isKnownStatus,
  KpiChanges,
  SloStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { groupBy } from '../../database/groupBy';
import { anyOf, Db, isPostgres } from '../../database/sql';

/** What is left of the budget of an SLO; null: not known. */
export interface KpiSloRow {
  readonly entityRef: string;
  readonly remaining: number | null;
}

const DAY = 24 * 60 * 60 * 1000;

type DayRow = {
  slo_id: string;
  entity_ref: string;
  objective_id: string | null;
  remaining: number | null;
};

/** Sums over no rows are null. */
type CountRow = Record<'total' | 'settled' | 'failed', number | string | null>;

/** Of a composite the whole; else the worst, as far as the others cannot be worse. */
function remainingOf(rows: readonly DayRow[]): number | null {
  const whole = rows.find(row => row.objective_id === COMPOSITE);
  if (whole) return whole.remaining;
  const known = rows.flatMap(({ remaining }) => remaining ?? []);
  if (known.length === 0) return null;
  const worst = Math.min(...known);
  return known.length === rows.length || worst < 0 ? worst : null;
}

/** Reads what happened to services; each is one question to the database. */
export class KpiEventStore {
  /** The budgets of SLOs as last evaluated; where the last try failed or its data is old, nothing is known. */
  async budgets(db: Db, refs: readonly string[]): Promise<KpiSloRow[]> {
    const rows: {
      entity_ref: string;
      status: SloStatus;
      flags: string;
      remaining: number | null;
    }[] = await db('reliability_slos as s')
      .join('reliability_slo_states as t', 't.slo_id', 's.id')
      .where(anyOf(db, 's.entity_ref', refs))
      .select('s.entity_ref', 't.status', 't.flags', 't.remaining');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      remaining:
        isKnownStatus(row.status) && !row.flags.includes('"stale"')
          ? row.remaining
          : null,
    }));
  }

  /** The same at the end of a day. */
  async budgetsAt(
    db: Db,
    refs: readonly string[],
    day: string,
  ): Promise<KpiSloRow[]> {
    const rows: DayRow[] = await db('reliability_slos as s')
      .leftJoin('reliability_slo_days as d', on =>
        on.on('d.slo_id', 's.id').andOnVal('d.day', day),
      )
      .where(anyOf(db, 's.entity_ref', refs))
      .select({ slo_id: 's.id' }, 's.entity_ref', 'd.objective_id')
      .select('d.remaining');
    return [...groupBy(rows, row => row.slo_id).values()].map(group => ({
      entityRef: group[0].entity_ref,
      remaining: remainingOf(group),
    }));
  }

  /**
   * Deployments, and those after which an incident of the same service began within 24 hours.
   *
   * @param now - those whose 24 hours are not over by then are not settled
   */
  async deployments(
    db: Db,
    refs: readonly string[],
    span: { readonly from: number; readonly to: number; readonly now: number },
  ): Promise<KpiChanges> {
    const later = isPostgres(db)
      ? "c.at + interval '24 hours'"
      : `c.at + ${DAY}`;
    const followed = `exists (
      select 1 from reliability_incident_services x
      join reliability_incidents i on i.id = x.incident_id
      where x.entity_ref = c.entity_ref
        and x.started_at >= c.at and x.started_at < ${later}
        and i.counts and i.removed_at is null)`;
    const settled = 'c.at <= ?';
    const rows: CountRow[] = await db('reliability_changes as c')
      .where(anyOf(db, 'c.entity_ref', refs))
      .where('c.kind', 'deploy')
      .where('c.at', '>=', new Date(span.from))
      .where('c.at', '<', new Date(span.to))
      .count({ total: '*' })
      .select(
        db.raw(`sum(case when ${settled} then 1 else 0 end) as settled`, [
          new Date(span.now - DAY),
        ]),
        db.raw(
          `sum(case when ${settled} and ${followed} then 1 else 0 end) as failed`,
          [new Date(span.now - DAY)],
        ),
      );
    const [{ total, settled: over, failed }] = rows;
    return {
      all: Number(total),
      settled: Number(over),
      failed: Number(failed),
    };
  }
}

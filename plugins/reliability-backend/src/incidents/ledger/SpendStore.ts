import { Knex } from 'knex';
import {
  anyOf,
  Db,
  isPostgres,
  optionalTime,
  timeOf,
  upsert,
} from '../../database/sql';

/** What one incident took out of one error budget. Times are milliseconds since the epoch. */
export interface StoredSpend {
  readonly sloId: string;
  readonly objectiveId: string;
  readonly incidentId: string;
  readonly entityRef: string;
  /** Its impact window, so far. */
  readonly from: number;
  readonly to: number;
  /** Events; null: no data, or not measured yet. */
  readonly bad: number | null;
  readonly total: number | null;
  /** Of the budget of a window; 1: all of it. */
  readonly share: number | null;
  /** Absent: not yet. */
  readonly measuredAt?: number;
  /** Whether it is over and measured to its end. */
  readonly final: boolean;
  /** Absent: never again. */
  readonly nextTryAt?: number;
  /** Why the last try failed; absent: it did not. */
  readonly error?: string;
}

/** A spend with what its SLO is called. */
export interface TitledSpend extends StoredSpend {
  readonly sloTitle: string;
}

type Time = Date | number;

type Row = {
  slo_id: string;
  objective_id: string;
  incident_id: string;
  entity_ref: string;
  from_at: Time;
  to_at: Time;
  bad: number | null;
  total: number | null;
  share: number | null;
  measured_at: Time | null;
  final: boolean | number;
  next_try_at: Time | null;
  error: string | null;
};

const TABLE = 'reliability_incident_spends';

const fromRow = (row: Row): StoredSpend => ({
  sloId: row.slo_id,
  objectiveId: row.objective_id,
  incidentId: row.incident_id,
  entityRef: row.entity_ref,
  from: timeOf(row.from_at),
  to: timeOf(row.to_at),
  bad: row.bad,
  total: row.total,
  share: row.share,
  measuredAt: optionalTime(row.measured_at),
  final: Boolean(row.final),
  nextTryAt: optionalTime(row.next_try_at),
  error: row.error ?? undefined,
});

const date = (time: number | undefined) =>
  time === undefined ? null : new Date(time);

const toRow = (spend: StoredSpend): Row => ({
  slo_id: spend.sloId,
  objective_id: spend.objectiveId,
  incident_id: spend.incidentId,
  entity_ref: spend.entityRef,
  from_at: new Date(spend.from),
  to_at: new Date(spend.to),
  bad: spend.bad,
  total: spend.total,
  share: spend.share,
  measured_at: date(spend.measuredAt),
  final: spend.final,
  next_try_at: date(spend.nextTryAt),
  error: spend.error ?? null,
});

/** What incidents took out of error budgets, and when to measure it again. */
export class SpendStore {
  /** Of incidents, with the titles of their SLOs, those that took most first. */
  async ofIncidents(
    db: Db,
    incidentIds: readonly string[],
  ): Promise<TitledSpend[]> {
    const rows: (Row & { title: string | null })[] = await db(`${TABLE} as sp`)
      .leftJoin('reliability_slos as d', 'd.id', 'sp.slo_id')
      .where(anyOf(db, 'sp.incident_id', incidentIds))
      .select('sp.*', 'd.title')
      .orderByRaw(
        'coalesce(sp.share, -1) desc, sp.slo_id, sp.objective_id, sp.incident_id',
      );
    return rows.map(({ title, ...row }) => ({
      ...fromRow(row),
      sloTitle: title ?? row.slo_id,
    }));
  }

  /** The largest share that each incident took of a budget of some services, by id. */
  async largest(
    db: Db,
    incidentIds: readonly string[],
    refs: readonly string[],
  ): Promise<Map<string, number>> {
    const rows: { incident_id: string; share: number }[] = await db(TABLE)
      .where(anyOf(db, 'incident_id', incidentIds))
      .where(anyOf(db, 'entity_ref', refs))
      .whereNotNull('share')
      .groupBy('incident_id')
      .select('incident_id')
      .max({ share: 'share' });
    return new Map(rows.map(row => [row.incident_id, row.share]));
  }

  /** Of SLOs, those whose impact lies in a time at least in part, the oldest first. */
  async ofSlos(
    db: Db,
    sloIds: readonly string[],
    range: { readonly from: number; readonly to: number },
  ): Promise<StoredSpend[]> {
    const rows: Row[] = await db(TABLE)
      .where(anyOf(db, 'slo_id', sloIds))
      .where('to_at', '>', new Date(range.from))
      .where('from_at', '<', new Date(range.to))
      .orderBy(['slo_id', 'objective_id', 'from_at', 'incident_id']);
    return rows.map(fromRow);
  }

  /** SLOs with spends that it is time to measure, those that wait longest first. */
  async dueSlos(db: Db, now: number, limit: number): Promise<string[]> {
    const rows: { slo_id: string }[] = await db(TABLE)
      .where({ final: false })
      .where('next_try_at', '<=', new Date(now))
      .groupBy('slo_id')
      .orderByRaw('min(next_try_at), slo_id')
      .limit(limit)
      .select('slo_id');
    return rows.map(row => row.slo_id);
  }

  /** What of one SLO it is time to measure, the newest incidents first. */
  async dueOf(
    db: Db,
    sloId: string,
    now: number,
    limit: number,
  ): Promise<StoredSpend[]> {
    const rows: Row[] = await db(TABLE)
      .where({ slo_id: sloId, final: false })
      .where('next_try_at', '<=', new Date(now))
      .orderBy([
        { column: 'from_at', order: 'desc' },
        { column: 'incident_id' },
        { column: 'objective_id' },
      ])
      .limit(limit);
    return rows.map(fromRow);
  }

  async save(db: Db, spends: readonly StoredSpend[]): Promise<void> {
    await upsert(db, TABLE, spends.map(toRow), {
      key: ['slo_id', 'objective_id', 'incident_id'],
      merge: [
        'entity_ref',
        'from_at',
        'to_at',
        'bad',
        'total',
        'share',
        'measured_at',
        'final',
        'next_try_at',
        'error',
      ],
    });
  }

  /**
   * Pairs of SLOs and incidents of their services that began since a time and are not measured, the newest first.
   *
   * @param limit - incidents and SLOs beyond it wait for the next time
   */
  async missing(
    db: Db,
    since: number,
    limit: number,
  ): Promise<{ sloId: string; incidentId: string; entityRef: string }[]> {
    const rows: { slo_id: string; incident_id: string; entity_ref: string }[] =
      await db('reliability_slos as d')
        .join(
          'reliability_incident_services as x',
          'x.entity_ref',
          'd.entity_ref',
        )
        .join('reliability_incidents as i', 'i.id', 'x.incident_id')
        .where('x.started_at', '>=', new Date(since))
        .whereRaw('i.counts')
        .whereNull('i.removed_at')
        .whereNotExists(
          db(`${TABLE} as sp`)
            .select(db.raw('1'))
            .whereRaw('sp.slo_id = d.id and sp.incident_id = i.id'),
        )
        .orderByRaw('x.started_at desc, d.id, i.id')
        .limit(limit)
        .select({
          slo_id: 'd.id',
          incident_id: 'i.id',
          entity_ref: 'd.entity_ref',
        });
    return rows.map(row => ({
      sloId: row.slo_id,
      incidentId: row.incident_id,
      entityRef: row.entity_ref,
    }));
  }

  /**
   * Has those measured again whose incident changed since: its impact may have other times. A minute of slack, as a
   * change carries the time at which its transaction began and may have been stored after the measurement.
   */
  async reopenChanged(db: Db, now: number): Promise<void> {
    const slack = isPostgres(db) ? "interval '1 minute'" : '60000';
    await db(TABLE)
      .where({ final: true })
      .whereExists(
        db('reliability_incidents as i')
          .select(db.raw('1'))
          .whereRaw(`i.id = ${TABLE}.incident_id`)
          .whereRaw(`i.changed_at > ${TABLE}.measured_at - ${slack}`),
      )
      .update({ final: false, next_try_at: new Date(now) });
  }

  /**
   * Removes those whose incident does not count (any more), does not concern the service, or whose SLO is gone.
   *
   * @returns ids of the incidents
   */
  async removeOrphans(tx: Knex.Transaction): Promise<string[]> {
    const orphans = () =>
      tx(TABLE).where(none =>
        none
          .whereNotExists(
            tx('reliability_incident_services as x')
              .join('reliability_incidents as i', 'i.id', 'x.incident_id')
              .select(tx.raw('1'))
              .whereRaw(`x.incident_id = ${TABLE}.incident_id`)
              .whereRaw(`x.entity_ref = ${TABLE}.entity_ref`)
              .whereRaw('i.counts')
              .whereNull('i.removed_at'),
          )
          .orWhereNotExists(
            tx('reliability_slos as d')
              .select(tx.raw('1'))
              .whereRaw(`d.id = ${TABLE}.slo_id`),
          ),
      );
    const ids: string[] = await orphans().distinct().pluck('incident_id');
    if (ids.length > 0) await orphans().delete();
    return ids;
  }

  /** Keeps with incidents the largest share of a budget that each took. */
  async keepLargest(
    tx: Knex.Transaction,
    incidentIds: readonly string[],
  ): Promise<void> {
    if (incidentIds.length === 0) return;
    await tx('reliability_incidents')
      .where(anyOf(tx, 'id', incidentIds))
      .update({
        budget_spent: tx(TABLE)
          .max('share')
          .whereRaw(`${TABLE}.incident_id = reliability_incidents.id`),
      });
  }
}

import { Knex } from 'knex';
import { anyOf, Db, upsert } from '../database/sql';
import { groupBy } from '../database/groupBy';
import { LoadedSlo, targetOf } from './loadedSlo';
import {
  DueState,
  SloState,
  SloStateWrite,
  StoredDrift,
  WholeSloState,
} from './sloState';
import {
  DUE_COLUMNS,
  evaluatedRow,
  failedRow,
  fromDueRow,
  fromStateRow,
  fromWholeRow,
  pendingRow,
  STATE_COLUMNS,
  StateRow,
  STATES,
} from './sloStateRow';

/** The last evaluation of each SLO. */
export class SloStateStore {
  /** States of SLOs, by id. */
  async of(db: Db, ids: readonly string[]): Promise<Map<string, SloState>> {
    if (ids.length === 0) return new Map();
    const rows: StateRow[] = await db(STATES)
      .select([...STATE_COLUMNS])
      .where(anyOf(db, 'slo_id', ids));
    return new Map(rows.map(row => [row.slo_id, fromStateRow(row)]));
  }

  /** The same with everything that was measured. */
  async whole(
    db: Db,
    ids: readonly string[],
  ): Promise<Map<string, WholeSloState>> {
    const rows: StateRow[] = await db(STATES).where(anyOf(db, 'slo_id', ids));
    return new Map(rows.map(row => [row.slo_id, fromWholeRow(row)]));
  }

  /** SLOs of a source that it is time to evaluate, those that wait longest first. */
  async due(
    db: Db,
    source: string,
    now: number,
    limit: number,
  ): Promise<DueState[]> {
    const rows: StateRow[] = await db(STATES)
      .select(DUE_COLUMNS.map(column => `${STATES}.${column}`))
      .join('reliability_slos', 'id', 'slo_id')
      .where({ source })
      .where('next_try_at', '<=', new Date(now))
      .orderBy(['next_try_at', 'slo_id'])
      .limit(limit);
    return rows.map(fromDueRow);
  }

  /** What tries of certain SLOs start from. */
  async toTry(db: Db, ids: readonly string[]): Promise<DueState[]> {
    const rows: StateRow[] = await db(STATES)
      .select([...DUE_COLUMNS])
      .where(anyOf(db, 'slo_id', ids))
      .orderBy('slo_id');
    return rows.map(fromDueRow);
  }

  /** Begins with SLOs that are new or promise something else: what was measured of another promise goes. */
  async begin(
    tx: Knex.Transaction,
    slos: readonly LoadedSlo[],
    now: number,
  ): Promise<void> {
    const rows = slos.map(({ id, slo }) => pendingRow(id, targetOf(slo), now));
    if (rows.length === 0) return;
    await upsert(tx, STATES, rows, {
      key: ['slo_id'],
      merge: (Object.keys(rows[0]) as (keyof (typeof rows)[0])[]).filter(
        column => column !== 'slo_id',
      ),
    });
  }

  /** Makes SLOs due. */
  async markDue(db: Db, ids: readonly string[], now: number): Promise<void> {
    if (ids.length === 0) return;
    await db(STATES)
      .where(anyOf(db, 'slo_id', ids))
      .where('next_try_at', '>', new Date(now))
      .update({ next_try_at: new Date(now) });
  }

  /** Has the coverage asked for with the next evaluation: a past was filled. */
  async forgetCoverage(db: Db, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await db(STATES)
      .where(anyOf(db, 'slo_id', ids))
      .update({ coverage_at: null });
  }

  /** Makes the SLOs of a source due that failed: it answers again. */
  async markFailedDue(db: Db, source: string, now: number): Promise<void> {
    await db(STATES)
      .where({ status: 'error' })
      .where('next_try_at', '>', new Date(now))
      .whereIn('slo_id', db('reliability_slos').select('id').where({ source }))
      .update({ next_try_at: new Date(now) });
  }

  /** Writes what tries left behind. Those that failed keep their values. */
  async save(
    tx: Knex.Transaction,
    writes: readonly SloStateWrite[],
  ): Promise<void> {
    const evaluated = writes.flatMap(write =>
      write.outcome.kind === 'evaluated'
        ? [{ write, outcome: write.outcome }]
        : [],
    );
    const rows = evaluated.map(({ write, outcome }) =>
      evaluatedRow(write, outcome),
    );
    // Rows of one statement have the same columns; only some were asked for their coverage.
    for (const group of groupBy(rows, row => 'coverage' in row).values()) {
      const kept = new Set<string>(['slo_id', 'history_due_at']);
      await upsert(tx, STATES, group, {
        key: ['slo_id'],
        merge: (Object.keys(group[0]) as (keyof (typeof group)[0])[]).filter(
          column => !kept.has(column),
        ),
      });
    }
    const failed = writes.flatMap(write =>
      write.outcome.kind === 'failed' ? [failedRow(write, write.outcome)] : [],
    );
    await upsert(tx, STATES, failed, {
      key: ['slo_id'],
      merge: [
        'status',
        'status_rank',
        'error',
        'failures',
        'tried_at',
        'next_try_at',
        'facts_key',
      ],
    });
  }

  /** Writes where loaded rules differ, by SLO. */
  async saveDrift(
    db: Db,
    drifts: ReadonlyMap<string, StoredDrift>,
    now: number,
  ): Promise<void> {
    for (const [id, drift] of drifts) {
      await db(STATES)
        .where({ slo_id: id })
        .update({ drift: JSON.stringify(drift), drift_at: new Date(now) });
    }
  }

  /** SLOs of a source whose daily history has to be worked on. */
  async historyDue(
    db: Db,
    source: string,
    now: number,
    limit: number,
  ): Promise<string[]> {
    return db(STATES)
      .join('reliability_slos', 'id', 'slo_id')
      .where({ source })
      .where('history_due_at', '<=', new Date(now))
      .orderBy(['history_due_at', 'slo_id'])
      .limit(limit)
      .pluck('slo_id');
  }

  /** Says when to work on the history of an SLO again, unless it has become due since. */
  async postponeHistory(
    db: Db,
    sloId: string,
    times: { readonly dueBy: number; readonly until: number },
  ): Promise<void> {
    await db(STATES)
      .where({ slo_id: sloId })
      .where('history_due_at', '<=', new Date(times.dueBy))
      .update({ history_due_at: new Date(times.until) });
  }
}

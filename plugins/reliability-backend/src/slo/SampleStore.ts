import { Knex } from 'knex';
import { Db, inBatches, isPostgres, timeOf, upsert } from '../database/sql';
import { greatest, least, msOf, rowsFrom, rowsOf, timeFrom } from './sampleSql';
import {
  MAX_SAMPLE_MS,
  SampleRange,
  SampleSum,
  SloSampleRecord,
} from './samples';

type Row = {
  slo_id: string;
  source: string;
  start_at: Date | number;
  end_at: Date | number;
  good: number;
  bad: number;
  total: number;
};

interface Window {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const TABLE = 'reliability_slo_samples';

const RANGES_PER_STATEMENT = 2000;
const DELETED_PER_STATEMENT = 5000;

const fromRow = (row: Row): SloSampleRecord => ({
  sloId: row.slo_id,
  source: row.source,
  start: timeOf(row.start_at),
  end: timeOf(row.end_at),
  good: row.good,
  bad: row.bad,
  total: row.total,
});

const WINDOW = {
  key: 'text',
  from: 'double precision',
  to: 'double precision',
} as const;

/** Samples that were pushed. Those of one SLO and source do not overlap. */
export class SampleStore {
  /** Writes samples; one with the same SLO, source and time replaces. Their keys must differ. */
  async save(
    db: Db,
    samples: readonly SloSampleRecord[],
    now: number,
  ): Promise<void> {
    const rows = samples.map(sample => ({
      slo_id: sample.sloId,
      source: sample.source,
      start_at: new Date(sample.start),
      end_at: new Date(sample.end),
      good: sample.good,
      bad: sample.bad,
      total: sample.total,
      received_at: new Date(now),
    }));
    await upsert(db, TABLE, rows, {
      key: ['slo_id', 'source', 'start_at', 'end_at'],
      merge: ['good', 'bad', 'total', 'received_at'],
    });
  }

  /** Samples of a source that overlap any of the ranges, and some beside them. */
  async near(
    db: Db,
    source: string,
    ranges: readonly SampleRange[],
  ): Promise<SloSampleRecord[]> {
    const found: SloSampleRecord[] = [];
    for (const batch of inBatches(ranges, RANGES_PER_STATEMENT)) {
      const values = rowsFrom(db, {
        sloId: 'text',
        start: 'double precision',
        end: 'double precision',
      });
      // Samples do not overlap, so that only the last one before a range can reach into it.
      const result = await db.raw(
        `select s.slo_id, s.source, s.start_at, s.end_at, s.good, s.bad, s.total
         from ${values} join ${TABLE} s
           on s.slo_id = v."sloId" and s.source = ?
           and s.start_at < ${timeFrom(db, 'v."end"')}
           and s.start_at >= coalesce(
             (select max(p.start_at) from ${TABLE} p
              where p.slo_id = v."sloId" and p.source = ?
              and p.start_at < ${timeFrom(db, 'v.start')}),
             ${timeFrom(db, 'v.start')})`,
        [JSON.stringify(batch), source, source],
      );
      found.push(...rowsOf<Row>(db, result).map(fromRow));
    }
    return found;
  }

  /**
   * Events of an SLO in each window, whoever counted them. A sample that a window cuts counts by its share
   * of the time. A window without samples is not in the answer.
   */
  async sums(
    db: Db,
    sloId: string,
    windows: readonly Window[],
  ): Promise<Map<string, { bad: number; total: number }>> {
    const result = await db.raw(
      `select key, sum(bad * share) as bad, sum(total * share) as total from (
         select v.key, s.bad, s.total, ${this.overlap(db)} * 1.0
           / (${msOf(db, 's.end_at')} - ${msOf(db, 's.start_at')}) as share
         from ${this.inWindows(db)}
       ) parts group by key`,
      [JSON.stringify(windows), sloId],
    );
    return new Map(
      rowsOf<{ key: string; bad: number; total: number }>(db, result).map(
        ({ key, bad, total }) => [key, { bad, total }],
      ),
    );
  }

  /** Milliseconds of each window for which there are samples. A window without is not in the answer. */
  async covered(
    db: Db,
    sloId: string,
    windows: readonly Window[],
  ): Promise<Map<string, number>> {
    const result = await db.raw(
      `select key, sum(${greatest(db)}(0, ${least(db)}(end_ms, "to")
           - ${greatest(
             db,
           )}(start_ms, "from", coalesce(before, start_ms)))) as covered
       from (
         select v.key, v."from", v."to",
           ${msOf(db, 's.start_at')} as start_ms, ${msOf(
        db,
        's.end_at',
      )} as end_ms,
           max(${msOf(db, 's.end_at')}) over (
             partition by v.key order by s.start_at, s.end_at
             rows between unbounded preceding and 1 preceding) as before
         from ${this.inWindows(db)}
       ) parts group by key`,
      [JSON.stringify(windows), sloId],
    );
    return new Map(
      rowsOf<{ key: string; covered: number }>(db, result).map(
        ({ key, covered }) => [key, Number(covered)],
      ),
    );
  }

  /**
   * Events of an SLO between two times, added up where samples lie within one step. Samples that reach over
   * the edge of a step come alone.
   */
  async bySteps(
    db: Db,
    sloId: string,
    range: { readonly from: number; readonly to: number },
    stepMs: number,
  ): Promise<SampleSum[]> {
    const start = msOf(db, 'start_at');
    const end = msOf(db, 'end_at');
    const stepOf = (expression: string) =>
      isPostgres(db)
        ? `floor((${expression}) / ${Number(stepMs)})`
        : `(${expression}) / ${Number(stepMs)}`;
    const result = await db.raw(
      `select min(start_ms) as start, max(end_ms) as "end",
         sum(bad) as bad, sum(total) as total
       from (
         select ${start} as start_ms, ${end} as end_ms, bad, total,
           ${stepOf(start)} as step,
           case when ${stepOf(start)} = ${stepOf(`${end} - 1`)}
             then 0 else ${start} end as alone
         from ${TABLE}
         where slo_id = ? and end_at > ? and start_at < ? and start_at > ?
       ) parts group by step, alone order by 1`,
      [
        sloId,
        this.time(db, range.from),
        this.time(db, range.to),
        this.time(db, range.from - MAX_SAMPLE_MS - 1),
      ],
    );
    return rowsOf<SampleSum>(db, result).map(row => ({
      start: Number(row.start),
      end: Number(row.end),
      bad: row.bad,
      total: row.total,
    }));
  }

  /** The end of the newest sample; undefined where there is none. */
  async newestAt(db: Db, sloId: string): Promise<number | undefined> {
    const row: Pick<Row, 'end_at'> | undefined = await db(TABLE)
      .where({ slo_id: sloId })
      .orderBy('end_at', 'desc')
      .first('end_at');
    return row && timeOf(row.end_at);
  }

  /** Removes samples that ended before a time. @returns how many there were */
  async prune(db: Db, before: number): Promise<number> {
    let removed = 0;
    for (;;) {
      const oldest: Pick<Row, 'end_at'>[] = await db(TABLE)
        .where('end_at', '<', new Date(before))
        .orderBy('end_at')
        .limit(DELETED_PER_STATEMENT)
        .select('end_at');
      if (oldest.length === 0) return removed;
      removed += await db(TABLE)
        .where('end_at', '<=', oldest[oldest.length - 1].end_at)
        .where('end_at', '<', new Date(before))
        .delete();
    }
  }

  private time(db: Db, ms: number): Knex.RawBinding {
    return isPostgres(db) ? new Date(ms).toISOString() : ms;
  }

  private overlap(db: Db): string {
    return `(${least(db)}(${msOf(db, 's.end_at')}, v."to")
      - ${greatest(db)}(${msOf(db, 's.start_at')}, v."from"))`;
  }

  private inWindows(db: Db): string {
    return `${rowsFrom(db, WINDOW)} join ${TABLE} s on s.slo_id = ?
      and s.end_at > ${timeFrom(db, 'v."from"')}
      and s.start_at < ${timeFrom(db, 'v."to"')}
      and s.start_at > ${timeFrom(db, `v."from" - ${MAX_SAMPLE_MS + 1}`)}`;
  }
}

import {
  DayEvaluation,
  sloDayAt,
  TimeRange,
  windowAt,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { anyOf, Db, timeOf, upsert } from '../database/sql';
import { groupBy } from '../database/groupBy';
import { LoadedSlo } from './loadedSlo';
import { STATES } from './sloStateRow';

/** One closed day of one objective. */
export interface SloDay extends Omit<DayEvaluation, 'sli'> {
  readonly sloId: string;
  /** Share of the day with samples; null: not known. */
  readonly coverage: number | null;
  readonly warnings: readonly string[];
  /** Milliseconds since the epoch. */
  readonly evaluatedAt: number;
  /** Of what it was measured with; see `measureHashOf`. */
  readonly definitionHash: string;
}

/** What is known of a day, to decide whether it has to be computed. */
export interface KnownDay {
  readonly day: string;
  readonly definitionHash: string;
  /** false: has to be computed again. */
  readonly closed: boolean;
  readonly evaluatedAt: number;
}

type Row = {
  slo_id: string;
  objective_id: string;
  day: string;
  bad: number | null;
  total: number | null;
  coverage: number | null;
  remaining: number | null;
  corrected: boolean | number;
  warnings: string;
  evaluated_at: Date | number;
  definition_hash: string;
  closed: boolean | number;
};

const TABLE = 'reliability_slo_days';

const fromRow = (row: Row): SloDay => ({
  sloId: row.slo_id,
  objectiveId: row.objective_id,
  day: row.day,
  bad: row.bad,
  total: row.total,
  coverage: row.coverage,
  remaining: row.remaining,
  corrected: Boolean(row.corrected),
  warnings: JSON.parse(row.warnings) as string[],
  evaluatedAt: timeOf(row.evaluated_at),
  definitionHash: row.definition_hash,
});

const toRow = (day: SloDay): Row & { evaluated_at: Date } => ({
  slo_id: day.sloId,
  objective_id: day.objectiveId,
  day: day.day,
  bad: day.bad,
  total: day.total,
  coverage: day.coverage,
  remaining: day.remaining,
  corrected: day.corrected,
  warnings: JSON.stringify(day.warnings),
  evaluated_at: new Date(day.evaluatedAt),
  definition_hash: day.definitionHash,
  closed: true,
});

const keyOf = ({ objectiveId, day }: SloDay) => `${objectiveId} ${day}`;

const isEmpty = ({ total, remaining }: SloDay) =>
  total === null && remaining === null;

/** Daily history of SLOs. It is never added up to the value of a window. */
export class SloDayStore {
  /**
   * Days of an objective that were computed with the definition in force, oldest first.
   *
   * @param range - first and last day, `YYYY-MM-DD`
   */
  async of(
    db: Db,
    { id, measureHash }: Pick<LoadedSlo, 'id' | 'measureHash'>,
    objectiveId: string,
    range: { readonly from: string; readonly to: string },
  ): Promise<SloDay[]> {
    const rows: Row[] = await db(TABLE)
      .where({
        slo_id: id,
        objective_id: objectiveId,
        definition_hash: measureHash,
      })
      .whereBetween('day', [range.from, range.to])
      .orderBy('day');
    return rows.map(fromRow);
  }

  /** Which days of an objective are there since a day, by SLO. */
  async known(
    db: Db,
    objectives: ReadonlyMap<string, string>,
    from: string,
  ): Promise<Map<string, KnownDay[]>> {
    const rows: Row[] = await db(TABLE)
      .select(
        'slo_id',
        'objective_id',
        'day',
        'definition_hash',
        'closed',
        'evaluated_at',
      )
      .where(anyOf(db, 'slo_id', [...objectives.keys()]))
      .where('day', '>=', from);
    const ofFirst = rows.filter(
      row => objectives.get(row.slo_id) === row.objective_id,
    );
    return new Map(
      [...groupBy(ofFirst, row => row.slo_id)].map(([id, days]) => [
        id,
        days.map(row => ({
          day: row.day,
          definitionHash: row.definition_hash,
          closed: Boolean(row.closed),
          evaluatedAt: timeOf(row.evaluated_at),
        })),
      ]),
    );
  }

  /**
   * Writes days of one SLO. Of a day that was known and of which the source says nothing any more, for instance
   * because it keeps its data for two weeks, what was known stays.
   */
  async save(tx: Knex.Transaction, days: readonly SloDay[]): Promise<void> {
    const lost = await this.keepKnown(tx, days.filter(isEmpty));
    await upsert(
      tx,
      TABLE,
      days.filter(day => !lost.has(keyOf(day))).map(toRow),
      {
        key: ['slo_id', 'objective_id', 'day'],
        merge: [
          'bad',
          'total',
          'coverage',
          'remaining',
          'corrected',
          'warnings',
          'evaluated_at',
          'definition_hash',
          'closed',
        ],
      },
    );
  }

  /** Closes days that were known. @returns which they are */
  private async keepKnown(
    tx: Knex.Transaction,
    days: readonly SloDay[],
  ): Promise<Set<string>> {
    const kept = new Set<string>();
    for (const day of days) {
      const count = await tx(TABLE)
        .where({
          slo_id: day.sloId,
          objective_id: day.objectiveId,
          day: day.day,
          definition_hash: day.definitionHash,
        })
        .where(row => row.whereNotNull('total').orWhereNotNull('remaining'))
        .update({ closed: true });
      if (count > 0) kept.add(keyOf(day));
    }
    return kept;
  }

  /**
   * Has the days computed again that a time touches: its own, and those whose window still holds it.
   *
   * @param range - for instance of a correction, or of samples that came late
   */
  async reopen(
    tx: Knex.Transaction,
    { id, slo }: Pick<LoadedSlo, 'id' | 'slo'>,
    range: TimeRange,
    now: number,
  ): Promise<void> {
    const { window } = slo;
    // Of a quarter of 92 days the usual length falls short.
    const last =
      window.kind === 'rolling'
        ? range.to + window.ms
        : windowAt(window, range.to).end - 1;
    const reopened = await tx(TABLE)
      .where({ slo_id: id })
      .whereBetween('day', [
        sloDayAt(window, range.from),
        sloDayAt(window, last),
      ])
      .update({ closed: false });
    if (reopened === 0) return;
    await tx(STATES)
      .where({ slo_id: id })
      .update({ history_due_at: new Date(now) });
  }

  /** Removes days before one. @returns how many rows there were */
  async prune(db: Db, before: string): Promise<number> {
    return db(TABLE).where('day', '<', before).delete();
  }
}

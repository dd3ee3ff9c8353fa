import { Db, isPostgres, timeOf } from '../database/sql';
import { RankedReport } from './rankingFilter';
import { ChangeMark, markOf, REMOVALS } from './reportChanges';
import { ReportRow, REPORTS } from './reportRow';

/** What the ranking reads of a row; the rest explains. */
const COLUMNS = [
  'scorecard_id',
  'entity_ref',
  'rank_key',
  'level_id',
  'score',
  'coverage',
  'tier_id',
  'tier_rank',
  'sort_title',
  'owner',
  'system',
  'domain',
  'outcomes',
  'needs_attention',
  'trend_score',
  'trend_day',
  'scorecard_hash',
  'assessed_at',
  'item',
] as const satisfies readonly (keyof ReportRow)[];

type Row = Pick<ReportRow, (typeof COLUMNS)[number]>;
type Marked = { mark: string | number };

const ROWS_PER_PAGE = 5000;

const fromRow = (row: Row): RankedReport => ({
  scorecardId: row.scorecard_id,
  entityRef: row.entity_ref,
  rankKey: row.rank_key,
  levelId: row.level_id,
  score: row.score,
  coverage: row.coverage,
  tierId: row.tier_id,
  tierRank: row.tier_rank,
  sortTitle: row.sort_title,
  owner: row.owner ?? '',
  system: row.system ?? '',
  domain: row.domain ?? '',
  outcomes: row.outcomes,
  needsAttention: Boolean(row.needs_attention),
  trend: { score: row.trend_score, day: row.trend_day },
  scorecardHash: row.scorecard_hash,
  assessedAt: timeOf(row.assessed_at),
  item: row.item,
});

/** What happened to the reports since a mark. Removals come first: a report may have come back. */
export interface RankingChanges {
  readonly removed: readonly Pick<RankedReport, 'scorecardId' | 'entityRef'>[];
  readonly changed: readonly RankedReport[];
  /** From which change on to ask next time. */
  readonly mark: ChangeMark;
}

/** Reads what the index of the ranking holds. */
export class RankingStore {
  /** The mark to ask for changes after a read of everything that begins now. */
  async mark(db: Db): Promise<ChangeMark> {
    const [row]: Marked[] = await db.select(db.raw(`${markOf(db)} as mark`));
    return String(row.mark);
  }

  /** All reports, some thousand at a time. */
  async *all(db: Db): AsyncGenerator<RankedReport[]> {
    let after: Row | undefined;
    do {
      const query = db(REPORTS)
        .select(...COLUMNS)
        .orderBy(['scorecard_id', 'entity_ref'])
        .limit(ROWS_PER_PAGE);
      if (after) {
        query.whereRaw('(scorecard_id, entity_ref) > (?, ?)', [
          after.scorecard_id,
          after.entity_ref,
        ]);
      }
      const rows: Row[] = await query;
      yield rows.map(fromRow);
      after = rows[ROWS_PER_PAGE - 1];
    } while (after);
  }

  /** What was committed since a mark; some of it may have been seen already. */
  async changes(db: Db, since: ChangeMark): Promise<RankingChanges> {
    const recent = (table: string) =>
      db.raw(`${table}.change >= ${isPostgres(db) ? '?::bigint' : '?'}`, [
        isPostgres(db) ? since : Number(since),
      ]);
    // The mark comes from the snapshot that reads the reports, and the removals are read after it: whatever
    // is committed in between is seen again by the next call.
    const found: (Row & Marked)[] = await db
      .from(db.raw(`(select ${markOf(db)} as mark) as now`))
      .leftJoin(REPORTS, join => join.on(recent(REPORTS)))
      .select('now.mark', ...COLUMNS);
    const removed: Pick<Row, 'scorecard_id' | 'entity_ref'>[] = await db(
      REMOVALS,
    )
      .where(recent(REMOVALS))
      .select('scorecard_id', 'entity_ref');
    return {
      mark: String(found[0].mark),
      removed: removed.map(row => ({
        scorecardId: row.scorecard_id,
        entityRef: row.entity_ref,
      })),
      changed: found.filter(row => row.entity_ref !== null).map(fromRow),
    };
  }
}

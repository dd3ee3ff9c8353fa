import {
  ChangeCause,
  Flip,
  PastStep,
} from '@plimsoll/backstage-plugin-reliability-common';
import { anyOf, Db, optionalTime, timeOf } from '../../database/sql';
import { REPORTS } from '../reportRow';

/** What was stored of one service on one scorecard, of a day or now. Times in milliseconds. */
export interface PastRow {
  readonly entityRef: string;
  readonly levelId: string;
  /** Absent where only a step tells it, whose version knows the order of levels. */
  readonly level?: number;
  readonly score: number;
  readonly coverage: number;
  readonly tierId?: string;
  /** Absent in rows from before it was kept, as is all below. */
  readonly scorecardHash?: string;
  readonly outcomes?: string;
  readonly assessedAt?: number;
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
}

/** A step of one of many services. */
export type ServiceStep = PastStep & { readonly entityRef: string };

const HISTORY = 'reliability_history';
const DAILY = 'reliability_daily';

const COLUMNS = [
  'entity_ref',
  'level_id',
  'level_index',
  'score',
  'coverage',
  'tier_id',
  'scorecard_hash',
  'outcomes',
  'assessed_at',
  'owner',
  'system',
  'domain',
] as const;

type Row = {
  entity_ref: string;
  level_id: string;
  level_index: number;
  score: number;
  coverage: number;
  tier_id: string;
  scorecard_hash: string | null;
  outcomes: string | null;
  assessed_at: Date | number | null;
  owner: string | null;
  system: string | null;
  domain: string | null;
};

const fromRow = (row: Row): PastRow => ({
  entityRef: row.entity_ref,
  levelId: row.level_id,
  level: row.level_index,
  score: row.score,
  coverage: row.coverage,
  tierId: row.tier_id,
  scorecardHash: row.scorecard_hash ?? undefined,
  outcomes: row.outcomes ?? undefined,
  assessedAt: optionalTime(row.assessed_at),
  owner: row.owner ?? undefined,
  system: row.system ?? undefined,
  domain: row.domain ?? undefined,
});

/** Reads what days and steps keep, of many services at once. */
export class PastStore {
  /** Whether a day was written at all: not where the portal was down. */
  async hasDay(db: Db, scorecardId: string, day: string): Promise<boolean> {
    const row = await db(DAILY)
      .where({ day, scorecard_id: scorecardId })
      .first('day');
    return row !== undefined;
  }

  /** The rows of a day. `entityRef` as everywhere here: of that service only. */
  async ofDay(
    db: Db,
    scorecardId: string,
    day: string,
    entityRef?: string,
  ): Promise<PastRow[]> {
    const rows = db(DAILY)
      .where({ day, scorecard_id: scorecardId })
      .select(COLUMNS);
    if (entityRef !== undefined) rows.where({ entity_ref: entityRef });
    return ((await rows) as Row[]).map(fromRow);
  }

  /** The reports in force. */
  async ofNow(
    db: Db,
    scorecardId: string,
    entityRef?: string,
  ): Promise<PastRow[]> {
    const rows = db(REPORTS)
      .where({ scorecard_id: scorecardId })
      .select(COLUMNS);
    if (entityRef !== undefined) rows.where({ entity_ref: entityRef });
    return ((await rows) as Row[]).map(fromRow);
  }

  /** What the last step before a time came to. */
  async lastSteps(
    db: Db,
    scorecardId: string,
    before: number,
    entityRef?: string,
  ): Promise<PastRow[]> {
    const last = db(HISTORY)
      .where({ scorecard_id: scorecardId })
      .where('changed_at', '<', new Date(before))
      .groupBy('entity_ref')
      .max('id');
    if (entityRef !== undefined) last.where({ entity_ref: entityRef });
    const rows = await db(HISTORY)
      .whereIn('id', last)
      .select(
        'entity_ref',
        'level_to',
        'score_to',
        'coverage',
        'scorecard_hash',
        'changed_at',
      );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      levelId: row.level_to,
      score: row.score_to,
      coverage: row.coverage,
      scorecardHash: row.scorecard_hash,
      assessedAt: timeOf(row.changed_at),
    }));
  }

  /** The steps of services from one time to before another; those of each service stand together, oldest first. */
  async steps(
    db: Db,
    scorecardId: string,
    range: { from: number; to: number },
    refs: readonly string[],
  ): Promise<ServiceStep[]> {
    if (refs.length === 0) return [];
    const rows = await db(HISTORY)
      .where({ scorecard_id: scorecardId })
      .where('changed_at', '>=', new Date(range.from))
      .where('changed_at', '<', new Date(range.to))
      .where(anyOf(db, 'entity_ref', refs))
      .orderBy(['entity_ref', 'id'])
      .select(
        'entity_ref',
        'changed_at',
        'changed_by',
        'cause',
        'level_from',
        'level_to',
        'score_from',
        'score_to',
        'flips',
      );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      at: timeOf(row.changed_at),
      by: row.changed_by ?? undefined,
      cause: (row.cause as ChangeCause | null) ?? undefined,
      from:
        row.level_from === null || row.score_from === null
          ? undefined
          : { levelId: row.level_from, score: row.score_from },
      to: { levelId: row.level_to, score: row.score_to },
      // Of many steps only a few are looked into.
      mentions: check => row.flips.includes(JSON.stringify(check)),
      get flips() {
        return JSON.parse(row.flips) as Flip[];
      },
    }));
  }

  /** Another text as soon as a report or the history is another. */
  async marker(db: Db): Promise<string> {
    const [step] = await db(HISTORY).max({ last: 'id' });
    const [report] = await db(REPORTS).max({ last: 'change' });
    const [removal] = await db('reliability_report_removals').max({
      last: 'change',
    });
    return [step.last, report.last, removal.last].join();
  }
}

import { Db } from '../../database/sql';

/** How one service stood at the end of a day; score and coverage in per mille. */
export interface PastState {
  readonly levelId: string;
  readonly score: number;
  readonly coverage: number;
}

/** How the services of one scorecard stood at the end of a day. */
export interface PastDay {
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  readonly states: ReadonlyMap<string, PastState>;
}

interface Row {
  readonly entity_ref: string;
  readonly level_id: string;
  readonly score: number;
  readonly coverage: number;
}

const DAILY = 'reliability_daily';

/** A day of ten thousand services takes some two megabytes. */
const MAX_DAYS = 8;

/** Days that are over, read once: what was recorded of them never changes. */
export class PastDays {
  private readonly days = new Map<string, PastDay>();

  /** The last recorded day up to and with `day`; undefined: nothing was recorded so early. */
  async upTo(
    db: Db,
    scorecardId: string,
    day: string,
  ): Promise<PastDay | undefined> {
    const [{ last }] = await db(DAILY)
      .where('day', '<=', day)
      .max('day as last');
    return last ? this.on(db, scorecardId, last) : undefined;
  }

  /** One day, which must be over; undefined: nothing was recorded of it. */
  async on(
    db: Db,
    scorecardId: string,
    day: string,
  ): Promise<PastDay | undefined> {
    const key = JSON.stringify([scorecardId, day]);
    const known = this.days.get(key);
    if (known) return known;
    const rows: Row[] = await db(DAILY)
      .where({ day, scorecard_id: scorecardId })
      .select('entity_ref', 'level_id', 'score', 'coverage');
    if (rows.length === 0) return undefined;
    const states = new Map(
      rows.map(row => [
        row.entity_ref,
        { levelId: row.level_id, score: row.score, coverage: row.coverage },
      ]),
    );
    const found = { day, states };
    this.days.set(key, found);
    if (this.days.size > MAX_DAYS) {
      const [oldest] = this.days.keys();
      this.days.delete(oldest);
    }
    return found;
  }
}

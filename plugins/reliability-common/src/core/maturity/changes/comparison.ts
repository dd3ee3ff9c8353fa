import { Outcome } from '../assess';
import { ChangeCause, Flip } from '../history';
import { PastReport } from './pastReport';

/** Per mille of a score by cause; `unexplained` is what the records do not tell. @public */
export interface PointsByCause extends Readonly<Record<ChangeCause, number>> {
  readonly unexplained: number;
}

/** A check that stands differently on two days. @public */
export interface NetFlip {
  readonly check: string;
  /** Absent where the check is new. */
  readonly from?: Outcome;
  /** Absent where the check is gone. */
  readonly to?: Outcome;
  readonly cause: ChangeCause;
  /** Its weight, the larger of both days; 0 where it is not known or did not count. */
  readonly weight: number;
  /** Milliseconds since the epoch; absent where no step tells it, as is `by`. */
  readonly at?: number;
  readonly by?: string;
  readonly facts: Flip['facts'];
}

/** What differs between two days of one service. @public */
export interface StateComparison {
  /** Per mille. */
  readonly delta: number;
  readonly points: PointsByCause;
  readonly level: {
    readonly direction: 'up' | 'down' | 'same';
    /** Absent where it did not move, or the records do not tell. */
    readonly cause?: ChangeCause;
  };
  readonly flips: readonly NetFlip[];
}

/** Which way a level moved. */
export const directionOf = (
  before: Pick<PastReport, 'level'>,
  after: Pick<PastReport, 'level'>,
): 'up' | 'down' | 'same' => {
  if (after.level === before.level) return 'same';
  return after.level > before.level ? 'up' : 'down';
};

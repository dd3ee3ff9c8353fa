import {
  RuleDriftItem,
  SLO_STATUSES,
  SliMode,
  SloEvaluation,
  SloFlag,
  SloStatus,
} from '@plimsoll/backstage-plugin-reliability-common';

/** What is kept of an evaluation as JSON, for the page of one SLO. Times are milliseconds since the epoch. */
export interface StoredEvaluation extends SloEvaluation {
  /** End of the windows. */
  readonly at: number;
  readonly mode: SliMode;
  /** As they were sent. */
  readonly queries: readonly string[];
  readonly warnings: readonly string[];
  readonly newestSampleAt: number | null;
  /** Share of the window with samples, the lowest of its indicators. */
  readonly coverage: number | null;
}

/** Shares of the window with samples by key of the indicator. */
export type StoredCoverage = Readonly<Record<string, number | null>>;

/** Where the rules that a source has loaded differ. */
export type StoredDrift = Omit<RuleDriftItem, 'checkedAt'>;

/** The columns of a state that lists read. Times are milliseconds since the epoch. */
export interface SloSummary {
  readonly status: SloStatus;
  readonly flags: readonly SloFlag[];
  /** Of the worst objective; parts per million. */
  readonly target: number;
  readonly sli: number | null;
  readonly remaining: number | null;
  readonly remainingMs: number | null;
  /** Over 6 hours. */
  readonly burn: number | null;
  readonly exhaustedAt: number | null;
  readonly pages: number;
  readonly tickets: number;
  readonly windowFrom: number | null;
  readonly windowTo: number | null;
}

/** The column `status_rank`: bad states first, those without a value apart behind the good ones. */
export const statusRank = (status: SloStatus): number =>
  SLO_STATUSES.indexOf(status);

/** The last evaluation of an SLO. */
export interface SloState extends SloSummary {
  readonly sloId: string;
  /** Status of the values, which a failed try leaves as they are; null: none yet. */
  readonly valueStatus: SloStatus | null;
  /** Why the last try failed. */
  readonly error: string | null;
  /** Tries in a row that failed. */
  readonly failures: number;
  /** Of the values; null: none yet. */
  readonly evaluatedAt: number | null;
  readonly triedAt: number | null;
  readonly nextTryAt: number;
  /** The definition that the values are of. */
  readonly definitionHash: string | null;
  readonly coverage: StoredCoverage | null;
  readonly factsKey: string | null;
}

/** A state with what only the page of one SLO reads. */
export interface WholeSloState extends SloState {
  readonly evaluation: StoredEvaluation | null;
  readonly drift: StoredDrift | null;
  readonly driftAt: number | null;
}

/** What a try to evaluate an SLO left behind. */
export interface SloStateWrite {
  readonly sloId: string;
  readonly triedAt: number;
  readonly nextTryAt: number;
  readonly factsKey: string;
  readonly outcome:
    | {
        readonly kind: 'evaluated';
        readonly definitionHash: string;
        readonly evaluatedAt: number;
        readonly summary: SloSummary;
        readonly evaluation: StoredEvaluation;
        /** Absent: not asked this time. */
        readonly coverage?: StoredCoverage;
      }
    | {
        readonly kind: 'failed';
        readonly error: string;
        readonly failures: number;
      };
}

/** What a try starts from. */
export interface DueState
  extends Pick<
    SloState,
    'sloId' | 'failures' | 'definitionHash' | 'evaluatedAt' | 'factsKey'
  > {
  readonly coverage: StoredCoverage | null;
  readonly coverageAt: number | null;
}

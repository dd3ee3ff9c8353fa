import { IncidentStatus, Severity, StampName } from './incident';
import { PageCounts } from './pages';
import { PostmortemProgress } from './postmortem';

/** What figures need of one incident, as its columns hold it. @public */
export interface StatIncident {
  readonly status: IncidentStatus;
  readonly isTest: boolean;
  readonly severity: Severity | null;
  readonly customerImpact: boolean | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds since the epoch; of `resolved` the last. */
  readonly stamps: Readonly<
    Partial<Record<StampName, { readonly at: number }>>
  >;
  /** What makes incidents the same trouble; null: nothing. */
  readonly key: string | null;
  readonly isRepeat: boolean;
  readonly pages: PageCounts;
  readonly postmortem: {
    readonly state: PostmortemProgress;
    readonly required: boolean;
    readonly publishDueAt: number | null;
    readonly publishedAt: number | null;
  };
  readonly followUps: {
    readonly total: number;
    readonly done: number;
    /** Done by the day on which they were due. */
    readonly inTime: number;
    readonly overdue: number;
  };
}

/** A duration over some incidents. @public */
export interface DurationStatistic {
  /** With both stamps. */
  readonly n: number;
  /** That could have them. */
  readonly of: number;
  /** Milliseconds; null: none. */
  readonly median: number | null;
  readonly p90: number | null;
}

/** Figures over some incidents. @public */
export interface IncidentFigures {
  readonly incidents: number;
  readonly open: number;
  /** 1 to 5, then those that are not mapped, where there are any. */
  readonly bySeverity: {
    readonly level: Severity | null;
    readonly name: string;
    readonly incidents: number;
  }[];
  readonly detect: DurationStatistic;
  readonly acknowledge: DurationStatistic;
  /** Over, somebody was paged, and nobody acknowledged: of one without pages a missing stamp says nothing. */
  readonly neverAcknowledged: number;
  readonly mitigate: DurationStatistic;
  readonly restore: DurationStatistic;
  /** Minutes in which customers felt any of them, overlaps once. */
  readonly impactMinutes: number;
  readonly impactUnknown: number;
  readonly repeats: number;
  readonly pages: {
    readonly total: number;
    readonly afterHours: number;
    readonly sleepHours: number;
    readonly zoneUnknown: number;
    readonly withoutHuman: number;
    readonly noisyKeys: number;
  };
  readonly postmortems: {
    readonly required: number;
    readonly published: number;
    readonly inTime: number;
    readonly overdue: number;
  };
  readonly followUps: {
    readonly total: number;
    readonly done: number;
    readonly inTime: number;
    readonly overdue: number;
  };
}

/** @public */
export interface StatisticsOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Incidents that began then or later count. */
  readonly from: number;
  /** Those that began then or later do not. */
  readonly to: number;
  /** Of severities, the worst first. */
  readonly severityNames?: readonly string[];
  /** A key is noisy when that many of its incidents paged within `noisyWithinMs`; default 3 in 24 hours. */
  readonly noisyCount?: number;
  readonly noisyWithinMs?: number;
}

/** Fewer values are no trend; our own number. @public */
export const TREND_LEAST = 10;

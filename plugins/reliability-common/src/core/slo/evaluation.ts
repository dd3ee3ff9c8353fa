import { AlertPair, BurnWindow } from './alertPairs';
import { SloFlag, SloStatus } from './status';

/** Bounds of a window; milliseconds since the epoch. @public */
export interface WindowBounds {
  readonly kind: 'rolling' | 'calendar';
  /** As OpenSLO writes it: `30d`. */
  readonly duration: string;
  readonly from: number;
  /** The evaluation, or the end of the calendar period. */
  readonly to: number;
  readonly timeZone?: string;
}

/** A budget over one window. All values are null where there are no data or no traffic. @public */
export interface Budget {
  readonly window: WindowBounds;
  /** Events, or slices; null also for a composite of events. */
  readonly bad: number | null;
  readonly total: number | null;
  /** Share of good events or slices; of a calendar window so far. */
  readonly sli: number | null;
  /** Share of the budget that is spent. */
  readonly consumed: number | null;
  /** 1 - consumed; never clamped. */
  readonly remaining: number | null;
  /** The same as time of total outage; milliseconds. */
  readonly remainingMs: number | null;
}

/** How fast the budget went in one window: 1 spends it exactly by the end of the period. @public */
export interface Burn {
  readonly window: BurnWindow;
  readonly rate: number | null;
  readonly bad: number | null;
  readonly total: number | null;
}

/** `muted`: too few failures; `never`: the threshold cannot be reached. @public */
export type AlertState = 'off' | 'firing' | 'muted' | 'never';

/** An alert pair at one time. @public */
export interface AlertPairEvaluation extends AlertPair {
  /** `factor` as a share of bad events. */
  readonly threshold: number;
  readonly longBurn: number | null;
  readonly shortBurn: number | null;
  readonly state: AlertState;
  /** Why it is on or off, with the numbers. */
  readonly reason: string;
}

/** When the budget ends at the pace of a window. @public */
export interface Exhaustion {
  readonly window: BurnWindow;
  /** Milliseconds; 0: spent already; null: not within the period. */
  readonly inMs: number | null;
  /** Milliseconds since the epoch; null also where it is spent already. */
  readonly at: number | null;
}

/** Slices of the window so far. @public */
export interface SliceCount {
  readonly measured: number;
  readonly expected: number;
  readonly lengthMs: number;
}

/** One objective at one time; of a composite the whole has the id `composite`. @public */
export interface ObjectiveEvaluation {
  readonly id: string;
  readonly title: string;
  /** Parts per million. */
  readonly target: number;
  /** Of a member of a composite. */
  readonly weight: number | null;
  readonly status: SloStatus;
  readonly flags: readonly SloFlag[];
  readonly budget: Budget;
  /** The same without corrections, where there are any in the window. */
  readonly uncorrected: Budget | null;
  /** A calendar period beside a rolling window, and the reverse. */
  readonly companion: Budget | null;
  readonly burns: readonly Burn[];
  readonly alerts: readonly AlertPairEvaluation[];
  /** By the last 6 hours first. */
  readonly exhaustion: readonly Exhaustion[];
  readonly slices: SliceCount | null;
}

/** Id of the evaluation of a whole composite. @public */
export const COMPOSITE = 'composite';

/** An SLO at one time. Its status is that of its worst objective, of a composite that of the whole. @public */
export interface SloEvaluation {
  readonly status: SloStatus;
  /** Of all objectives. */
  readonly flags: readonly SloFlag[];
  /** Id of the objective that stands for the SLO. */
  readonly worst: string;
  /** In the order of the SLO; of a composite the whole first. */
  readonly objectives: readonly ObjectiveEvaluation[];
}

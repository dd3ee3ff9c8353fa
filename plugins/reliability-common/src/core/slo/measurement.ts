/** A stretch of time whose events are asked for; `from` is not in it, `to` is. @public */
export interface SliWindow {
  /** Name under which the answer comes back. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

/**
 * What happened in a window. With Occurrences `total` and `bad` count events (samples of a threshold or raw
 * SLI); with Timeslices they count measured slices and bad ones; with RatioTimeslices `total` counts
 * measured slices and `bad` sums what each lacks to 1.
 *
 * @public
 */
export interface SliCount {
  /** null: there are no data at all; 0: there was no traffic. */
  readonly total: number | null;
  /** null only where `total` is. */
  readonly bad: number | null;
}

/** How a value was come by. @public */
export type SliMode = 'raw' | 'recorded' | 'pushed' | 'reported';

/** The answer of a source about one indicator. @public */
export interface SliMeasurement {
  readonly mode: SliMode;
  readonly counts: Readonly<Record<string, SliCount>>;
  /** When the newest sample of the total was taken, as far as the source can tell cheaply; null: older than it looks. */
  readonly newestAt: number | null;
  /** What was asked, as it was sent. */
  readonly queries: readonly string[];
  /** Why the answer is not whole, such as a store that did not answer. Such an answer is no history. */
  readonly warnings: readonly string[];
  /** What is odd although the answer is whole, such as a value that is no number. */
  readonly notes?: readonly string[];
}

/** When windows were measured that are not measured every time; milliseconds since the epoch. @public */
export interface MeasuredAt {
  readonly period?: number;
  readonly companion?: number;
}

/** Events of one step of a series. @public */
export interface SliStep extends SliCount {
  /** End of the step; milliseconds since the epoch, a multiple of the step. */
  readonly at: number;
}

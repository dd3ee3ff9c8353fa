/** A count of events in `[start, end)`; milliseconds since the epoch. */
export interface SloSampleRecord {
  readonly sloId: string;
  /** Who counted. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly good: number;
  readonly bad: number;
  readonly total: number;
}

/** A stretch of time of one SLO. */
export interface SampleRange {
  readonly sloId: string;
  readonly start: number;
  readonly end: number;
}

/** Events of a part of the samples; `start` to `end` is the time that they cover. */
export interface SampleSum {
  readonly start: number;
  readonly end: number;
  readonly bad: number;
  readonly total: number;
}

/** No sample is longer, which bounds how far back a window has to look. */
export const MAX_SAMPLE_MS = 24 * 60 * 60 * 1000;

/** How a budget is counted, in the words of OpenSLO. @public */
export type BudgetingMethod = 'Occurrences' | 'Timeslices' | 'RatioTimeslices';

/** A query as a document writes it, for one configured source. @public */
export interface SloQuery {
  /** Name of the source in the configuration. */
  readonly source: string;
  /** The metric source's own members, for instance `{ query: 'sum(…)' }`. */
  readonly spec: Readonly<Record<string, unknown>>;
}

/** What is measured. Of a ratio exactly one of `good` and `bad` is there. @public */
export type Sli =
  | {
      readonly kind: 'ratio';
      /** Whether the queries are counters that only grow. */
      readonly counter: boolean;
      readonly good?: SloQuery;
      readonly bad?: SloQuery;
      readonly total: SloQuery;
    }
  | {
      readonly kind: 'raw';
      /** Whether the ratio is that of good or of bad events. */
      readonly rawType: 'success' | 'failure';
      readonly query: SloQuery;
    }
  | {
      readonly kind: 'threshold';
      readonly query: SloQuery;
      /** A sample is good where `sample op value`. */
      readonly op: 'lt' | 'lte' | 'gt' | 'gte';
      readonly value: number;
    };

/** What a source measures: an SLI, by events or by slices of time. @public */
export interface Indicator {
  readonly sli: Sli;
  readonly method: BudgetingMethod;
  /** Length of a slice in milliseconds; with Timeslices and RatioTimeslices. */
  readonly sliceMs?: number;
  /** With Timeslices: a slice is good where its ratio of good events is at least this (0–1]. */
  readonly sliceTarget?: number;
}

/** A duration in the units of OpenSLO: minute, hour, day, week, month, quarter, year. @public */
export interface SloDuration {
  readonly count: number;
  readonly unit: 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'Y';
}

/** The window of a budget. @public */
export type SloWindow =
  | {
      readonly kind: 'rolling';
      readonly duration: SloDuration;
      /** Rolling months, quarters and years are 30, 90 and 365 days. */
      readonly ms: number;
    }
  | {
      readonly kind: 'calendar';
      readonly duration: SloDuration;
      /** Local wall time `YYYY-MM-DD HH:mm:ss` from which periods are counted. */
      readonly startTime: string;
      /** IANA name. */
      readonly timeZone: string;
    };

/** One promise about an indicator. @public */
export interface Objective {
  /** `1`, `2` … in the order of the document. */
  readonly id: string;
  readonly title: string;
  /** Parts per million, for instance 999_500 for 99.95 %. */
  readonly target: number;
  readonly indicator: Indicator;
  /** Of a member of a composite. */
  readonly weight?: number;
}

/** How the members of a composite become one. `weightedSum` is what OpenSLO says. @public */
export type Aggregation = 'weightedSum' | 'weightedAverage' | 'worst';

/** A burn-rate condition that a document asks for, beside the pairs that follow from the window. @public */
export interface BurnCondition {
  readonly policy: string;
  readonly severity: string;
  readonly op: 'lt' | 'lte' | 'gt' | 'gte';
  /** Burn rate. */
  readonly threshold: number;
  readonly lookbackMs: number;
  readonly alertAfterMs: number;
}

/** Who is told of an alert. @public */
export interface AlertRoute {
  readonly name: string;
  readonly target: string;
  readonly description?: string;
}

/** What an empty slice counts as. @public */
export type EmptySlices = 'good' | 'exclude' | 'bad';

/** One SLO after its documents were read, checked and joined. @public */
export interface Slo {
  /** `metadata.name`; unique within a service. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly window: SloWindow;
  readonly method: BudgetingMethod;
  /** At least one. Objectives that share an SLI carry equal indicators. */
  readonly objectives: readonly Objective[];
  /** Present: the objectives are members of one composite with this target (parts per million). */
  readonly composite?: {
    readonly aggregation: Aggregation;
    readonly target: number;
  };
  readonly conditions: readonly BurnCondition[];
  readonly routes: readonly AlertRoute[];
  /** What `plimsoll.dev/*` annotations of the document set. */
  readonly options: {
    readonly emptySlices: EmptySlices;
    /** An alert pair fires only with at least this many bad events in its long window. */
    readonly minFailures: number;
    /** `recorded`: read the recording rules that we generate. */
    readonly mode: 'raw' | 'recorded';
    readonly runbook?: string;
    /** When people last looked at it; YYYY-MM-DD. */
    readonly reviewedOn?: string;
  };
}

/** One thing that is wrong or doubtful in a document. @public */
export interface SloDiagnostic {
  readonly severity: 'error' | 'warning';
  /** Stable, for instance `target-missing`. */
  readonly code: string;
  /** What is wrong, what is allowed, what to do. */
  readonly message: string;
  /** Which document of the file, from 0. */
  readonly document: number;
  /** Members and indexes from the root of that document. */
  readonly path: readonly (string | number)[];
}

/** What became of a file. @public */
export interface CompiledSlos {
  readonly slos: readonly Slo[];
  /** In the order of the file. */
  readonly diagnostics: readonly SloDiagnostic[];
}

/** The annotation that names the files with a service's SLOs, separated by commas or line breaks. @public */
export const SLO_ANNOTATION = 'plimsoll.dev/slo';

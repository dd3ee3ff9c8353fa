/** Somebody at Grafana. */
export interface GrafanaUser {
  readonly id: string;
  readonly username: string;
  readonly email?: string;
}

/** Milliseconds since the epoch. */
export interface GrafanaShift {
  readonly start: number;
  readonly end: number;
  /** Id. */
  readonly user: string;
}

export interface GrafanaSchedule {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** Id. */
  readonly team?: string;
  /** What it comes to between two times; milliseconds since the epoch. */
  readonly shifts: (from: number, to: number) => readonly GrafanaShift[];
}

/** A step as the API names its fields, without its chain and position. */
export interface GrafanaStep {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface GrafanaChain {
  readonly id: string;
  readonly name: string;
  /** Id. */
  readonly team?: string;
  readonly steps: readonly GrafanaStep[];
}

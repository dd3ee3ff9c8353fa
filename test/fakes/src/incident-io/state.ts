/** Somebody at incident.io. */
export interface IncidentIoUser {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

/** Milliseconds since the epoch; no user: nobody fills the slot. */
export interface IncidentIoEntry {
  readonly start: number;
  readonly end: number;
  readonly user?: string;
  readonly override?: boolean;
  /** Part of the schedule. Default: its only one. */
  readonly rotation?: string;
}

export interface IncidentIoSchedule {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** Ids of users, whether they have a shift or not. */
  readonly roster: readonly string[];
  /** What it comes to between two times; milliseconds since the epoch. */
  readonly entries: (from: number, to: number) => readonly IncidentIoEntry[];
}

/** One thing that a level pages. */
export interface IncidentIoTarget {
  readonly type: 'schedule' | 'user' | 'slack_channel';
  readonly id: string;
  readonly urgency?: 'high' | 'low';
  readonly schedule_mode?: string;
  readonly selected_rota_id?: string;
}

/** A step as it goes over the wire, without its id. */
export type IncidentIoNode =
  | {
      readonly type: 'level';
      readonly level: { readonly targets: readonly IncidentIoTarget[] };
    }
  | {
      readonly type: 'if_else';
      readonly if_else: {
        readonly then_path: readonly IncidentIoNode[];
        readonly else_path: readonly IncidentIoNode[];
      };
    }
  | { readonly type: 'notify_channel' | 'repeat' | 'escalation_path' };

export interface IncidentIoPath {
  readonly id: string;
  readonly name: string;
  readonly nodes: readonly IncidentIoNode[];
}

/** Somebody at Opsgenie or at Atlassian. */
export interface OperationsUser {
  readonly id: string;
  readonly name: string;
  /** At Opsgenie everybody has one, and signs in with it. */
  readonly email?: string;
  readonly left?: boolean;
}

export interface OperationsTeam {
  readonly id: string;
  readonly name: string;
  readonly members: readonly {
    readonly user: string;
    readonly role: 'admin' | 'user';
  }[];
  readonly routing: readonly OperationsRouting[];
}

/** Whom a rule pages. */
export interface OperationsTarget {
  readonly type: 'schedule' | 'user' | 'team' | 'escalation' | 'none';
  readonly id?: string;
}

export interface OperationsRouting {
  readonly isDefault: boolean;
  readonly notify: OperationsTarget;
}

/** Milliseconds since the epoch; nobody: the slot is left empty on purpose. */
export interface OperationsEntry {
  readonly start: number;
  readonly end: number;
  /** Id of a user; several when a team takes the turn. */
  readonly users: readonly string[];
  readonly type?: 'override' | 'forwarding';
  /** Id of the team that takes the turn. */
  readonly team?: string;
}

/** Part of a schedule, in which one after the other takes turns. */
export interface OperationsRotation {
  readonly name: string;
  readonly deleted?: boolean;
  /** What it comes to between two times. */
  readonly entries: (from: number, to: number) => readonly OperationsEntry[];
  /** Whom it is planned with, shift or not. */
  readonly participants: readonly OperationsTarget[];
}

export interface OperationsSchedule {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly enabled: boolean;
  /** Id of its team. */
  readonly team?: string;
  readonly rotations: readonly OperationsRotation[];
}

export interface OperationsEscalation {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly rules: readonly {
    readonly recipient: OperationsTarget;
    readonly minutes: number;
    readonly notifyType?: string;
  }[];
}

type Optional<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** What both dialects of Atlassian's operations show. */
export class OperationsState {
  readonly users = new Map<string, OperationsUser>();
  readonly teams = new Map<string, OperationsTeam>();
  readonly schedules = new Map<string, OperationsSchedule>();
  readonly escalations = new Map<string, OperationsEscalation>();
  private count = 0;

  addUser(user: OperationsUser): string {
    this.users.set(user.id, user);
    return user.id;
  }

  addTeam(
    team: Optional<OperationsTeam, 'id' | 'members' | 'routing'>,
  ): string {
    const id = team.id ?? this.nextId();
    this.teams.set(id, { members: [], routing: [], ...team, id });
    return id;
  }

  addSchedule(
    schedule: Optional<OperationsSchedule, 'id' | 'timeZone' | 'enabled'>,
  ): string {
    const id = schedule.id ?? this.nextId();
    const usual = { timeZone: 'Etc/UTC', enabled: true };
    this.schedules.set(id, { ...usual, ...schedule, id });
    return id;
  }

  addEscalation(escalation: Optional<OperationsEscalation, 'id'>): string {
    const id = escalation.id ?? this.nextId();
    this.escalations.set(id, { ...escalation, id });
    return id;
  }

  private nextId(): string {
    this.count += 1;
    return `00000000-0000-4000-8000-${`${this.count}`.padStart(12, '0')}`;
  }
}

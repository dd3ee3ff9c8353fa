/** What happened to an incident; PagerDuty calls each `<type>_log_entry`. */
export interface PagerdutyLogEntry {
  readonly id: string;
  readonly type:
    | 'trigger'
    | 'acknowledge'
    | 'unacknowledge'
    | 'escalate'
    | 'resolve'
    | 'notify'
    | 'annotate'
    | 'priority_change';
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Id of whoever did it, or was called; none: an integration did it. */
  readonly user?: string;
  /** Of a call: such as `push_notification` or `email`. */
  readonly channel?: string;
  readonly text?: string;
}

export interface PagerdutyIncident {
  readonly id: string;
  readonly number: number;
  title: string;
  /** Id of its service. */
  service: string;
  urgency: 'high' | 'low';
  /** Such as P1. */
  priority?: string;
  /** Equal for alerts of the same trouble. */
  key?: string;
  status: 'triggered' | 'acknowledged' | 'resolved';
  createdAt: number;
  updatedAt: number;
  resolvedAt?: number;
  /** Id of another incident. */
  mergedInto?: string;
  log: PagerdutyLogEntry[];
}

type NewIncident = Pick<PagerdutyIncident, 'title' | 'service'> &
  Partial<Omit<PagerdutyIncident, 'log'>>;

/** The incidents of an account, with the log of each. Times default to now. */
export class PagerdutyIncidents extends Map<string, PagerdutyIncident> {
  private number = 0;
  private written = 0;

  constructor(private readonly now: () => number) {
    super();
  }

  /**
   * @param incident - with the id of one that is there it begins anew
   * @returns the id
   */
  trigger({
    id = this.nextId(),
    createdAt = this.now(),
    number = this.get(id)?.number ?? this.number,
    ...incident
  }: NewIncident): string {
    this.set(id, {
      urgency: 'high',
      status: 'triggered',
      createdAt,
      updatedAt: createdAt,
      ...incident,
      id,
      number,
      log: [],
    });
    this.write(id, { type: 'trigger', at: createdAt });
    return id;
  }

  /** @param user - id; none: an integration */
  acknowledge(id: string, user?: string, at = this.now()): void {
    this.write(id, { type: 'acknowledge', at, user });
    this.change(id, { status: 'acknowledged' }, at);
  }

  /** @param user - id; none: an integration, when the alert went away */
  resolve(id: string, user?: string, at = this.now()): void {
    this.write(id, { type: 'resolve', at, user });
    this.change(id, { status: 'resolved', resolvedAt: at }, at);
  }

  reopen(id: string, user?: string, at = this.now()): void {
    this.write(id, { type: 'trigger', at, user });
    this.change(id, { status: 'triggered', resolvedAt: undefined }, at);
  }

  /** Somebody is called. */
  notify(
    id: string,
    user: string,
    at = this.now(),
    channel = 'push_notification',
  ): void {
    this.write(id, { type: 'notify', at, user, channel });
  }

  note(id: string, text: string, user?: string, at = this.now()): void {
    this.write(id, { type: 'annotate', at, user, text });
    this.change(id, {}, at);
  }

  setPriority(id: string, priority: string, at = this.now()): void {
    this.write(id, { type: 'priority_change', at });
    this.change(id, { priority }, at);
  }

  /** A title leaves no entry in the log. */
  rename(id: string, title: string, at = this.now()): void {
    this.change(id, { title }, at);
  }

  merge(id: string, mergedInto: string, at = this.now()): void {
    this.resolve(id, undefined, at);
    this.change(id, { mergedInto }, at);
  }

  change(
    id: string,
    changes: Partial<PagerdutyIncident>,
    updatedAt = this.now(),
  ): void {
    const incident = this.get(id);
    if (!incident) throw new Error(`There is no incident ${id}`);
    Object.assign(incident, changes, { updatedAt });
  }

  write(id: string, entry: Omit<PagerdutyLogEntry, 'id'>): void {
    this.written += 1;
    this.get(id)?.log.push({ ...entry, id: `R${this.written}` });
  }

  private nextId(): string {
    this.number += 1;
    return `Q${this.number.toString(36).toUpperCase().padStart(9, '0')}`;
  }
}

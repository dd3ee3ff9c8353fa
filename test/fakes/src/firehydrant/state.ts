/** Times are milliseconds since the epoch. */
export interface FirehydrantIncident {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly summary?: string;
  /** Slug of the one that was reached last. */
  readonly milestone: string;
  readonly severity: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly discardedAt?: number;
  /** When each was reached, by slug. */
  readonly milestones: Readonly<Record<string, number>>;
  /** Only the plain list of older accounts is told. */
  readonly withoutPhases?: boolean;
  readonly services: readonly string[];
  readonly restricted?: boolean;
  readonly customersImpacted?: number;
  readonly people: readonly { readonly name: string; readonly role: string }[];
  readonly tickets: readonly {
    readonly summary: string;
    readonly state: 'open' | 'in_progress' | 'done' | 'cancelled';
    readonly type?: 'incident' | 'follow_up' | 'task';
    readonly assignee?: string;
    readonly dueAt?: number;
  }[];
  readonly report?: {
    readonly url: string;
    readonly updatedAt: number;
    readonly publishedAt?: number;
  };
}

const iso = (ms: number | undefined) =>
  ms === undefined ? null : new Date(ms).toISOString();

const idOf = (name: string) => `id-of-${name.replace(/\W+/g, '-')}`;

const userJson = (name: string) => ({
  id: idOf(name),
  name,
  email: `${name.replace(/\W+/g, '.').toLowerCase()}@example.com`,
});

export const incidentJson = (incident: FirehydrantIncident) => {
  const milestones = Object.entries(incident.milestones);
  return {
    id: incident.id,
    number: incident.number,
    name: incident.name,
    summary: incident.summary ?? null,
    severity: incident.severity,
    priority: null,
    current_milestone: incident.milestone,
    created_at: iso(incident.createdAt),
    updated_at: iso(incident.updatedAt),
    discarded_at: iso(incident.discardedAt),
    restricted: incident.restricted ?? false,
    customers_impacted: incident.customersImpacted ?? 0,
    incident_url: `https://app.firehydrant.example/incidents/${incident.number}`,
    milestones: milestones.map(([type, at]) => ({
      type,
      occurred_at: iso(at),
    })),
    lifecycle_phases: incident.withoutPhases
      ? []
      : [
          {
            name: 'Whole',
            milestones: milestones.map(([slug, at]) => ({
              slug,
              occurred_at: iso(at),
            })),
          },
        ],
    services: incident.services.map(name => ({
      id: idOf(name),
      name,
      slug: name.toLowerCase(),
    })),
    role_assignments: incident.people.map(({ name, role }) => ({
      user: userJson(name),
      incident_role: { id: idOf(role), name: role },
    })),
    incident_tickets: incident.tickets.map((ticket, index) => ({
      id: `${incident.id}-t${index}`,
      summary: ticket.summary,
      state: ticket.state,
      type: ticket.type ?? 'follow_up',
      due_at: iso(ticket.dueAt),
      assignees: ticket.assignee ? [userJson(ticket.assignee)] : [],
      link: null,
    })),
  };
};

export const reportJson = ({ id, name, report }: FirehydrantIncident) => ({
  id: `${id}-r`,
  name,
  url: report?.url,
  updated_at: iso(report?.updatedAt),
  published_at: iso(report?.publishedAt),
  incident: { id },
});

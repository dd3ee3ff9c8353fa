/** Times are milliseconds since the epoch. */
export interface RootlyIncident {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly summary?: string;
  readonly kind: 'normal' | 'test' | 'example' | 'backfilled';
  readonly status: string;
  readonly private?: boolean;
  /** null: none was set. */
  readonly severity: string | null;
  /** Names; the slug and the id come of them. */
  readonly services: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
  /** By the name of the attribute, such as `mitigated_at`. */
  readonly times: Readonly<Record<string, number>>;
  readonly duplicateOf?: string;
  readonly actions: readonly {
    readonly summary: string;
    readonly status: 'open' | 'in_progress' | 'cancelled' | 'done';
    readonly dueAt?: number;
    readonly jira?: string;
    readonly assignee?: string;
  }[];
  readonly postmortem?: {
    readonly status: 'draft' | 'published';
    readonly url: string;
    readonly publishedAt?: number;
  };
}

const iso = (ms: number | undefined) =>
  ms === undefined ? null : new Date(ms).toISOString();

export const rootlySlug = (name: string) =>
  name.toLowerCase().replace(/\W+/g, '-');

const actionId = ({ id }: RootlyIncident, index: number) => `${id}-a${index}`;
const postmortemId = ({ id }: RootlyIncident) => `${id}-p`;

const link = (type: string, id: string) => ({ id, type });

export const rootlyIncidentJson = (incident: RootlyIncident) => ({
  id: incident.id,
  type: 'incidents',
  attributes: {
    sequential_id: incident.number,
    title: incident.title,
    summary: incident.summary ?? null,
    kind: incident.kind,
    status: incident.status,
    private: incident.private ?? false,
    url: `https://rootly.example/account/incidents/${incident.number}`,
    severity: incident.severity && {
      data: {
        id: `id-of-${rootlySlug(incident.severity)}`,
        type: 'severities',
        attributes: {
          name: incident.severity,
          slug: rootlySlug(incident.severity),
        },
      },
    },
    services: {
      data: incident.services.map(name => ({
        id: `id-of-${rootlySlug(name)}`,
        type: 'services',
        attributes: { name, slug: rootlySlug(name) },
      })),
    },
    duplicate_incident_id: incident.duplicateOf ?? null,
    created_at: iso(incident.createdAt),
    updated_at: iso(incident.updatedAt),
    ...Object.fromEntries(
      Object.entries(incident.times).map(([name, at]) => [name, iso(at)]),
    ),
  },
  relationships: {
    action_items: {
      data: incident.actions.map((_, index) =>
        link('incident_action_items', actionId(incident, index)),
      ),
    },
    incident_post_mortem: {
      data: incident.postmortem
        ? link('incident_post_mortems', postmortemId(incident))
        : null,
    },
  },
});

/** What comes beside an incident when it is asked for. */
export const rootlyBesideJson = (incident: RootlyIncident): object[] => [
  ...incident.actions.map((action, index) => ({
    ...link('incident_action_items', actionId(incident, index)),
    attributes: {
      summary: action.summary,
      kind: 'follow_up',
      status: action.status,
      due_date: iso(action.dueAt)?.slice(0, 10) ?? null,
      jira_issue_key: action.jira ?? null,
      jira_issue_url: action.jira
        ? `https://jira.example/browse/${action.jira}`
        : null,
      assigned_to: action.assignee
        ? {
            id: `id-of-${rootlySlug(action.assignee)}`,
            full_name: action.assignee,
            email: `${rootlySlug(action.assignee)}@example.com`,
          }
        : null,
    },
  })),
  ...(incident.postmortem
    ? [
        {
          ...link('incident_post_mortems', postmortemId(incident)),
          attributes: {
            title: incident.title,
            status: incident.postmortem.status,
            url: incident.postmortem.url,
            published_at: iso(incident.postmortem.publishedAt),
          },
        },
      ]
    : []),
];

/** Times are milliseconds since the epoch. */
export interface StatuspageUpdate {
  readonly status: string;
  readonly at: number;
  readonly body?: string;
  /** Names of components that it touched, with what they are from then on. */
  readonly components?: Readonly<Record<string, string>>;
}

export interface StatuspageIncident {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly impact: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly monitoringAt?: number;
  readonly resolvedAt?: number;
  /** Written down afterwards. */
  readonly backfilled?: boolean;
  /** Names. */
  readonly components: readonly string[];
  readonly updates: readonly StatuspageUpdate[];
  readonly shortlink?: string;
  readonly postmortem?: {
    readonly body: string;
    readonly publishedAt?: number;
  };
  readonly postmortemIgnored?: boolean;
}

/** The id of a component, by its name. */
export const statuspageComponentId = (name: string): string =>
  Buffer.from(name).toString('hex').padEnd(12, '0').slice(0, 12);

const iso = (ms: number | undefined) =>
  ms === undefined ? null : new Date(ms).toISOString();

const componentJson = (name: string) => ({
  id: statuspageComponentId(name),
  name,
  status: 'operational',
  group: false,
});

/** A page says so in words where no component was touched. */
const touchedJson = (components: StatuspageUpdate['components']) =>
  components
    ? Object.entries(components).map(([name, status]) => ({
        code: statuspageComponentId(name),
        name,
        old_status: 'operational',
        new_status: status,
      }))
    : [{ name: 'No components were affected by this update.' }];

const updateJson = (
  incident: string,
  update: StatuspageUpdate,
  index: number,
) => ({
  id: `${incident}u${index}`,
  incident_id: incident,
  status: update.status,
  body: update.body ?? 'We look into it.',
  display_at: iso(update.at),
  created_at: iso(update.at),
  updated_at: iso(update.at),
  affected_components: touchedJson(update.components),
});

/** As everybody is told; updates the newest first. */
export const incidentJson = (incident: StatuspageIncident) => ({
  id: incident.id,
  name: incident.name,
  status: incident.status,
  impact: incident.impact,
  created_at: iso(incident.createdAt),
  updated_at: iso(incident.updatedAt),
  monitoring_at: iso(incident.monitoringAt),
  resolved_at: iso(incident.resolvedAt),
  shortlink: incident.shortlink ?? `https://stspg.example/${incident.id}`,
  components: incident.components.map(componentJson),
  incident_updates: incident.updates
    .map((update, index) => updateJson(incident.id, update, index))
    .reverse(),
});

/** As the owner of the page is told. */
export const managedJson = (incident: StatuspageIncident) => ({
  ...incidentJson(incident),
  backfilled: incident.backfilled ?? false,
  impact_override: null,
  postmortem_body: incident.postmortem?.body ?? null,
  postmortem_ignored: incident.postmortemIgnored ?? false,
  postmortem_published_at: iso(incident.postmortem?.publishedAt),
});

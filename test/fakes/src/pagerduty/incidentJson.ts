import { PagerdutyIncident, PagerdutyLogEntry } from './incidents';
import { iso, reference, SITE, userReference } from './json';
import { PagerdutyService, PagerdutyUser } from './state';

interface Known {
  readonly users: ReadonlyMap<string, PagerdutyUser>;
  readonly services: ReadonlyMap<string, PagerdutyService>;
}

const incidentReference = ({
  id,
  number,
  title,
}: Pick<PagerdutyIncident, 'id' | 'number' | 'title'>) => ({
  id,
  type: 'incident_reference',
  summary: `[#${number}] ${title}`,
  self: null,
  html_url: `${SITE}/incidents/${id}`,
});

/** As REST tells it: `incident_number`, and nobody assigned once it is over. */
export const incidentJson = (
  incident: PagerdutyIncident,
  { services }: Known,
) => {
  const service = services.get(incident.service);
  const { resolvedAt, mergedInto, priority } = incident;
  return {
    ...incidentReference(incident),
    type: 'incident',
    incident_number: incident.number,
    title: incident.title,
    description: incident.title,
    status: incident.status,
    urgency: incident.urgency,
    priority: priority
      ? reference('priority', 'priorities', {
          id: `PP${priority}`,
          name: priority,
        })
      : null,
    created_at: iso(incident.createdAt),
    updated_at: iso(incident.updatedAt),
    last_status_change_at: iso(incident.updatedAt),
    resolved_at: iso(resolvedAt ?? null),
    incident_key: incident.key ?? null,
    service: service
      ? reference('service', 'service-directory', service)
      : null,
    resolve_reason: mergedInto
      ? {
          type: 'merge_resolve_reason',
          incident: { id: mergedInto, type: 'incident_reference' },
        }
      : null,
    assignments: [],
    acknowledgements: [],
    teams: [],
  };
};

const agentJson = (
  { user: id }: PagerdutyLogEntry,
  { service }: PagerdutyIncident,
  { users, services }: Known,
) => {
  const user = id === undefined ? undefined : users.get(id);
  if (user) return userReference(user);
  const agent = services.get(service);
  return agent ? reference('service', 'service-directory', agent) : null;
};

/** @param whole - with the incident, not only a reference to it */
export const logEntryJson = (
  entry: PagerdutyLogEntry,
  incident: PagerdutyIncident,
  known: Known,
  whole: boolean,
) => {
  const { id, type, at, channel, text } = entry;
  const isCall = type === 'notify';
  return {
    id,
    type: `${type}_log_entry`,
    summary: type,
    created_at: iso(at),
    // Whoever is called is no agent: PagerDuty itself calls.
    agent: agentJson(
      isCall ? { ...entry, user: undefined } : entry,
      incident,
      known,
    ),
    ...(isCall && { user: agentJson(entry, incident, known) }),
    channel: isCall
      ? { type: 'auto', notification: { type: channel, status: 'success' } }
      : { type: text ? 'note' : 'auto', ...(text && { content: text }) },
    incident: whole
      ? incidentJson(incident, known)
      : incidentReference(incident),
  };
};

/** As a webhook of version 3 tells it: `number`, and people as `assignees`. */
export const eventJson = (
  incident: PagerdutyIncident,
  eventType: string,
  { services }: Known,
  { id, at }: { readonly id: string; readonly at: number },
) => {
  const service = services.get(incident.service);
  return {
    event: {
      id,
      event_type: eventType,
      resource_type: 'incident',
      occurred_at: iso(at),
      agent: null,
      client: null,
      data: {
        id: incident.id,
        type: 'incident',
        self: null,
        html_url: `${SITE}/incidents/${incident.id}`,
        number: incident.number,
        status: incident.status,
        incident_key: incident.key ?? null,
        created_at: iso(incident.createdAt),
        title: incident.title,
        service: service
          ? reference('service', 'service-directory', service)
          : null,
        assignees: [],
        priority: null,
        urgency: incident.urgency,
        resolve_reason: null,
      },
    },
  };
};

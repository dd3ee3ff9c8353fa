import {
  IncidentIoCatalogEntry,
  IncidentIoDocument,
  IncidentIoEscalation,
  IncidentIoFollowUp,
  IncidentIoIncident,
  IncidentIoUpdate,
} from './incidentState';
import { iso, SITE, userJson } from './replies';

const valueJson = (value: IncidentIoCatalogEntry | string) =>
  typeof value === 'string'
    ? { value_option: { id: `O${value}`, value, sort_key: 10 } }
    : {
        value_catalog_entry: {
          id: value.id,
          name: value.name,
          ...(value.externalId && { external_id: value.externalId }),
          aliases: value.aliases ?? [],
        },
      };

const documentId = ({ id }: IncidentIoIncident, index: number) =>
  `${id}D${index}`;

export const incidentJson = (incident: IncidentIoIncident) => ({
  id: incident.id,
  reference: `INC-${Number(incident.id.replace(/\D/g, ''))}`,
  name: incident.name,
  ...(incident.summary && { summary: incident.summary }),
  permalink: `${SITE}/incidents/${incident.id}`,
  created_at: iso(incident.createdAt),
  updated_at: iso(incident.updatedAt),
  mode: incident.mode,
  visibility: incident.visibility,
  incident_status: {
    id: `S${incident.category}`,
    name: incident.category,
    category: incident.category,
    rank: 1,
  },
  ...(incident.severity && {
    severity: { id: 'V1', name: incident.severity, rank: 1 },
  }),
  incident_timestamp_values: Object.entries(incident.timestamps).map(
    ([name, at], rank) => ({
      incident_timestamp: { id: `T${rank}`, name, rank },
      value: { value: iso(at) },
    }),
  ),
  incident_role_assignments: incident.roles.map(({ role, user }) => ({
    role: { id: 'R1', name: role, role_type: 'lead' },
    assignee: userJson(user),
  })),
  custom_field_entries: Object.entries(incident.fields).map(
    ([name, values]) => ({
      custom_field: { id: `F${name}`, name, field_type: 'multi_select' },
      values: values.map(valueJson),
    }),
  ),
  duration_metrics: [],
  ...(incident.documents.length > 0 && {
    postmortem_document_url: incident.documents[0].url,
    postmortem_document_ids: incident.documents.map((_, index) =>
      documentId(incident, index),
    ),
  }),
});

export const updateJson = (
  { id: incident, severity }: IncidentIoIncident,
  {
    id,
    at,
    message,
    category,
    by,
    mergedInto,
  }: IncidentIoUpdate & {
    id: string;
  },
) => ({
  id,
  incident_id: incident,
  created_at: iso(at),
  ...(message && { message }),
  ...(category && {
    new_incident_status: { id: `S${category}`, name: category, category },
  }),
  ...(severity && { new_severity: { id: 'V1', name: severity, rank: 1 } }),
  ...(mergedInto && { merged_into_incident_id: mergedInto }),
  updater: by ? { user: userJson(by) } : {},
});

export const followUpJson = (
  incident: IncidentIoIncident,
  followUp: IncidentIoFollowUp,
  index: number,
) => ({
  id: `${incident.id}A${index}`,
  incident_id: incident.id,
  title: followUp.title,
  status: followUp.status,
  created_at: iso(incident.createdAt),
  updated_at: iso(followUp.updatedAt),
  labels: [],
  ...(followUp.completedAt && { completed_at: iso(followUp.completedAt) }),
  ...(followUp.assignee && { assignee: userJson(followUp.assignee) }),
  ...(followUp.issue && {
    external_issue_reference: {
      provider: followUp.issue.provider,
      issue_name: followUp.issue.name,
      issue_permalink: followUp.issue.url,
    },
  }),
});

export const documentJson = (
  incident: IncidentIoIncident,
  { status, url, title }: IncidentIoDocument,
  index: number,
) => ({
  id: documentId(incident, index),
  incident_id: incident.id,
  title: title ?? incident.name,
  status,
  type: 'in_app',
  document_url: url,
  exported_urls: [],
  created_at: iso(incident.createdAt),
  updated_at: iso(incident.updatedAt),
});

export const escalationJson = (
  { id: incident, name }: IncidentIoIncident,
  {
    id,
    status,
    createdAt,
    alertKey,
    others,
    events,
  }: IncidentIoEscalation & {
    id: string;
  },
) => ({
  id,
  title: name,
  status,
  created_at: iso(createdAt),
  updated_at: iso(createdAt),
  events: events.map(({ event, at, users }, index) => ({
    id: `${id}V${index}`,
    event,
    occurred_at: iso(at),
    urgency: 'high',
    users: (users ?? []).map(userJson),
    channels: [],
  })),
  related_incidents: [incident, ...(others ?? [])].map(each => ({ id: each })),
  related_alerts: alertKey
    ? [{ id: `${id}K`, deduplication_key: alertKey, status: 'firing' }]
    : [],
});

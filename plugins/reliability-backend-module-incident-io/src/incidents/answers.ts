import { z } from 'zod';
import { listOf, text, userSchema } from '../answers';

const maybe = <T extends z.ZodType>(item: T) => item.nullish().catch(undefined);

const valueSchema = z.object({
  value_catalog_entry: maybe(
    z.object({
      id: text,
      name: text,
      external_id: text,
      aliases: listOf(z.string()),
    }),
  ),
  value_option: maybe(z.object({ id: text, value: text })),
  value_text: text,
});

const fieldSchema = z.object({
  custom_field: maybe(z.object({ id: text, name: text })),
  values: listOf(valueSchema),
});

/** An incident can only be kept under its id. */
export const incidentSchema = z.object({
  id: z.string().min(1),
  reference: text,
  name: text,
  summary: text,
  permalink: text,
  created_at: text,
  updated_at: text,
  mode: text,
  visibility: text,
  incident_status: maybe(z.object({ category: text })),
  severity: maybe(z.object({ name: text })),
  incident_timestamp_values: listOf(
    z.object({
      incident_timestamp: maybe(z.object({ name: text })),
      value: maybe(z.object({ value: text })),
    }),
  ),
  incident_role_assignments: listOf(
    z.object({
      role: maybe(z.object({ name: text })),
      assignee: maybe(userSchema),
    }),
  ),
  custom_field_entries: listOf(fieldSchema),
  postmortem_document_url: text,
  postmortem_document_ids: listOf(z.string()),
});

export const updateSchema = z.object({
  id: z.string().min(1),
  created_at: text,
  message: text,
  new_incident_status: maybe(z.object({ category: text })),
  merged_into_incident_id: text,
  updater: maybe(z.object({ user: maybe(userSchema) })),
});

export const followUpSchema = z.object({
  id: z.string().min(1),
  incident_id: text,
  title: text,
  status: text,
  assignee: maybe(userSchema),
  completed_at: text,
  updated_at: text,
  external_issue_reference: maybe(
    z.object({ provider: text, issue_name: text, issue_permalink: text }),
  ),
});

export const documentSchema = z.object({
  id: z.string().min(1),
  title: text,
  status: text,
  document_url: text,
});

export const escalationSchema = z.object({
  id: z.string().min(1),
  status: text,
  created_at: text,
  events: listOf(
    z.object({
      event: text,
      occurred_at: text,
      users: listOf(userSchema),
    }),
  ),
  related_incidents: listOf(z.object({ id: text })),
  related_alerts: listOf(z.object({ deduplication_key: text })),
});

export type IncidentAnswer = z.output<typeof incidentSchema>;
export type UpdateAnswer = z.output<typeof updateSchema>;
export type FollowUpAnswer = z.output<typeof followUpSchema>;
export type DocumentAnswer = z.output<typeof documentSchema>;
export type EscalationAnswer = z.output<typeof escalationSchema>;

/** What was asked for one incident. */
export interface IncidentDetails {
  readonly updates: readonly UpdateAnswer[];
  readonly followUps: readonly FollowUpAnswer[];
  readonly documents: readonly DocumentAnswer[];
  readonly escalations: readonly EscalationAnswer[];
}

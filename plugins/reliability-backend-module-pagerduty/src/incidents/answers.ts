import { z } from 'zod';

/** Foreign fields may be absent, null or of another type at any time; what cannot be read is absent. */
const text = z.string().min(1).nullish().catch(undefined);

const reference = z
  .object({ id: text, type: text, summary: text, name: text, html_url: text })
  .nullish()
  .catch(undefined);

export const incidentSchema = z.object({
  id: z.string().min(1),
  incident_number: z.number().nullish().catch(undefined),
  title: text,
  summary: text,
  html_url: text,
  status: z.enum(['triggered', 'acknowledged', 'resolved']),
  urgency: text,
  created_at: z.string(),
  updated_at: text,
  last_status_change_at: text,
  resolved_at: text,
  service: reference,
  priority: reference,
  incident_key: text,
  resolve_reason: z
    .object({ type: text, incident: reference })
    .nullish()
    .catch(undefined),
});

/** With `include[]=incidents` the incident is whole, else a reference. */
export const entrySchema = z.object({
  id: z.string().min(1),
  type: z.string(),
  created_at: z.string(),
  agent: reference,
  user: reference,
  channel: z
    .object({
      type: text,
      content: text,
      summary: text,
      notification: z.object({ type: text }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  incident: z.unknown(),
});

export const userSchema = z.object({
  id: text,
  name: text,
  summary: text,
  email: text,
  time_zone: text,
  html_url: text,
});

const subject = z.object({ id: text, type: text }).nullish().catch(undefined);

/** What a webhook of version 3 says; only what names the incident is looked at. */
export const eventSchema = z.object({
  event: z.object({
    id: z.string().min(1).max(200),
    event_type: z.string(),
    resource_type: text,
    data: z
      .object({ id: text, type: text, incident: subject })
      .nullish()
      .catch(undefined),
  }),
});

export type PagerdutyReference = z.output<typeof reference>;
export type IncidentAnswer = z.output<typeof incidentSchema>;
export type LogEntry = z.output<typeof entrySchema>;
export type UserAnswer = z.output<typeof userSchema>;

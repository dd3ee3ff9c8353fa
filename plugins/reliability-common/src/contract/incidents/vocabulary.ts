import { z } from 'zod';
import { anyOfSchema, timeSchema } from '../paging';

/** How far an incident is; `declined` and `merged` count for nothing. @public */
export const incidentStatusSchema = z.enum([
  'triage',
  'open',
  'acknowledged',
  'mitigated',
  'resolved',
  'closed',
  'declined',
  'merged',
]);

/** @public */
export const stampNameSchema = z.enum([
  'impactStart',
  'detected',
  'declared',
  'acknowledged',
  'mitigated',
  'impactEnd',
  'resolved',
  'closed',
]);

/** Who says so: the provider, something else that the provider says, or a person. @public */
export const provenanceSchema = z.enum(['provider', 'derived', 'person']);

/** 1 is the worst. @public */
export const severityLevelSchema = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
  .nullable()
  .describe('1 is the worst; null: none, or one that is not mapped');

/** @public */
export const severitySchema = z.object({
  raw: z.string().nullable().describe('As the provider calls it'),
  level: severityLevelSchema,
  name: z.string().describe('As shown, such as SEV1'),
  from: provenanceSchema,
});

/** One stamp with where it came from. @public */
export const stampSchema = z.object({
  at: timeSchema,
  from: provenanceSchema,
});

/** By name; what nobody recorded is absent. @public */
export const stampsSchema = z.partialRecord(stampNameSchema, stampSchema);

/** A service that an incident concerns, as far as the reader sees it. @public */
export const incidentServiceSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  tier: z.object({ id: z.string(), name: z.string() }),
  from: z
    .enum(['provider', 'mapping', 'annotation', 'person'])
    .describe('Who says that it is concerned'),
});

/** Of the postmortem that the strictest of its services wants. @public */
export const postmortemStateSchema = z.enum([
  'not-required',
  'missing',
  'overdue',
  'draft',
  'in-review',
  'published',
]);

/** @public */
export const followUpStatusSchema = z.enum([
  'open',
  'in-progress',
  'done',
  'wont-do',
]);

/** @public */
export const ticketSchema = z.object({
  system: z.string().max(40),
  key: z.string().min(1).max(100),
  url: z.string().max(2000).nullable(),
});

/** @public */
export const changeMarkSchema = z.object({
  id: z.string(),
  at: timeSchema,
  kind: z.string().describe('Such as deploy, config or flag'),
  title: z.string(),
  url: z.string().nullable(),
  entityRef: z.string(),
});

/** @public */
export const incidentSubjectSchema = z.object({
  account: z.string(),
  kind: z.string(),
  id: z.string(),
  label: z.string().nullable(),
  url: z.string().nullable(),
});

/** A figure over incidents that have both stamps. @public */
export const durationFigureSchema = z.object({
  n: z.number().int().describe('Incidents with both stamps'),
  of: z.number().int().describe('Incidents that could have them'),
  median: z.number().nullable().describe('Milliseconds; null: none'),
  p90: z.number().nullable().describe('Milliseconds; null: none'),
});

/** What narrows any list or figure of incidents. @public */
export const incidentFilterSchema = z.object({
  service: anyOfSchema.describe('Entity references of services'),
  owner: anyOfSchema.describe('Entity references of owners'),
  system: anyOfSchema.describe('Entity references of systems'),
  tier: anyOfSchema.describe('Tier ids; `untiered` for none'),
  severity: anyOfSchema.describe('1 to 5; `none` for not mapped'),
  status: anyOfSchema.describe(
    'Statuses; `active` for all that are not over. Default: all but declined and merged',
  ),
  account: anyOfSchema,
  provider: anyOfSchema,
  postmortem: anyOfSchema.describe('States of the postmortem'),
  customerImpact: z.stringbool().optional(),
  tests: z
    .stringbool()
    .default(false)
    .describe('Whether exercises are listed as well'),
  from: timeSchema.optional().describe('Began then or later'),
  to: timeSchema.optional().describe('Began before'),
  q: z
    .string()
    .max(200)
    .optional()
    .describe('Words in reference, title, summary, cause or service'),
});

/** @public */
export type IncidentStamps = z.infer<typeof stampsSchema>;
/** @public */
export type IncidentSeverity = z.infer<typeof severitySchema>;
/** @public */
export type IncidentServiceItem = z.infer<typeof incidentServiceSchema>;
/** @public */
export type PostmortemState = z.infer<typeof postmortemStateSchema>;
/** @public */
export type TicketItem = z.infer<typeof ticketSchema>;
/** @public */
export type ChangeMark = z.infer<typeof changeMarkSchema>;
/** @public */
export type IncidentSubjectItem = z.infer<typeof incidentSubjectSchema>;
/** @public */
export type DurationFigure = z.infer<typeof durationFigureSchema>;
/** @public */
export type IncidentFilter = z.input<typeof incidentFilterSchema>;

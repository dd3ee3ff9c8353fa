import { z } from 'zod';

const maybe = <T extends z.ZodType>(item: T) => item.nullish().catch(undefined);
const text = maybe(z.string());

/** Members that cannot be understood are left out. */
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item.nullish().catch(undefined))
    .nullish()
    .catch(undefined)
    .transform(list =>
      (list ?? []).flatMap(each => (each ? [each as z.output<T>] : [])),
    );

const userSchema = z.object({
  id: z.string().min(1),
  name: text,
  email: text,
});

const milestoneSchema = z.object({
  slug: text,
  type: text,
  occurred_at: text,
});

const ticketSchema = z.object({
  id: z.string().min(1),
  summary: text,
  state: text,
  type: text,
  due_at: text,
  assignees: listOf(userSchema),
  link: maybe(z.object({ href_url: text, display_text: text })),
});

/** An incident can only be kept under its id. */
export const incidentSchema = z.object({
  id: z.string().min(1),
  number: maybe(z.number()),
  name: text,
  description: text,
  summary: text,
  severity: text,
  current_milestone: text,
  created_at: text,
  updated_at: text,
  discarded_at: text,
  incident_url: text,
  customers_impacted: maybe(z.number()),
  restricted: maybe(z.boolean()),
  milestones: listOf(milestoneSchema),
  lifecycle_phases: listOf(z.object({ milestones: listOf(milestoneSchema) })),
  services: listOf(z.object({ id: text, name: text })),
  role_assignments: listOf(
    z.object({
      user: maybe(userSchema),
      incident_role: maybe(z.object({ name: text })),
    }),
  ),
  incident_tickets: listOf(ticketSchema),
});

export const reportSchema = z.object({
  id: z.string().min(1),
  name: text,
  url: text,
  updated_at: text,
  published_at: text,
  incident: maybe(z.object({ id: text })),
});

export const pageSchema = z.object({
  data: z.array(z.unknown()),
  pagination: maybe(z.object({ next: maybe(z.number().int().positive()) })),
});

export type IncidentAnswer = z.output<typeof incidentSchema>;
export type ReportAnswer = z.output<typeof reportSchema>;
export type TicketAnswer = z.output<typeof ticketSchema>;
export type UserAnswer = z.output<typeof userSchema>;

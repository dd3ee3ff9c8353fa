import { z } from 'zod';
import { listOf, maybe, text } from '../../answers';

/** An incident can only be kept under its id. */
export const incidentSchema = z.object({
  id: z.string().min(1),
  tinyId: z.coerce.string().min(1).nullish().catch(undefined),
  message: text,
  description: text,
  status: text,
  priority: text,
  createdAt: text,
  updatedAt: text,
  impactStartDate: text,
  impactEndDate: text,
  impactedServices: listOf(z.string()),
  tags: listOf(z.string()),
  links: maybe(z.object({ web: text })),
});

const written = maybe(z.object({ content: text }));

/** What happened to an incident. */
export const entrySchema = z.object({
  id: text,
  type: text,
  eventTime: text,
  hidden: maybe(z.boolean()),
  actor: maybe(z.object({ name: text, type: text })),
  description: written,
});

export const serviceSchema = z.object({ id: text, name: text });

export type IncidentAnswer = z.output<typeof incidentSchema>;
export type EntryAnswer = z.output<typeof entrySchema>;
export type ServiceAnswer = z.output<typeof serviceSchema>;

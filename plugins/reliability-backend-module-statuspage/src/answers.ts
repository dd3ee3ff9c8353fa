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

const updateSchema = z.object({
  id: z.string().min(1),
  status: text,
  body: text,
  display_at: text,
  created_at: text,
  affected_components: listOf(z.object({ code: text, name: text })),
});

/** An incident can only be kept under its id, and read on from when it was created. */
export const incidentSchema = z.object({
  id: z.string().min(1),
  name: text,
  status: text,
  impact: text,
  shortlink: text,
  created_at: z.string().refine(time => !Number.isNaN(Date.parse(time))),
  updated_at: text,
  monitoring_at: text,
  resolved_at: text,
  backfilled: maybe(z.boolean()),
  components: listOf(z.object({ id: text, name: text })),
  incident_updates: listOf(updateSchema),
  postmortem_body: text,
  postmortem_ignored: maybe(z.boolean()),
  // Described as true or false, told as a time.
  postmortem_published_at: maybe(z.union([z.string(), z.boolean()])),
});

export type IncidentAnswer = z.output<typeof incidentSchema>;
export type UpdateAnswer = z.output<typeof updateSchema>;

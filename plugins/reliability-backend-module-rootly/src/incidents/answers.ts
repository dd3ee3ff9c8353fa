import { understood } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';

const maybe = <T extends z.ZodType>(item: T) => item.nullish().catch(undefined);
const text = maybe(z.string().min(1));
const id = z.union([z.string().min(1), z.number()]).transform(String);

/** Members that cannot be understood are left out. */
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item.nullish().catch(undefined))
    .nullish()
    .catch(undefined)
    .transform(list =>
      (list ?? []).flatMap(each => (each ? [each as z.output<T>] : [])),
    );

const named = z.object({ name: text, slug: text });

/** Something beside an incident: told plainly, or as a resource with attributes. */
const resource = z
  .object({ id: maybe(id), attributes: maybe(named) })
  .and(named)
  .transform(({ id: own, attributes, name, slug }) => ({
    id: own ?? undefined,
    name: attributes?.name ?? name ?? undefined,
    slug: attributes?.slug ?? slug ?? undefined,
  }));

/** What is beside may be wrapped in a `data`, as JSON:API does. */
const inData = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    value =>
      typeof value === 'object' && value !== null && 'data' in value
        ? value.data
        : value,
    item,
  );

export const personSchema = z.object({
  id: maybe(id),
  full_name: text,
  name: text,
  email: text,
});

/** An incident can only be kept under its id. */
export const incidentSchema = z.object({
  id,
  attributes: z.object({
    title: text,
    summary: text,
    kind: text,
    status: text,
    private: maybe(z.boolean()),
    sequential_id: maybe(z.union([z.string(), z.number()]).transform(String)),
    url: text,
    severity: maybe(inData(resource)),
    services: maybe(inData(listOf(resource))),
    duplicate_incident_id: maybe(id),
    cause: text,
    created_at: text,
    updated_at: text,
    in_triage_at: text,
    started_at: text,
    detected_at: text,
    acknowledged_at: text,
    mitigated_at: text,
    resolved_at: text,
    closed_at: text,
  }),
  relationships: maybe(
    z.record(
      z.string(),
      maybe(
        z.object({
          data: maybe(
            z.union([z.object({ id }), z.array(z.object({ id })).max(500)]),
          ),
        }),
      ),
    ),
  ),
});

/** What may come beside incidents; each kind reads what it knows. */
export const besideSchema = z.object({
  id,
  type: z.string(),
  attributes: z.object({
    incident_id: maybe(id),
    title: text,
    summary: text,
    status: text,
    kind: text,
    url: text,
    due_date: text,
    published_at: text,
    completed_at: text,
    jira_issue_key: text,
    jira_issue_url: text,
    assigned_to: maybe(personSchema),
  }),
});

export const pageSchema = z.object({
  data: z.array(z.unknown()),
  included: listOf(z.unknown()),
  meta: maybe(
    z.object({
      current_page: maybe(z.number()),
      next_page: maybe(z.number().int().positive()),
      total_pages: maybe(z.number()),
    }),
  ),
});

export const oneSchema = z.object({
  data: incidentSchema,
  included: listOf(z.unknown()),
});

export type IncidentAnswer = z.output<typeof incidentSchema>;
export type BesideAnswer = z.output<typeof besideSchema>;
export type PersonAnswer = z.output<typeof personSchema>;

/** An incident with what came beside it. */
export interface WholeAnswer {
  readonly incident: IncidentAnswer;
  readonly beside: readonly BesideAnswer[];
}

const linked = ({ relationships }: IncidentAnswer): Set<string> =>
  new Set(
    Object.values(relationships ?? {})
      .flatMap(relation => relation?.data ?? [])
      .map(each => each.id),
  );

/** Puts each incident together with what belongs to it, by its relationships or by the id that the other names. */
export function together(
  incidents: readonly IncidentAnswer[],
  included: readonly unknown[],
): WholeAnswer[] {
  const beside = understood(included, besideSchema);
  return incidents.map(incident => {
    const ids = linked(incident);
    return {
      incident,
      beside: beside.filter(
        each => ids.has(each.id) || each.attributes.incident_id === incident.id,
      ),
    };
  });
}

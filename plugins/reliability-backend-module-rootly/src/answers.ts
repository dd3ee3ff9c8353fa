import { z } from 'zod';

/** Foreign fields may be absent, null or of another type at any time; what cannot be read is absent. */
const text = z.string().min(1).nullish().catch(undefined);

/** The same id is a number in attributes and text in relationships. */
const id = z.union([z.string().min(1), z.number()]).transform(String);

const ids = z
  .array(id)
  .nullish()
  .catch(undefined)
  .transform(list => list ?? []);

const number = z.number().int().positive().nullish().catch(undefined);

const userLink = z
  .object({ user: z.object({ data: z.object({ id }).nullish() }).nullish() })
  .nullish()
  .catch(undefined);

const userResource = z.object({
  id,
  type: z.literal('users'),
  attributes: z.object({ full_name: text, name: text, email: text }),
});

const included = z
  .array(userResource.nullish().catch(undefined))
  .nullish()
  .catch(undefined)
  .transform(list => list ?? []);

export const pageSchema = z.object({
  data: z.array(z.unknown()),
  included,
  meta: z
    .object({ current_page: number, next_page: number, total_pages: number })
    .nullish()
    .catch(undefined),
});

/** Services, teams, schedules and escalation policies, as far as they are needed. */
export const namedSchema = z.object({
  id,
  attributes: z.object({
    name: text,
    slug: text,
    escalation_policy_id: id.nullish().catch(undefined),
    service_ids: ids,
    group_ids: ids,
    owner_group_ids: ids,
    time_zone: text,
  }),
});

/** Somebody on call by an escalation policy. Without a time there is null; a field that is missing is another thing. */
export const oncallSchema = z.object({
  attributes: z.object({
    escalation_policy_id: id,
    escalation_policy_name: text,
    escalation_level: number,
    schedule_id: id.nullish(),
    schedule_name: text,
    user_id: id.nullish(),
    starts_at: z.string().nullable(),
    ends_at: z.string().nullable(),
    notification_type: text,
  }),
  relationships: userLink,
});

/** A shift of a schedule; `user_id: null` is a slot that nobody fills. */
export const shiftSchema = z.object({
  attributes: z.object({
    schedule_id: id,
    user_id: id.nullish(),
    starts_at: z.string(),
    ends_at: z.string(),
    is_override: z.boolean().nullish().catch(undefined),
    is_shadow: z.boolean().nullish().catch(undefined),
  }),
  relationships: userLink,
});

export type UserAnswer = NonNullable<z.output<typeof userResource>>;
export type OncallAnswer = z.output<typeof oncallSchema>;
export type ShiftAnswer = z.output<typeof shiftSchema>;

/** A service, team, schedule or escalation policy. */
export interface Named {
  readonly id: string;
  readonly name?: string;
  readonly slug?: string;
  readonly timeZone?: string;
  /** Of a service: the policy that pages for it. */
  readonly policy?: string;
  /** Of a policy: what it pages for. */
  readonly services: readonly string[];
  readonly teams: readonly string[];
  /** Ids of the teams that it belongs to. */
  readonly owners: readonly string[];
}

/** @returns undefined when it cannot be understood */
export function toNamed(item: unknown): Named | undefined {
  const { data } = namedSchema.safeParse(item);
  if (!data) return undefined;
  const { attributes: own } = data;
  return {
    id: data.id,
    name: own.name ?? undefined,
    slug: own.slug ?? undefined,
    timeZone: own.time_zone ?? undefined,
    policy: own.escalation_policy_id ?? undefined,
    services: own.service_ids,
    teams: own.group_ids,
    owners:
      own.owner_group_ids.length > 0 ? own.owner_group_ids : own.group_ids,
  };
}

import { z } from 'zod';

/** Foreign fields may be absent, null or of another type at any time; what cannot be read is absent. */
const text = z.string().min(1).nullish().catch(undefined);

const referenceSchema = z.object({
  id: text,
  type: text,
  summary: text,
  name: text,
  html_url: text,
  email: text,
  time_zone: text,
  deleted_at: text,
});

const reference = referenceSchema.nullish().catch(undefined);

const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).nullish().catch(undefined);

/** Absent `start` and `end` are not the same as null: null says "for ever". */
export const oncallSchema = z.object({
  escalation_policy: reference,
  escalation_level: z.number().int().positive().nullish(),
  schedule: reference,
  user: referenceSchema.nullish(),
  start: z.string().nullable(),
  end: z.string().nullable(),
});

export const serviceSchema = referenceSchema.extend({
  escalation_policy: reference,
  teams: listOf(reference),
});

export const policySchema = referenceSchema.extend({
  escalation_rules: listOf(
    z
      .object({ targets: listOf(reference) })
      .nullish()
      .catch(undefined),
  ),
  teams: listOf(reference),
});

export const layersScheduleSchema = referenceSchema.extend({
  schedule_layers: listOf(
    z
      .object({ users: listOf(z.object({ user: reference }).nullish()) })
      .nullish()
      .catch(undefined),
  ),
  teams: listOf(reference),
  final_schedule: z
    .object({ rendered_schedule_entries: z.array(z.unknown()) })
    .nullish()
    .catch(undefined),
});

export const layersEntrySchema = z.object({
  start: z.string(),
  end: z.string(),
  user: reference,
});

const member = z.object({ type: text, user_id: text });

export const shiftsScheduleSchema = referenceSchema.extend({
  rotations: listOf(
    z
      .object({
        events: listOf(
          z
            .object({
              assignment_strategy: z
                .object({ members: listOf(member.nullish().catch(undefined)) })
                .nullish()
                .catch(undefined),
            })
            .nullish()
            .catch(undefined),
        ),
      })
      .nullish()
      .catch(undefined),
  ),
  final_schedule: z
    .object({ computed_shift_assignments: z.array(z.unknown()) })
    .nullish()
    .catch(undefined),
});

export const shiftsEntrySchema = z.object({
  start_time: z.string(),
  end_time: z.string(),
  member,
});

export const userSchema = referenceSchema;

export type PagerdutyReference = z.output<typeof referenceSchema>;
export type OncallEntry = z.output<typeof oncallSchema>;
export type ServiceAnswer = z.output<typeof serviceSchema>;
export type PolicyAnswer = z.output<typeof policySchema>;
export type LayersScheduleAnswer = z.output<typeof layersScheduleSchema>;
export type ShiftsScheduleAnswer = z.output<typeof shiftsScheduleSchema>;

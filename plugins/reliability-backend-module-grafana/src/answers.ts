import { z } from 'zod';

/** Foreign fields may be absent, null or of another type at any time; what cannot be read is absent. */
const text = z.string().min(1).nullish().catch(undefined);

const texts = z
  .array(z.string())
  .nullish()
  .catch(undefined)
  .transform(list => list ?? []);

export const pageSchema = z.object({
  results: z.array(z.unknown()),
  next: z.unknown().optional(),
});

/** Without a person nobody can tell who is meant; then the shift is not understood. */
export const shiftSchema = z.object({
  user_pk: z.string().min(1),
  user_email: text,
  user_username: text,
  shift_start: z.string(),
  shift_end: z.string(),
});

export const scheduleSchema = z.object({
  id: z.string(),
  name: text,
  time_zone: text,
  team_id: text,
});

export const chainSchema = z.object({
  id: z.string(),
  name: text,
  team_id: text,
});

export const stepSchema = z.object({
  escalation_chain_id: z.string(),
  position: z.number(),
  type: text,
  notify_on_call_from_schedule: text,
  persons_to_notify: texts,
  persons_to_notify_next_each_time: texts,
});

export const userSchema = z.object({
  id: z.string(),
  email: text,
  username: text,
});

export const teamSchema = z.object({ id: z.string(), name: text });

export type ShiftAnswer = z.output<typeof shiftSchema>;
export type ScheduleAnswer = z.output<typeof scheduleSchema>;
export type ChainAnswer = z.output<typeof chainSchema>;
export type StepAnswer = z.output<typeof stepSchema>;
export type UserAnswer = z.output<typeof userSchema>;
export type TeamAnswer = z.output<typeof teamSchema>;

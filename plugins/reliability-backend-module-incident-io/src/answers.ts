import { z } from 'zod';

/** Foreign fields may be absent, null or of another type at any time; what cannot be read is absent. */
export const text = z.string().min(1).nullish().catch(undefined);

export const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item.nullish().catch(undefined)).nullish().catch(undefined);

export const userSchema = z.object({ id: text, name: text, email: text });

/** A user of a wrong type is no gap: then the entry as a whole cannot be understood. */
export const entrySchema = z.object({
  start_at: z.string(),
  end_at: z.string(),
  user: userSchema.nullish(),
  rotation_id: text,
});

export const entriesSchema = z.object({
  schedule_entries: z.object({
    final: z.array(z.unknown()),
    overrides: z.array(z.unknown()).nullish().catch(undefined),
  }),
  pagination_meta: z.object({ after: text }).nullish().catch(undefined),
});

export const scheduleSchema = z.object({
  id: text,
  name: text,
  timezone: text,
  permalink: text,
  config: z
    .object({
      rotations: listOf(
        z.object({ id: text, effective_from: text, users: listOf(userSchema) }),
      ),
    })
    .nullish()
    .catch(undefined),
});

const targetSchema = z.object({
  id: text,
  type: text,
  urgency: text,
  schedule_mode: text,
  selected_rota_id: text,
});

export type PathTarget = z.output<typeof targetSchema>;

/** One step of an escalation path; a branch holds further ones. */
export interface PathNode {
  readonly type?: string | null;
  readonly level?: {
    readonly targets?: readonly (PathTarget | null | undefined)[] | null;
  } | null;
  readonly if_else?: {
    readonly then_path?: readonly (PathNode | null | undefined)[] | null;
    readonly else_path?: readonly (PathNode | null | undefined)[] | null;
  } | null;
}

const nodeSchema: z.ZodType<PathNode> = z.lazy(() =>
  z.object({
    type: text,
    level: z
      .object({ targets: listOf(targetSchema) })
      .nullish()
      .catch(undefined),
    if_else: z
      .object({ then_path: listOf(nodeSchema), else_path: listOf(nodeSchema) })
      .nullish()
      .catch(undefined),
  }),
);

/** Without its steps a path cannot be told from one that pages nobody. */
export const pathSchema = z.object({
  id: text,
  name: text,
  path: z.array(nodeSchema),
});

export type UserAnswer = z.output<typeof userSchema>;
export type EntryAnswer = z.output<typeof entrySchema>;
export type ScheduleAnswer = z.output<typeof scheduleSchema>;
export type PathAnswer = z.output<typeof pathSchema>;

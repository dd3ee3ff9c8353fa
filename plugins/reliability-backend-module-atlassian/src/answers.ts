import { z } from 'zod';

/** Foreign fields may be absent, null or of another type at any time; what cannot be read is absent. */
export const text = z.string().min(1).nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);

export const maybe = <T extends z.ZodType>(item: T) =>
  item.nullish().catch(undefined);

export const listOf = <T extends z.ZodType>(item: T) =>
  maybe(z.array(maybe(item)));

const recipientSchema = z.object({
  id: text,
  type: text,
  name: text,
  username: text,
  deleted: flag,
});

/**
 * One period of a timeline, with the names of both dialects. Somebody of a wrong type is no empty slot: then the
 * period as a whole cannot be understood.
 */
export const periodSchema = z.object({
  startDate: z.string(),
  endDate: z.string(),
  type: text,
  recipient: recipientSchema.nullish(),
  responder: recipientSchema.nullish(),
  flattenedRecipients: z.array(recipientSchema).nullish(),
  flattenedResponders: z.array(recipientSchema).nullish(),
});

export const timelineSchema = z.object({
  _parent: maybe(z.object({ name: text, enabled: flag })),
  finalTimeline: z.object({
    rotations: z
      .array(
        z.object({
          id: text,
          name: text,
          deleted: flag,
          periods: z.array(z.unknown()).nullish(),
        }),
      )
      .nullish(),
  }),
});

export const scheduleSchema = z.object({
  id: text,
  name: text,
  timezone: text,
  enabled: flag,
  ownerTeam: maybe(z.object({ name: text })),
  rotations: listOf(z.object({ participants: listOf(recipientSchema) })),
});

const delaySchema = z.union([
  z.number(),
  z.object({ timeAmount: z.number(), timeUnit: text }),
]);

/** Without its rules an escalation cannot be told from one that pages nobody. */
export const escalationSchema = z.object({
  id: text,
  name: text,
  enabled: flag,
  ownerTeam: maybe(z.object({ name: text })),
  rules: z.array(
    maybe(
      z.object({
        notifyType: text,
        delay: maybe(delaySchema),
        recipient: maybe(recipientSchema),
      }),
    ),
  ),
});

export const routingSchema = z.object({
  isDefault: flag,
  order: maybe(z.number()),
  notify: maybe(recipientSchema),
});

export const teamSchema = z.object({
  id: text,
  name: text,
  teamId: text,
  teamName: text,
  members: listOf(z.object({ user: maybe(recipientSchema), role: text })),
});

export const userSchema = z.object({
  id: text,
  username: text,
  fullName: text,
  blocked: flag,
});

export const accountSchema = z.object({
  accountId: text,
  displayName: text,
  emailAddress: text,
  active: flag,
});

export type RecipientAnswer = z.output<typeof recipientSchema>;
export type PeriodAnswer = z.output<typeof periodSchema>;
export type TimelineAnswer = z.output<typeof timelineSchema>;
export type ScheduleAnswer = z.output<typeof scheduleSchema>;
export type EscalationAnswer = z.output<typeof escalationSchema>;
export type RoutingAnswer = z.output<typeof routingSchema>;
export type TeamAnswer = z.output<typeof teamSchema>;

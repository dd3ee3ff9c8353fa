import { z } from 'zod';
import { anyOfSchema, pageOf, pageQuerySchema, timeSchema } from '../paging';
import { followUpStatusSchema, ticketSchema } from './vocabulary';

const text = (longest: number) => z.string().trim().max(longest);

/** @public */
export const checklistItemRefSchema = z.strictObject({
  checklistId: z.string().min(1),
  itemId: z.string().min(1),
});

/** Something that has to be done so that it does not happen again. @public */
export const followUpSchema = z.object({
  id: z.string(),
  incident: z.object({
    id: z.string(),
    reference: z.string(),
    title: z.string(),
  }),
  title: z.string(),
  status: followUpStatusSchema,
  owner: z
    .string()
    .nullable()
    .describe('Entity reference of a User or Group, or a name'),
  services: z.array(
    z.object({
      entityRef: z.string(),
      title: z.string(),
      owner: z.string().nullable(),
    }),
  ),
  dueAt: timeSchema.nullable(),
  doneAt: timeSchema.nullable(),
  overdue: z.boolean(),
  ticket: ticketSchema.nullable(),
  from: z.enum(['provider', 'person']),
  contradicts: checklistItemRefSchema
    .nullable()
    .describe('The checklist item that it shows to be untrue'),
  lesson: z.string().nullable().describe('Id of the proposal made of it'),
  createdAt: timeSchema,
  canEdit: z.boolean(),
});

/** @public */
export const listFollowUpsQuerySchema = z
  .object({
    incident: anyOfSchema.describe('Ids of incidents'),
    service: anyOfSchema.describe('Entity references of services'),
    owner: anyOfSchema.describe(
      'Entity references: who has to do it, or the owner of the service',
    ),
    assignee: anyOfSchema.describe('Entity references: only who has to do it'),
    status: anyOfSchema.describe('Default: open and in-progress'),
    overdue: z.stringbool().optional(),
    q: z.string().max(200).optional(),
    orderBy: z.enum(['due', 'created']).default('due'),
    order: z.enum(['asc', 'desc']).default('asc'),
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const listFollowUpsResponseSchema = pageOf(followUpSchema).extend({
  counts: z
    .object({
      open: z.number().int(),
      overdue: z.number().int(),
      done: z.number().int(),
    })
    .describe('Of all that match, status and overdue left out'),
});

/** @public */
export const createFollowUpRequestSchema = z.strictObject({
  title: text(300).min(1, 'expected a title'),
  owner: text(200)
    .nullable()
    .default(null)
    .describe('Entity reference of a User or Group'),
  dueAt: timeSchema.nullable().default(null),
  ticket: ticketSchema.nullable().default(null),
  contradicts: checklistItemRefSchema.nullable().default(null),
});

/** Of one that a provider reports only `owner`, `dueAt` and `contradicts` may be set. @public */
export const patchFollowUpRequestSchema = z.strictObject({
  title: text(300).min(1).optional(),
  status: followUpStatusSchema.optional(),
  owner: text(200).nullable().optional(),
  dueAt: timeSchema.nullable().optional(),
  ticket: ticketSchema.nullable().optional(),
  contradicts: checklistItemRefSchema.nullable().optional(),
});

/** A checklist item proposed because of an incident. @public */
export const lessonSchema = z.object({
  id: z.string(),
  followUp: z.object({ id: z.string(), title: z.string() }),
  incident: z.object({
    id: z.string(),
    reference: z.string(),
    title: z.string(),
  }),
  checklistId: z.string(),
  itemId: z
    .string()
    .nullable()
    .describe(
      'The item of the checklist that says it already; null: a new one',
    ),
  title: z.string(),
  reason: z.string(),
  state: z.enum(['proposed', 'accepted', 'declined']),
  note: z.string().describe('Of the decision'),
  proposedBy: z.string(),
  proposedAt: timeSchema,
  decidedBy: z.string().nullable(),
  decidedAt: timeSchema.nullable(),
  definition: z
    .string()
    .describe('YAML of the item, for the checklist in the configuration'),
});

/** Services like those of the incident, and how they stand. @public */
export const similarServicesSchema = z.object({
  basis: z
    .array(z.string())
    .describe('What makes them similar, in words, such as `tier-1`'),
  services: z.number().int(),
  withGap: z
    .number()
    .int()
    .nullable()
    .describe('Whose item is not met; null: nobody was asked yet'),
  examples: z
    .array(
      z.object({
        entityRef: z.string(),
        title: z.string(),
        owner: z.string().nullable(),
        state: z.string().nullable(),
      }),
    )
    .describe('At most 10, those with the gap first'),
});

/** @public */
export const lessonPreviewResponseSchema = z.object({
  followUp: followUpSchema,
  checklists: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      items: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  suggestion: z.object({
    checklistId: z.string().nullable(),
    itemId: z.string().nullable().describe('An item that sounds alike'),
    title: z.string(),
  }),
  similar: similarServicesSchema,
});

/** @public */
export const lessonPreviewQuerySchema = z.object({
  checklist: z.string().optional(),
  item: z.string().optional(),
});

/** @public */
export const proposeLessonRequestSchema = z.strictObject({
  checklistId: z.string().min(1),
  itemId: z.string().min(1).nullable().default(null),
  title: text(200).min(1),
  reason: text(2000).default(''),
});

/** @public */
export const decideLessonRequestSchema = z.strictObject({
  state: z.enum(['accepted', 'declined']),
  note: text(2000).default(''),
});

/** @public */
export const listLessonsQuerySchema = z
  .object({
    state: anyOfSchema,
    checklist: anyOfSchema,
  })
  .extend(pageQuerySchema.shape);

/** @public */
export const listLessonsResponseSchema = pageOf(
  lessonSchema.extend({ similar: similarServicesSchema }),
);

/** @public */
export type FollowUp = z.infer<typeof followUpSchema>;
/** @public */
export type ListFollowUpsQuery = z.input<typeof listFollowUpsQuerySchema>;
/** @public */
export type ListFollowUpsResponse = z.infer<typeof listFollowUpsResponseSchema>;
/** @public */
export type CreateFollowUpRequest = z.input<typeof createFollowUpRequestSchema>;
/** @public */
export type PatchFollowUpRequest = z.input<typeof patchFollowUpRequestSchema>;
/** @public */
export type Lesson = z.infer<typeof lessonSchema>;
/** @public */
export type SimilarServices = z.infer<typeof similarServicesSchema>;
/** @public */
export type LessonPreviewQuery = z.input<typeof lessonPreviewQuerySchema>;
/** @public */
export type LessonPreviewResponse = z.infer<typeof lessonPreviewResponseSchema>;
/** @public */
export type ProposeLessonRequest = z.input<typeof proposeLessonRequestSchema>;
/** @public */
export type DecideLessonRequest = z.input<typeof decideLessonRequestSchema>;
/** @public */
export type ListLessonsQuery = z.input<typeof listLessonsQuerySchema>;
/** @public */
export type ListLessonsResponse = z.infer<typeof listLessonsResponseSchema>;
